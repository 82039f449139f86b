import { doc } from '@atlaskit/adf-utils/doc';
import type { HeatMapAt } from '../registers';
import type { AdfDoc } from './adf';
import type { Delta } from './delta';
import { reasonWords } from './document';
import { heatBody } from './document-heat';
import { historyBody } from './document-history';
import { figuresBody } from './document-figures';
import { milestonesBody, risksBody } from './document-tables';
import { bold, bullets, line, lozenge } from './parts';
import type { Snapshot } from './snapshot';
import { spanName } from './span';

/** The status for a PDF or Word export: verdict, figures, milestones, risks, and the reports before. */
export function exportDocument(input: {
  readonly project: { readonly key: string; readonly name: string };
  readonly snapshot: Snapshot;
  readonly delta: Delta | null;
  readonly siteUrl: string | null;
  /** Open risks of the report's week; `null` where they were not recorded then. */
  readonly heat: HeatMapAt | null;
  /** What was published, newest first, this report among it. */
  readonly history: readonly Snapshot[];
}): AdfDoc {
  const { project, snapshot } = input;
  const nodes = [
    line([
      lozenge(snapshot.rag),
      ' ',
      bold(project.name),
      `, ${spanName({ label: snapshot.week })}, as of ${snapshot.asOf}.`,
    ]),
    bullets(snapshot.reasons.map((reason) => reasonWords(reason, input))),
    ...figuresBody({ ...input, previousUrl: null }),
    ...milestonesBody(input),
    ...risksBody(input),
    ...(input.heat === null
      ? []
      : [line(`Open risks by probability and impact, as of ${input.heat.asOf}.`), ...heatBody(input.heat)]),
    ...historyBody(input.history),
  ];
  return doc(...(nodes as Parameters<typeof doc>)) as AdfDoc;
}

/** What an export shows where there is no status: why, in one line. */
export function emptyExport(why: string): AdfDoc {
  return { version: 1, type: 'doc', content: [line(why)] };
}
