import { localDate, localMinute } from '../calendar';
import { type AdfDoc, type AdfNode, jqlUrl, ownBlock, type Marks, type Section } from '../status';
import { printOf } from '../status/fingerprint';
import { bold, line, linked, type Words } from '../status/parts';
import type { Steps } from './period';
import { FACTS_PREFIX } from './read-section';
import { isUnderCorrection, type Report, type Stream } from './report';
import {
  answerLines,
  answerNode,
  askNode,
  checkedBox,
  headingOf,
  withoutBlankTables,
  withTable,
} from './section';

/** The figures of one workstream, each with the JQL that proves it. */
export interface StreamFacts {
  /** Instant, ISO 8601. */
  readonly asOf: string;
  readonly figures: readonly { readonly name: string; readonly value: number; readonly jql: string }[];
}

/** What the parts of the page that are about the report itself are drawn from. */
export interface ReportPage {
  readonly report: Report;
  readonly steps: Steps;
  readonly streamFacts: Readonly<Record<string, StreamFacts>>;
  readonly zone: string;
  readonly siteUrl: string | null;
  /** Display names by account id; who is not here has left, or cannot be read. */
  readonly names: Readonly<Record<string, string>>;
  readonly reviewers: readonly string[];
}

const NOTICE = { key: 'notice', heading: 'About this report' } as const;

/** A report that nobody answers, reviews or corrects needs no words about itself. */
const isWordless = ({ report, reviewers }: ReportPage): boolean =>
  report.streams.length === 0 && reviewers.length === 0 && report.revision === 1;

/** How the report stands, at the top of the page: draft or published, by whom, what is missing, what was corrected. */
export function noticeSections(page: ReportPage): Section[] {
  const isDraft = page.report.state !== 'published';
  if (isWordless(page) && page.steps.ask !== null) return [];
  const lines = [...(isDraft ? draftLines(page) : publishedLines(page)), ...warningLines(page)];
  const [first = [], ...rest] = lines;
  const head = isDraft ? box(first) : line(first);
  const body = [head, ...rest.map((words) => line(words))];
  return [{ ...NOTICE, body, basis: printOf(body), insists: true }];
}

const box = (words: Words): AdfNode => ({
  type: 'panel',
  attrs: { panelType: 'warning' },
  content: [line(words)],
});

function draftLines(page: ReportPage): Words[] {
  const { report, steps, zone } = page;
  const when =
    report.state === 'collecting'
      ? `Leads can write their updates until ${clock(steps.cutOff, zone)}.`
      : page.reviewers.length > 0
        ? `In review by ${namesOf(page.reviewers, page)}; due out ${clock(steps.publish, zone)}.`
        : `It goes out ${clock(steps.publish, zone)}.`;
  return [[bold('Draft: not published. '), when]];
}

function publishedLines(page: ReportPage): Words[] {
  const { report, zone } = page;
  const by = report.approval ? `, approved by ${nameOf(report.approval.by, page)}` : '';
  const published = `Published ${clock(new Date(report.publishedAt ?? report.period.end), zone)}${by}.`;
  if (report.correction === null) return [published];
  const at = report.history.findLast(({ what }) => what === 'corrected')?.at ?? report.period.end;
  const day = localDate(new Date(at), zone);
  const { changes } = report;
  const changed = changes.length > 0 ? `${changes.join('; ')}.` : 'no figure, no colour and no update.';
  return [
    [bold(`Revision ${report.revision}, corrected on ${day}: `), report.correction],
    [bold('Changed: '), changed],
    published,
  ];
}

function warningLines(page: ReportPage): Words[] {
  const { report, steps } = page;
  const off =
    steps.ask === null
      ? ['Nobody works in this period: no lead was asked, and the figures stand alone.']
      : [];
  const gone = report.streams.filter(({ leadId, answer }) => answer === null && !(leadId in page.names));
  const left = gone.map(
    ({ name }) =>
      `The lead of ${name} has left. A reviewer can answer for it, and a project admin can name another lead.`,
  );
  return [...off, ...left];
}

const clock = (at: Date, zone: string): string => `${localMinute(at, zone).replace('T', ' ')} (${zone})`;
const nameOf = (id: string, { names }: ReportPage): string => names[id] ?? 'a person who has left';
const namesOf = (ids: readonly string[], page: ReportPage): string =>
  ids.map((id) => nameOf(id, page)).join(', ');

const keyOf = ({ id }: Pick<Stream, 'id'>): string => `stream-${id}`;

/** Key and heading of a lead's section. */
export const streamTitle = (stream: Pick<Stream, 'id' | 'name'>): Pick<Section, 'key' | 'heading'> => ({
  key: keyOf(stream),
  heading: headingOf(stream),
});

/**
 * One section a lead: what is asked, the stream's facts, and the table to write into, which is theirs from then on.
 * A table that nobody has touched goes when the report is out, and comes back with a section that is given back.
 */
export const streamSections = (page: ReportPage): Section[] =>
  page.report.streams.map((stream): Section => {
    const { answer, returned } = stream;
    const body = [...stateNodes(stream, page), ...factsNodes(stream, page)];
    const onPage = answer?.source === 'page' ? answer : null;
    const done = answer !== null && returned === null ? ' done' : '';
    // A box is no word: whether it is checked makes no print, but has to be written.
    const basis = `${printOf(body)}${done}`;
    const isOut = page.report.state === 'published';
    const isOver = done !== '' || isOut;
    const isBack = returned !== null && isUnderCorrection(page.report);
    return {
      ...streamTitle(stream),
      body,
      basis,
      tail: isOut && !onPage ? [] : [answerNode(onPage)],
      ...(isOver && { touch: (nodes) => checkedBox(nodes, stream) }),
      ...(isOut && { tidy: withoutBlankTables }),
      ...(isBack && { tidy: withTable }),
    };
  });

function stateNodes(stream: Stream, page: ReportPage): AdfNode[] {
  const { report, steps, zone } = page;
  const { answer, returned, leadId } = stream;
  const given =
    answer?.source === 'jira'
      ? [
          line(`Written in Jira by ${nameOf(answer.by, page)}:`),
          ...answerLines(answer).map(({ label, text }) => line([bold(`${label}: `), text])),
        ]
      : [];
  if (report.state === 'published')
    return answer === null ? [line(`${nameOf(leadId, page)} gave no update.`)] : given;
  const due = localDate(returned ? steps.publish : steps.cutOff, zone);
  return [askNode({ stream, due, periodLabel: report.period.label }), ...given];
}

function factsNodes({ id }: Stream, { streamFacts, siteUrl, zone }: ReportPage): AdfNode[] {
  const facts = streamFacts[id];
  if (!facts) return [];
  const words = facts.figures.flatMap(({ name, value, jql }, n) => [
    n === 0 ? ' ' : ', ',
    linked(String(value), jqlUrl(siteUrl, jql)),
    ` ${name}`,
  ]);
  return [line([FACTS_PREFIX, ...words, `, as of ${clock(new Date(facts.asOf), zone)}.`])];
}

/** True where a lead has checked the box that Docket gave them on the page. */
export function isBoxChecked(doc: AdfDoc, marks: Marks, stream: Pick<Stream, 'id' | 'name'>): boolean {
  const has = (node: AdfNode): boolean =>
    (node.type === 'taskItem' && node.attrs?.['state'] === 'DONE') || (node.content ?? []).some(has);
  return (ownBlock(doc, marks, streamTitle(stream)) ?? []).some(has);
}
