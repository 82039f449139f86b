import { localMinute, type LocalDate } from '../calendar';
import type { AdfNode } from './adf';
import { AUDIENCE_WORDS, type Audience } from './audience';
import { colourOf, shownColour, worstOf } from './colours';
import type { Delta } from './delta';
import { figuresBody } from './document-figures';
import { dueNextBody, overdueBody } from './document-lists';
import { moneyBody } from './document-money';
import { decidedBody, needsBody } from './document-records';
import { milestonesBody, risksBody } from './document-tables';
import type { Facts, RecordList } from './facts';
import { figureTitle } from './figure-titles';
import { printOf } from './fingerprint';
import { jqlUrl } from './links';
import type { Section } from './managed';
import { bold, bullets, grid, line, linked, lozenge, type Words } from './parts';
import { Dimension, type Rag, type Reason, type Snapshot } from './snapshot';
import { lengthOf, spanName, type Span } from './span';

/** What a lead has said of a workstream, as far as the summary needs it. */
export interface LeadWords {
  readonly name: string;
  readonly needsDecision: string;
  /** The lead has not answered. */
  readonly isMissing: boolean;
}

/** All that one page is drawn from. */
export interface PageInput {
  readonly project: { readonly key: string; readonly name: string };
  /** The project's zone; times on the page are in it. */
  readonly zone: string;
  readonly today: LocalDate;
  readonly week: Span;
  /** Scheme and host of the site, without a slash at the end; null where unknown: links are then relative to it. */
  readonly siteUrl: string | null;
  /** Where the last report stands; null where that is not known. */
  readonly previousUrl: string | null;
  readonly audience: Audience;
  readonly facts: Facts;
  readonly snapshot: Snapshot;
  readonly delta: Delta | null;
  readonly leads: readonly LeadWords[];
  /** Who set a colour in review, by name. */
  readonly setBy: Readonly<Partial<Record<Dimension, string>>>;
  /** Keys of the sections that a person has edited and that are therefore not brought up to date. */
  readonly kept: readonly string[];
}

interface Part {
  readonly key: string;
  readonly heading: (page: PageInput) => string;
  readonly body: (page: PageInput) => readonly AdfNode[];
  /** The section's newest in a line, for when a person has rewritten it. */
  readonly gist: (page: PageInput) => string;
}

/** Docket's sections in their order: the verdict, then exceptions, then everything else. */
const PARTS: readonly Part[] = [
  {
    key: 'needs',
    heading: () => 'Needs a decision',
    body: needsBody,
    gist: ({ facts, leads }) =>
      `${leads.filter(({ needsDecision }) => needsDecision !== '').length} asked for by leads, ${atLeast(facts.registers.attention)} due in registers`,
  },
  {
    key: 'overdue',
    heading: () => 'Overdue, by owner',
    body: overdueBody,
    gist: ({ snapshot }) => `${snapshot.figures.overdue} overdue`,
  },
  {
    key: 'milestones',
    heading: () => 'Milestones',
    body: (page) => milestonesBody(page, undatedOf(page.facts)),
    gist: ({ snapshot }) =>
      snapshot.milestones.map(({ name, date }) => `${name} ${date ?? 'without a date'}`).join(', ') || 'none',
  },
  {
    key: 'risks',
    heading: () => 'Top risks',
    body: risksBody,
    gist: ({ snapshot }) => snapshot.risks.map(({ key }) => key).join(', ') || 'none open',
  },
  {
    key: 'money',
    heading: () => 'Budget and earned value',
    body: moneyBody,
    gist: ({ snapshot }) => (snapshot.money === null ? 'not computable' : 'see the macro or Jira'),
  },
  {
    key: 'decided',
    heading: () => 'Decided',
    body: decidedBody,
    gist: ({ facts }) => `${atLeast(facts.registers.decided)} decided`,
  },
  {
    key: 'figures',
    heading: () => 'Figures',
    body: figuresBody,
    gist: ({ snapshot: { figures } }) =>
      `${figures.open} open, ${figures.opened} opened, ${figures.resolved} resolved`,
  },
  {
    key: 'next',
    heading: ({ snapshot }) => `Due next ${lengthOf({ label: snapshot.week })}`,
    body: dueNextBody,
    gist: ({ snapshot }) => `${snapshot.figures.dueNextWeek} due`,
  },
];

const atLeast = ({ items, isWhole }: RecordList): string => `${isWhole ? '' : 'at least '}${items.length}`;

const STATUS = { key: 'status', heading: 'Overall status' };
const OVERALL: Pick<Part, 'key' | 'heading' | 'gist'> = {
  key: STATUS.key,
  heading: () => STATUS.heading,
  gist: ({ snapshot }) => snapshot.rag,
};

