import { createHash } from 'node:crypto';
import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { z } from 'zod';
import type { Sandbox } from '../index';
import { nodesOf, walk } from '../site/confluence/adf-tree';
import type { FooterComment, IssueComment, Page, Project } from '../site/entities';
import type { SiteState } from '../site/state';

/** One message as the site shows it: a comment that carries its key, or on a page a reference that follows from it. */
export interface SentMessage {
  readonly key: string;
  readonly project: string;
  /** Issue key, or the page's title. */
  readonly item: string;
  readonly recipient: string;
  readonly stage: string;
  /** When it came, on the recipient's clock: YYYY-MM-DDTHH:MM. */
  readonly local: string;
  readonly sentAt: string;
}

export interface WithdrawnMessage {
  readonly key: string;
  readonly project: string;
  readonly item: string;
  readonly recipient: string;
  readonly stage: string;
  readonly why: string;
}

export interface StatusPage {
  readonly id: string;
  readonly title: string;
  readonly project: string;
  readonly week: string;
  /** When the figures were computed, ISO instant. */
  readonly asOf: string;
  readonly version: number;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** What a run of the demo came to; `--json` writes it. */
export interface Outcome {
  readonly messages: readonly SentMessage[];
  readonly withdrawn: readonly WithdrawnMessage[];
  readonly pages: readonly StatusPage[];
  readonly points: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly unmodelled: readonly string[];
  /** Where site and ledger tell different stories, and runs of the app that failed; empty when all is well. */
  readonly faults: readonly string[];
}

const MESSAGE_PROPERTY = 'docket.message';
const STATUS_PROPERTY = 'docket.status';

const Mark = z.object({
  v: z.literal(1),
  messages: z.array(z.object({ key: z.string(), recipient: z.string(), stage: z.string() })),
});
const Status = z.object({
  v: z.literal(1),
  project: z.string().optional(),
  week: z.string(),
  asOf: z.string(),
  figures: z.record(z.string(), z.number().nullable()),
});
const LedgerRow = z.object({
  state: z.string(),
  entry: z.object({
    key: z.string(),
    projectId: z.string(),
    item: z.string(),
    recipient: z.string(),
    stage: z.string(),
    why: z.string(),
  }),
});

function messagesIn(state: SiteState, comment: IssueComment): SentMessage[] {
  const mark = Mark.safeParse(comment.properties[MESSAGE_PROPERTY]);
  const issue = state.issues.get(comment.issueId);
  if (!mark.success || !issue) return [];
  return mark.data.messages.map(({ key, recipient, stage }) => {
    const zone = state.users.get(recipient)?.timeZone ?? 'UTC';
    return {
      key,
      project: state.projects.get(issue.projectId)?.key ?? '',
      item: issue.key,
      recipient,
      stage,
      local: format(comment.created, "yyyy-MM-dd'T'HH:mm", { in: tz(zone) }),
      sentAt: new Date(comment.created).toISOString(),
    };
  });
}

/** A comment on a page shows a digest of each key: the ledger says which message it stands for. */
function messagesOn(
  state: SiteState,
  comment: FooterComment,
  ledger: readonly z.infer<typeof LedgerRow>[],
): SentMessage[] {
  const text = [...walk(nodesOf(comment.body))].map((node) => node.text ?? '').join(' ');
  return ledger.flatMap(({ entry: { key, projectId, recipient, stage } }) => {
    const digest = createHash('sha256').update(key).digest('hex').slice(0, 8);
    if (!text.includes(`Ref ${digest}`)) return [];
    return [
      {
        key,
        project: state.projects.get(projectId)?.key ?? '',
        item: state.pages.get(comment.pageId)?.title ?? '',
        recipient,
        stage,
        local: format(comment.created, "yyyy-MM-dd'T'HH:mm", {
          in: tz(state.users.get(recipient)?.timeZone ?? 'UTC'),
        }),
        sentAt: new Date(comment.created).toISOString(),
      },
    ];
  });
}

function statusOf(page: Page, project: (id: string | undefined) => Project | undefined): StatusPage[] {
  const status = Status.safeParse(page.properties.find(({ key }) => key === STATUS_PROPERTY)?.value);
  if (!status.success) return [];
  const { week, asOf, figures } = status.data;
  const { id, title, version } = page;
  return [
    {
      id,
      title,
      project: project(status.data.project)?.key ?? '',
      week,
      asOf,
      version: version.number,
      figures,
    },
  ];
}

/** Each message that only one of the two knows of, and each that is on the site twice. */
function disagreements(messages: readonly SentMessage[], sentByLedger: ReadonlySet<string>): string[] {
  const onSite = new Map<string, number>();
  for (const { key } of messages) onSite.set(key, (onSite.get(key) ?? 0) + 1);
  return [
    ...[...onSite].flatMap(([key, count]) =>
      count > 1 ? [`message ${key} is on the site ${count} times`] : [],
    ),
    ...[...onSite.keys()].flatMap((key) =>
      sentByLedger.has(key) ? [] : [`the ledger does not know message ${key} as sent`],
    ),
    ...[...sentByLedger].flatMap((key) =>
      onSite.has(key) ? [] : [`message ${key} is sent by the ledger, and not on the site`],
    ),
  ];
}

/** Reads from the site, and checks against the app's ledger, what the app has done. */
export function outcomeOf({ site, state, host }: Pick<Sandbox, 'site' | 'state' | 'host'>): Outcome {
  const byApp = [...state.comments.all()].filter((comment) => comment.authorId === state.appAccountId);
  const ledger = host.stored('ledger').map((row) => LedgerRow.parse(row.value));
  const onPages = [...state.footerComments.all()].filter(({ authorId }) => authorId === state.appAccountId);
  const messages = [
    ...byApp.flatMap((comment) => messagesIn(state, comment)),
    ...onPages.flatMap((comment) => messagesOn(state, comment, ledger)),
  ].sort((a, b) => (a.sentAt === b.sentAt ? 0 : a.sentAt < b.sentAt ? -1 : 1));
  const projectOf = (id: string | undefined) => (id === undefined ? undefined : state.projects.get(id));
  const sent = new Set(ledger.filter((row) => row.state === 'sent').map((row) => row.entry.key));
  const failed = host.invocations.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'retry');
  return {
    messages,
    withdrawn: ledger
      .filter((row) => row.state === 'withdrawn')
      .map(({ entry: { key, projectId, item, recipient, stage, why } }) => ({
        key,
        project: projectOf(projectId)?.key ?? '',
        item,
        recipient,
        stage,
        why,
      })),
    pages: [...state.pages.all()].flatMap((page) => statusOf(page, projectOf)),
    points: host.totals.points,
    calls: host.totals.calls,
    unmodelled: site.unmodelled,
    faults: [
      ...disagreements(messages, sent),
      ...failed.map((run) => `${run.moduleKey} ended with ${run.outcome}: ${run.error ?? 'no reason given'}`),
      ...host.deadLetters.map((letter) => `an event of ${letter.queue} was given up: ${letter.why}`),
    ],
  };
}
