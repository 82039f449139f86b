import type { IsoWeek } from '../calendar';
import { localMinute } from '../calendar';
import type { AdfNode } from './adf';
import type { Delta } from './delta';
import { dueNextWeekBody, overdueBody } from './document-lists';
import { figuresBody, milestonesBody, risksBody } from './document-tables';
import { printOf } from './fingerprint';
import type { Section } from './managed';
import { bold, bullets, line, lozenge } from './parts';
import type { Facts, Reason, Snapshot } from './snapshot';

/** All that one page is drawn from. */
export interface PageInput {
  readonly project: { readonly key: string; readonly name: string };
  /** The project's zone; times on the page are in it. */
  readonly zone: string;
  readonly week: IsoWeek;
  /** Scheme and host of the site, without a slash at the end; null where unknown: links are then relative to it. */
  readonly siteUrl: string | null;
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  readonly delta: Delta | null;
  /** Headings of the sections that a person has edited and that are therefore not brought up to date. */
  readonly kept: readonly string[];
}

/** Docket's sections in their order: the verdict, then exceptions, then everything else. */
export const SECTIONS = [
  { key: 'status', heading: 'Overall status' },
  { key: 'overdue', heading: 'Overdue, by owner' },
  { key: 'milestones', heading: 'Milestones' },
  { key: 'risks', heading: 'Top risks' },
  { key: 'figures', heading: 'Figures' },
  { key: 'next', heading: 'Due next week' },
] as const;

type SectionKey = (typeof SECTIONS)[number]['key'];

/** `ALOY weekly status 2012-W29: Alloy`. Confluence allows 255 characters. */
export function titleOf(project: PageInput['project'], week: IsoWeek): string {
  const short = `${project.key} weekly status ${week.label}`;
  return (project.name === project.key ? short : `${short}: ${project.name}`).slice(0, 240).trim();
}

/**
 * What Docket has to say this week, section by section. People appear by plain name: a mention would notify them anew
 * with each version of the page.
 */
export function sectionsOf(page: PageInput): Section[] {
  const bodies: Record<SectionKey, readonly AdfNode[]> = {
    status: statusBody(page, asOfText(page)),
    overdue: overdueBody(page),
    milestones: milestonesBody(page),
    risks: risksBody(page),
    figures: figuresBody(page),
    next: dueNextWeekBody(page),
  };
  // The time of the report alone is no news: it must not make a new version of the page.
  const basisOf = { ...bodies, status: statusBody(page, '') };
  return SECTIONS.map(({ key, heading }) => ({
    key,
    heading,
    body: bodies[key],
    basis: printOf(basisOf[key]),
  }));
}

/** Where people write. It is put on a new page and never touched again. */
export function notesNodes(): AdfNode[] {
  return [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Notes from the team' }] },
    line(
      'Write here, or anywhere else on this page: Docket brings its own sections up to date and keeps all others.',
    ),
  ];
}

function asOfText({ snapshot, zone }: PageInput): string {
  return `${localMinute(new Date(snapshot.asOf), zone).replace('T', ' ')} (${zone})`;
}

function statusBody({ project, week, snapshot, kept }: PageInput, asOf: string): AdfNode[] {
  const name = project.name === project.key ? project.key : `${project.name} (${project.key})`;
  const body = [
    line([
      lozenge(snapshot.rag),
      ' ',
      bold(name),
      `, week ${week.label} (${week.start} to ${week.end}), as of ${asOf}.`,
    ]),
    bullets(snapshot.reasons.map(reasonWords)),
  ];
  if (kept.length === 0) return body;
  const words = `Edited by hand and left as people wrote it: ${kept.join('; ')}. Delete such a section to get Docket's own back.`;
  return [...body, line(words)];
}

/** A verdict as words: a lozenge, the dimension, the sentence with its numbers. */
export function reasonWords({ rag, dimension, text }: Reason): Parameters<typeof line>[0] {
  return [lozenge(rag), ' ', bold(`${dimension}: `), text];
}
