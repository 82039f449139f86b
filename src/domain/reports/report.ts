import type { Reporting, Workstream } from './config';
import type { Period } from './period';
import { say, type Text } from '../../words';

export type ReportState = 'collecting' | 'draft' | 'in-review' | 'approved' | 'published';
export type Confidence = 'high' | 'medium' | 'low';
export type Colour = 'green' | 'amber' | 'red';

/** What a lead says about their part of the work, in their own words; empty where they left it so. */
export interface Update {
  readonly done: string;
  readonly next: string;
  readonly blocked: string;
  readonly confidence: Confidence | null;
  /** What somebody above has to decide. */
  readonly needsDecision: string;
}

/** An answer with who gave it, where and when. */
export interface Answer extends Update {
  readonly by: string;
  readonly at: string;
  readonly source: 'page' | 'jira';
}

/** The part of one workstream in one report. */
export interface Stream {
  readonly id: string;
  readonly name: string;
  readonly leadId: string;
  readonly scope: Workstream['scope'];
  readonly answer: Answer | null;
  /** Set while a reviewer waits for a better answer. */
  readonly returned: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** A colour that a person set against the rule's. */
export interface Override {
  readonly dimension: string;
  readonly colour: Colour;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One thing that happened to a report. */
export interface Happening {
  readonly at: string;
  /** Account id; `null`: Docket itself. */
  readonly by: string | null;
  readonly what:
    'asked' | 'answered' | 'drafted' | 'overridden' | 'returned' | 'approved' | 'published' | 'corrected';
  readonly detail: string;
}

/** One project's report on one period. */
export interface Report {
  readonly projectId: string;
  readonly period: Period;
  readonly state: ReportState;
  /** 1; each correction after publishing is one more. */
  readonly revision: number;
  /** Why the newest revision was made, where it is not the first. */
  readonly correction: string | null;
  /** What that revision changed, in words; known once it is out. */
  readonly changes: readonly string[];
  readonly streams: readonly Stream[];
  readonly overrides: readonly Override[];
  readonly approval: { readonly by: string; readonly at: string } | null;
  readonly publishedAt: string | null;
  readonly history: readonly Happening[];
}

/** Who does something, and when. */
export interface Act {
  readonly by: string;
  readonly now: Date;
}

export type Step =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly code: 'FORBIDDEN' | 'BAD_INPUT' | 'CONFLICT'; readonly why: Text };

/** A report at the moment of asking; without workstreams there is nobody to ask, and it is asked for all the same. */
export function openReport(
  projectId: string,
  period: Period,
  { workstreams }: Pick<Reporting, 'workstreams'>,
  now: Date,
): Report {
  const at = now.toISOString();
  return {
    projectId,
    period,
    state: 'collecting',
    revision: 1,
    correction: null,
    changes: [],
    streams: workstreams.map((stream) => ({ ...stream, answer: null, returned: null })),
    overrides: [],
    approval: null,
    publishedAt: null,
    history: [{ at, by: null, what: 'asked', detail: asked(workstreams) }],
  };
}

const asked = (streams: readonly Workstream[]): string =>
  streams.length === 0 ? 'No workstreams to ask.' : streams.map(({ name }) => name).join(', ');

/** A lead's words, newest answer counts. Only the stream's lead or a reviewer may give them, until it is approved. */
export function answer(
  report: Report,
  streamId: string,
  update: Update,
  source: Answer['source'],
  { by, now }: Act,
  mayAnswerForAll: boolean,
): Step {
  const stream = report.streams.find(({ id }) => id === streamId);
  if (!stream) return refuse('BAD_INPUT', say('report.noStream'));
  if (stream.leadId !== by && !mayAnswerForAll)
    return refuse('FORBIDDEN', say('report.leadOnly', { stream: stream.name }));
  const closed = notOpen(report);
  if (closed) return closed;
  if (isEmpty(update)) return refuse('BAD_INPUT', say('report.emptyAnswer'));
  const at = now.toISOString();
  const given: Answer = { ...update, by, at, source };
  return {
    ok: true,
    report: noted(
      {
        ...report,
        streams: report.streams.map((one) =>
          one.id === streamId ? { ...one, answer: given, returned: null } : one,
        ),
      },
      { at, by, what: 'answered', detail: stream.name },
    ),
  };
}

export const isEmpty = ({ done, next, blocked, needsDecision }: Update): boolean =>
  [done, next, blocked, needsDecision].every((text) => text.trim() === '');

/** The cut-off: what is missing is missing from here on, and the reviewer's turn begins. */
export function draft(report: Report, now: Date): Report {
  if (report.state !== 'collecting') return report;
  const missing = missingStreams(report);
  const detail =
    missing.length === 0
      ? 'Every lead has answered.'
      : `Without: ${missing.map(({ name }) => name).join(', ')}.`;
  return noted({ ...report, state: 'draft' }, { at: now.toISOString(), by: null, what: 'drafted', detail });
}

export const missingStreams = ({ streams }: Pick<Report, 'streams'>): readonly Stream[] =>
  streams.filter(({ answer: given }) => given === null);

/** The streams of a report under correction that were given back or answered anew since it was published. */
export const reopenedStreams = ({ streams, publishedAt }: Report): readonly Stream[] =>
  streams.filter(
    ({ answer: given, returned }) =>
      returned !== null || (given !== null && publishedAt !== null && given.at > publishedAt),
  );

/** True while the page shows a revision that is out, and another one is in review. */
export const isUnderCorrection = ({ revision, state }: Pick<Report, 'revision' | 'state'>): boolean =>
  revision > 1 && state !== 'published';

/** The draft is in front of its reviewers. */
export const startReview = (report: Report): Report =>
  report.state === 'draft' ? { ...report, state: 'in-review' } : report;

/** Sets a dimension's colour against the rule; `null` gives the rule back its word. */
export function override(
  report: Report,
  dimension: string,
  choice: { readonly colour: Colour; readonly reason: string } | null,
  { by, now }: Act,
): Step {
  const closed = notOpen(report);
  if (closed) return closed;
  if (choice && choice.reason.trim() === '') return refuse('BAD_INPUT', say('report.colourReason'));
  const at = now.toISOString();
  const others = report.overrides.filter((one) => one.dimension !== dimension);
  const overrides = choice ? [...others, { dimension, ...choice, by, at }] : others;
  const detail = choice
    ? `${dimension}: ${choice.colour}. ${choice.reason}`
    : `${dimension}: as the rule says.`;
  return { ok: true, report: noted({ ...report, overrides }, { at, by, what: 'overridden', detail }) };
}

/** Gives a section back to its lead, with what is missing in it. */
export function returnStream(report: Report, streamId: string, why: string, { by, now }: Act): Step {
  const stream = report.streams.find(({ id }) => id === streamId);
  if (!stream) return refuse('BAD_INPUT', say('report.noStream'));
  const closed = notOpen(report);
  if (closed) return closed;
  if (why.trim() === '') return refuse('BAD_INPUT', say('report.returnReason'));
  const at = now.toISOString();
  const streams = report.streams.map((one) =>
    one.id === streamId ? { ...one, returned: { by, at, why } } : one,
  );
  return {
    ok: true,
    report: noted({ ...report, streams }, { at, by, what: 'returned', detail: `${stream.name}: ${why}` }),
  };
}

/** @returns a refusal where the person is no reviewer, or the report is not there yet. */
export function approve(report: Report, reviewers: readonly string[], { by, now }: Act): Step {
  if (!reviewers.includes(by)) return refuse('FORBIDDEN', say('report.reviewersOnly'));
  if (report.state === 'collecting') return refuse('CONFLICT', say('report.answerOpen'));
  const closed = notOpen(report);
  if (closed) return closed;
  const waiting = report.streams.filter(({ returned }) => returned !== null);
  if (waiting.length > 0) {
    const names = waiting.map(({ name }) => name).join(', ');
    return refuse('CONFLICT', say('report.givenBack', { names }));
  }
  const at = now.toISOString();
  return {
    ok: true,
    report: noted(
      { ...report, state: 'approved', approval: { by, at } },
      { at, by, what: 'approved', detail: `Revision ${report.revision}` },
    ),
  };
}

/** The report is out: from here on nothing rewrites it but a correction. `changes`: what a correction changed. */
export function publish(report: Report, now: Date, changes: readonly string[] = []): Report {
  if (report.state === 'published') return report;
  const at = now.toISOString();
  const detail = [`Revision ${report.revision}`, ...changes].join('; ');
  return noted(
    { ...report, state: 'published', publishedAt: at, changes },
    { at, by: null, what: 'published', detail },
  );
}

/** Opens a published report again as its next revision; it is reviewed and published like the first. */
export function correct(report: Report, reason: string, { by, now }: Act): Step {
  if (report.state !== 'published') return refuse('CONFLICT', say('report.onlyPublished'));
  if (reason.trim() === '') return refuse('BAD_INPUT', say('report.correctionReason'));
  const at = now.toISOString();
  const next: Report = {
    ...report,
    state: 'in-review',
    revision: report.revision + 1,
    correction: reason.trim(),
    changes: [],
    approval: null,
  };
  return { ok: true, report: noted(next, { at, by, what: 'corrected', detail: reason.trim() }) };
}

function notOpen({ state }: Report): Extract<Step, { ok: false }> | null {
  if (state === 'published') return refuse('CONFLICT', say('report.isPublished'));
  if (state === 'approved') return refuse('CONFLICT', say('report.isApproved'));
  return null;
}

const refuse = (code: Extract<Step, { ok: false }>['code'], why: Text): Extract<Step, { ok: false }> => ({
  ok: false,
  code,
  why,
});

/** Enough for any story of one report. */
const MOST_HAPPENINGS = 200;

const noted = (report: Report, happening: Happening): Report => ({
  ...report,
  history: [...report.history, happening].slice(-MOST_HAPPENINGS),
});
