import type { Report, Stream, Update } from '../../src/domain/reports';
import { openReport, type ReportPage, streamSections, weekPeriod } from '../../src/domain/reports';
import { type AdfDoc, type AdfNode, type Marks, type Merged, mergePage } from '../../src/domain/status';
import { EMPTY } from './status-sections';

export const NOW = new Date('2012-07-19T09:00:00Z');
export const SAID: Update = {
  done: 'Cards work',
  next: '',
  blocked: '',
  confidence: 'high',
  needsDecision: '',
};

/** A report on one workstream, Payments of ann, at the moment of asking. */
export const asked = (change: Partial<Stream> = {}, more: Partial<Report> = {}): Report => {
  const scope = { kind: 'component', component: 'Payments' } as const;
  const workstreams = [{ id: 'pay', name: 'Payments', leadId: 'ann', scope }];
  const report = openReport('10001', weekPeriod('2012-07-18'), { workstreams }, NOW);
  return { ...report, streams: report.streams.map((stream) => ({ ...stream, ...change })), ...more };
};

/** What a page of that report is drawn from. */
export const pageOf = (report: Report, change: Partial<ReportPage> = {}): ReportPage => ({
  report,
  steps: {
    ask: NOW,
    cutOff: new Date('2012-07-20T12:00:00Z'),
    publish: new Date('2012-07-20T15:00:00Z'),
  },
  streamFacts: {},
  zone: 'UTC',
  siteUrl: null,
  names: { ann: 'Ann Archer', lead: 'Lou Lead' },
  reviewers: ['lead'],
  ...change,
});

/** The leads' part of the page as Docket writes it, over what stands there. */
export function drawn(
  report: Report,
  current: { readonly doc: AdfDoc; readonly marks: Marks } = { doc: EMPTY, marks: {} },
): Merged {
  return mergePage(current.doc, current.marks, streamSections(pageOf(report)));
}

/** Every node of the document changed as `change` says, from the leaves up. */
export function everywhere(doc: AdfDoc, change: (node: AdfNode) => AdfNode): AdfDoc {
  const visit = (node: AdfNode): AdfNode =>
    change({ ...node, ...(node.content && { content: node.content.map(visit) }) });
  return { ...doc, content: doc.content.map(visit) };
}
