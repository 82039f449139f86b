import { paragraph } from '@atlaskit/adf-utils/paragraph';
import { table } from '@atlaskit/adf-utils/table';
import { tableCell } from '@atlaskit/adf-utils/table-cell';
import { tableHeader } from '@atlaskit/adf-utils/table-header';
import { tableRow } from '@atlaskit/adf-utils/table-row';
import { bandOf, type HeatMapAt } from '../registers';
import type { AdfNode } from './adf';
import { bold, line, node } from './parts';

/** Cell colours that Confluence offers for tables, by the tone of a band. */
const BACKGROUND = { success: '#e3fcef', warning: '#fffae6', danger: '#ffebe6', neutral: '#f4f5f7' } as const;

/** A heat map as a coloured table: each cell says its number, its band and its score in words too. */
export function heatBody(map: HeatMapAt): AdfNode[] {
  const { axes, scales, scores } = map;
  const level = (words: readonly string[], step: number): string => `${step} ${words[step - 1] ?? ''}`.trim();
  const head = [
    `${axes.probability} ↓ ${axes.impact} →`,
    ...scales.impact.map((_, i) => level(scales.impact, i + 1)),
  ];
  // As people draw it: the highest probability on top.
  const rows = scores
    .map((row, p) =>
      tableRow([
        tableCell({})(paragraph(bold(level(scales.probability, p + 1)))),
        ...row.map((score, i) => cellOf(map, p, i, score)),
      ]),
    )
    .reverse();
  const header = tableRow(head.map((title) => tableHeader({})(paragraph(bold(title)))));
  return [node(table(header, ...rows)), ...notesOf(map)];
}

function cellOf({ bands, counts, before }: HeatMapAt, p: number, i: number, score: number) {
  const band = bandOf(bands, score);
  const count = counts[p]?.[i] ?? 0;
  const change = before === null ? 0 : count - (before.counts[p]?.[i] ?? 0);
  const moved = change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(change)})`;
  const where = `${band?.label ?? ''} ${score}`.trim();
  const isEmpty = count === 0 && change === 0;
  return tableCell({ background: BACKGROUND[band?.tone ?? 'neutral'] })(
    ...(isEmpty ? [] : [paragraph(bold(`${count}${moved}`))]),
    paragraph(where),
  );
}

function notesOf({ before, unplaced }: HeatMapAt): AdfNode[] {
  return [
    ...(unplaced > 0 ? [line(`Without a rating, and in no cell: ${unplaced}.`)] : []),
    ...(before === null ? [] : [line(`In brackets: the change since ${before.asOf.slice(0, 10)}.`)]),
  ];
}
