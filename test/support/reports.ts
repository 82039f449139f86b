import { callApp } from '../../sandbox/cli/app-call';
import type { Page } from '../../sandbox/site/entities';
import { reporting, reports } from '../../src/contract';
import { ReportingShape } from '../../src/contract/reporting';
import type { ReportView } from '../../src/contract/reports';
import { DEFAULT_REPORTING } from '../../src/domain/reports';
import { type AdfNode, textOf } from '../../src/domain/status/adf';
import type { TestApp, TestAppOptions } from './app';
import { nodesOf, statusApp } from './status-page';

/** Thursday 2026-07-23, half past eight: half an hour before the leads are asked. */
export const BEFORE_ASKING = Date.UTC(2026, 6, 23, 8, 30);
export const WEEK = '2026-W30';

const STREAMS = [
  { id: 'pay', name: 'Payments', leadId: 'ann', scope: { kind: 'jql' as const, jql: 'assignee = ann' } },
  { id: 'web', name: 'Web', leadId: 'ben', scope: { kind: 'jql' as const, jql: 'assignee = ben' } },
];

/** Two workstreams, a reviewer and a stakeholder, before anybody is asked; `change` is what is decided otherwise. */
export async function reportApp(change: object = {}, options: TestAppOptions = {}): Promise<TestApp> {
  const app = await statusApp({ now: BEFORE_ASKING, ...options });
  await saveReporting(app, change);
  return app;
}

export const saveReporting = (app: TestApp, change: object = {}) =>
  callApp(app.host, app.screen('project-settings'), reporting.save, {
    ...ReportingShape.parse(DEFAULT_REPORTING),
    workstreams: STREAMS,
    reviewers: ['lead'],
    stakeholders: ['member'],
    ...change,
  });

export const AT = {
  asked: '2026-07-23T09:30:00Z',
  closed: '2026-07-24T12:30:00Z',
  published: '2026-07-24T15:30:00Z',
  monday: '2026-07-27T10:30:00Z',
};

/** The report as that person sees it. */
export async function view(app: TestApp, accountId = 'lead'): Promise<ReportView> {
  const { report } = await callApp(app.host, app.screen('project-page', accountId), reports.read, {
    label: null,
  });
  if (!report) throw new Error('There is no report.');
  return report;
}

type Call = Exclude<keyof typeof reports, 'list' | 'read'>;

/** One step of a person: the answer as the screen gets it. */
export const act = (app: TestApp, call: Call, request: object, accountId = 'lead') =>
  app.host.invoke(app.screen('project-page', accountId), `reports.${call}`, { label: WEEK, ...request });

/** A step that has to succeed. */
export async function done(app: TestApp, call: Call, request: object, accountId = 'lead'): Promise<void> {
  const answer = await act(app, call, request, accountId);
  expect(answer).toMatchObject({ ok: true, value: { warning: null } });
}

/** A reviewer approves what they see. */
export const approve = async (app: TestApp, accountId = 'lead') =>
  act(app, 'approve', { version: (await view(app, accountId)).version }, accountId);

export const words = (change: object = {}) => ({
  done: 'Cards are accepted',
  next: '',
  blocked: '',
  confidence: 'high',
  needsDecision: '',
  ...change,
});

/** What stands under a heading, up to the next one. */
export function under(page: { readonly body: Page['body'] }, heading: string): AdfNode[] {
  const nodes = nodesOf(page);
  const at = nodes.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  if (at < 0) return [];
  const end = nodes.findIndex((node, index) => index > at && node.type === 'heading');
  return nodes.slice(at + 1, end < 0 ? undefined : end);
}

export const linesUnder = (page: { readonly body: Page['body'] }, heading: string): string[] =>
  under(page, heading).map(textOf);

/** The page with `text` written beside a question of a workstream's table. */
export const filled = (nodes: AdfNode[], heading: string, question: string, text: string): AdfNode[] => {
  const at = nodes.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const table = nodes.findIndex((node, index) => index > at && node.type === 'table');
  return nodes.map((node, index) => (index === table ? withCell(node, question, text) : node));
};

const withCell = (table: AdfNode, question: string, text: string): AdfNode => ({
  ...table,
  content: (table.content ?? []).map((row) => {
    const [label, cell] = row.content ?? [];
    if (!label || !cell || !textOf(label).startsWith(question)) return row;
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
    return { ...row, content: [label, { ...cell, content: [paragraph] }] };
  }),
});

/** Comments on pages, in words. */
export const comments = (app: TestApp): string[] =>
  [...app.state.footerComments.all()].map(({ body }) => (body.content as AdfNode[]).map(textOf).join(' '));

/** Those by which stakeholders learn that a report, or a correction of it, is out. */
export const tellings = (app: TestApp): string[] =>
  comments(app).filter((comment) => / The report on \S+ (is published|was corrected)/u.test(comment));
