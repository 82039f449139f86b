import { z } from 'zod';
import { defineCall } from './call';
import { Names } from './register-views';
import { ReportFiles } from './report-files';
import { Dimension, PeriodLength, Rag, StatusPoint } from './status';

const words = z.string().max(4_000, 'At most 4,000 characters.');
const reason = z.string().trim().max(1_000, 'At most 1,000 characters.');
/** `2012-W29`, `2012-W29-30`, `2012-07`. */
const label = z.string().regex(/^\d{4}-(W\d{2}(-\d{2})?|\d{2})$/);
const Confidence = z.enum(['high', 'medium', 'low']);

const Update = z.strictObject({
  done: words,
  next: words,
  blocked: words,
  confidence: Confidence.nullable(),
  needsDecision: words,
});

const State = z.enum(['collecting', 'draft', 'in-review', 'approved', 'published']);
const Page = z.object({ id: z.string(), title: z.string(), url: z.string() }).nullable();

/** A number with the JQL that proves it; `null` where there is none. */
const Figure = z.object({
  name: z.string(),
  value: z.number(),
  jql: z.string().nullable(),
});

const StreamView = z.object({
  id: z.string(),
  name: z.string(),
  leadId: z.string(),
  answer: Update.extend({ by: z.string(), at: z.string(), source: z.enum(['page', 'jira']) }).nullable(),
  returned: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
  /** Empty until the leads were asked. */
  facts: z.array(Figure),
  factsAsOf: z.string().nullable(),
  /** May the person who looks answer for it. */
  mayAnswer: z.boolean(),
});

/** A dimension with its colour by the rules and, beside it, the one that a reviewer set. */
const DimensionView = z.object({
  dimension: Dimension,
  rule: Rag.nullable(),
  reasons: z.array(z.object({ rag: Rag.nullable(), text: z.string() })),
  override: z.object({ colour: Rag, reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});

export const ReportView = z.object({
  label,
  length: PeriodLength,
  /** First and last day. */
  start: z.string(),
  end: z.string(),
  state: State,
  /** Goes back to the server with an approval: what was approved is what was seen. */
  version: z.number(),
  revision: z.number(),
  correction: z.string().nullable(),
  /** Instants; `ask` is `null` where nobody works in the period. */
  steps: z.object({ ask: z.string().nullable(), cutOff: z.string(), publish: z.string() }),
  page: Page,
  approval: z.object({ by: z.string(), at: z.string() }).nullable(),
  publishedAt: z.string().nullable(),
  /** With the colours that reviewers set; `null` before there are figures. */
  overall: Rag.nullable(),
  figuresAsOf: z.string().nullable(),
  dimensions: z.array(DimensionView),
  figures: z.array(Figure),
  /** Against the report before, by figure; `null` where there is none. */
  change: z.object({ since: z.string(), figures: z.record(z.string(), z.number()) }).nullable(),
  streams: z.array(StreamView),
  /** Newest last. `by: null`: Docket itself. */
  history: z.array(
    z.object({ at: z.string(), by: z.string().nullable(), what: z.string(), detail: z.string() }),
  ),
  reviewers: z.array(z.string()),
  rights: z.object({
    /** Override, return, correct. */
    review: z.boolean(),
    /** `null`: may; else why not, for the person who looks. */
    whyNotApprove: z.string().nullable(),
    whyNotPublish: z.string().nullable(),
  }),
  names: Names,
});
export type ReportView = z.infer<typeof ReportView>;

const Line = z.object({
  label,
  start: z.string(),
  end: z.string(),
  state: State,
  revision: z.number(),
  /** Of what was published last. */
  overall: Rag.nullable(),
  figures: z.record(z.string(), z.number()),
  publishedAt: z.string().nullable(),
  page: Page,
});

/** After a step: the report as it is now; `warning` where the page could not follow yet. */
const Done = z.object({ report: ReportView, warning: z.string().nullable() });

export const reports = {
  /** The newest reports, newest first: half a year of weeks; and what pictures draw of the published ones. */
  list: defineCall(
    'reports.list',
    z.strictObject({}),
    z.object({ reports: z.array(Line), history: z.array(StatusPoint) }),
  ),
  /** One report, or the newest; `null` where none has been begun. Words on the page count as they stand now. */
  read: defineCall(
    'reports.read',
    z.strictObject({ label: label.nullable() }),
    z.object({
      report: ReportView.nullable(),
      /** The next report to come, where the project makes reports. Instants. */
      next: z
        .object({
          label,
          ask: z.string().nullable(),
          cutOff: z.string(),
          publish: z.string(),
          /** `null`: the person who looks may publish it at once; else why not. */
          whyNotPublish: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** What a published report says, for a slide deck and a workbook. */
  files: defineCall('reports.files', z.strictObject({ label }), ReportFiles),
  answer: defineCall(
    'reports.answer',
    z.strictObject({ label, streamId: z.string().max(40), update: Update }),
    Done,
  ),
  override: defineCall(
    'reports.override',
    z.strictObject({
      label,
      dimension: Dimension,
      /** `null`: as the rule says. */
      choice: z.strictObject({ colour: Rag, reason }).nullable(),
    }),
    Done,
  ),
  returnStream: defineCall(
    'reports.returnStream',
    z.strictObject({ label, streamId: z.string().max(40), why: reason }),
    Done,
  ),
  approve: defineCall('reports.approve', z.strictObject({ label, version: z.int() }), Done),
  correct: defineCall(
    'reports.correct',
    z.strictObject({
      label,
      reason,
      /** As they were published, or as Jira has them now: figures of today are no longer of the report's period. */
      figures: z.enum(['published', 'new']),
    }),
    Done,
  ),
  /** Publishes before the time; `null`: the report of the current period. */
  publishNow: defineCall('reports.publishNow', z.strictObject({ label: label.nullable() }), Done),
};