/**
 * What Docket has to say this period, section by section. People appear by plain name: a mention would notify them anew
 * with each version of the page.
 */
export function sectionsOf(page: PageInput): Section[] {
  // The time of the report alone is no news: it must not make a new version of the page.
  const basis = printOf(statusBody(page, ''));
  const status = { ...STATUS, body: statusBody(page, asOfText(page)), basis };
  const others = PARTS.map(({ key, heading, body: draw }) => {
    const body = key === keptAt(page) ? [...draw(page), ...keptNodes(page)] : draw(page);
    return { key, heading: heading(page), body, basis: printOf(body) };
  });
  return [status, ...others];
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

const undatedOf = ({ versions }: Facts): string[] =>
  versions.flatMap(({ name, releaseDate, released, archived }) =>
    releaseDate === null && !released && !archived ? [name] : [],
  );

function asOfText({ snapshot, zone }: PageInput): string {
  return `${localMinute(new Date(snapshot.asOf), zone).replace('T', ' ')} (${zone})`;
}

function statusBody(page: PageInput, asOf: string): AdfNode[] {
  const { project, week, snapshot, leads, audience, delta } = page;
  const name = project.name === project.key ? project.key : `${project.name} (${project.key})`;
  const missing = leads.filter(({ isMissing }) => isMissing).map((lead) => lead.name);
  return [
    line([
      lozenge(snapshot.rag),
      ' ',
      bold(name),
      `, ${spanName(week)} (${week.start} to ${week.end}), as of ${asOf}.`,
      delta === null ? '' : ` ${trendWords(snapshot.rag, delta.overall)} since ${delta.since}.`,
    ]),
    dimensionsTable(page),
    bullets(snapshot.reasons.map((reason) => reasonWords(reason, page))),
    ...(missing.length > 0 ? [line([bold('No update from: '), `${missing.join(', ')}.`])] : []),
    ...(keptAt(page) === 'status' ? keptNodes(page) : []),
    line(AUDIENCE_WORDS[audience]),
  ];
}

/** Each dimension with its colour, and where it comes from. */
function dimensionsTable({ snapshot, delta, setBy }: PageInput): AdfNode {
  const rows = Dimension.options.map((dimension): Words[] => {
    const rag = colourOf(snapshot, dimension);
    const set = snapshot.overrides.find((one) => one.dimension === dimension);
    const who = setBy[dimension] === undefined ? '' : ` (${setBy[dimension]})`;
    const inReview = set ? [[lozenge(set.rag), ` ${set.reason}${who}`]] : [''];
    return [
      dimension,
      lozenge(rag),
      ...(snapshot.overrides.length > 0 ? inReview : []),
      delta === null
        ? 'first report'
        : trendWords(shownColour(snapshot, dimension), delta.colours[dimension]),
    ];
  });
  const reviewed = snapshot.overrides.length > 0 ? ['Set in review'] : [];
  return grid(['Dimension', 'By rule', ...reviewed, 'Since last report'], rows);
}

function trendWords(now: Rag | null, then: Rag | null): string {
  if (now === then) return 'Unchanged';
  if (now === null || then === null) return `Was ${then ?? 'not computable'}`;
  return `${worstOf([now, then]) === now ? 'Worse' : 'Better'}, was ${then}`;
}

/** Where it is said what people have rewritten: in a section that they have not. */
const keptAt = ({ kept }: PageInput): string => (kept.includes('status') ? 'figures' : 'status');

function keptNodes(page: PageInput): AdfNode[] {
  const kept = [OVERALL, ...PARTS].filter(({ key }) => page.kept.includes(key));
  if (kept.length === 0) return [];
  const words = 'Edited by hand and left as people wrote it. Delete such a section to get its newest back:';
  return [
    line(words),
    bullets(kept.map((part): Words => [bold(`${part.heading(page)}: `), `now ${part.gist(page)}.`])),
  ];
}

/** A verdict as words: a lozenge, the dimension, the sentence with its numbers, and their proofs. */
export function reasonWords(
  { rag, dimension, text, figures }: Reason,
  { snapshot, siteUrl }: Pick<PageInput, 'snapshot' | 'siteUrl'>,
): Parameters<typeof line>[0] {
  const proofs = figures.flatMap((name) => {
    const jql = snapshot.queries[name];
    return jql === undefined ? [] : [' ', linked(figureTitle(name, snapshot.week), jqlUrl(siteUrl, jql))];
  });
  return [lozenge(rag), ' ', bold(`${dimension}: `), text, ...proofs] as Words;
}
