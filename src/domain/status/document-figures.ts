import type { AdfNode } from './adf';
import type { PageInput } from './document';
import { figureTitles } from './figure-titles';
import { jqlUrl } from './links';
import { grid, line, linked, type Words } from './parts';
import type { FigureName, Snapshot } from './snapshot';

type Input = Pick<PageInput, 'snapshot' | 'delta' | 'siteUrl' | 'previousUrl'>;

/** Every figure, one click from its proof, with its change since the last report. */
export function figuresBody(page: Input): AdfNode[] {
  const { snapshot, delta } = page;
  const rows = figureTitles(snapshot.week).flatMap(([name, title]): Words[][] => {
    const value = figureWords(page, name);
    return value === null ? [] : [[title, value, changeWords(delta?.figures[name])]];
  });
  const since = delta ? `Change since ${delta.since}` : 'Change';
  return [
    grid(['Figure', 'Now', since], rows),
    line(
      'Each number leads to its query. Jira reads the times in a query in the zone of whoever opens it. Of what was deleted or moved to another project only the number can be computed: Jira keeps no list of it.',
    ),
  ];
}

/** The number with its proof, or why there is none; `null` where there is nothing to say. */
function figureWords({ snapshot, siteUrl, previousUrl }: Input, name: FigureName): Words | null {
  const value = snapshot.figures[name];
  if (value === null) {
    const why = snapshot.notComputable[name];
    return why === undefined ? null : `not computable: ${why}`;
  }
  const jql = snapshot.queries[name];
  if (jql !== undefined) return linked(String(value), jqlUrl(siteUrl, jql));
  return differenceWords({ snapshot, siteUrl, previousUrl }, value, DIFFERENCES[name] ?? []);
}

/** Figures that are what the last report said, less or plus other figures. */
const DIFFERENCES: Partial<Record<FigureName, readonly (readonly ['+' | '-', keyof Snapshot['queries']])[]>> =
  {
    pushedOut: [['-', 'stillDue']],
    removed: [
      ['+', 'createdSince'],
      ['-', 'total'],
    ],
  };

/** `1 = 39 in the last report - 38`, each number with its own proof. */
function differenceWords(
  { snapshot, siteUrl, previousUrl }: Omit<Input, 'delta'>,
  value: number,
  difference: NonNullable<(typeof DIFFERENCES)[FigureName]>,
): Words {
  const terms = difference.flatMap(([sign, name]) => {
    const [term, jql] = [snapshot.figures[name], snapshot.queries[name]];
    return term === null || jql === undefined ? [] : [{ sign, term, jql }];
  });
  if (terms.length === 0 || terms.length < difference.length) return String(value);
  const then = String(
    terms.reduce((rest, { sign, term }) => (sign === '-' ? rest + term : rest - term), value),
  );
  return [
    `${value} = `,
    previousUrl === null ? then : linked(then, previousUrl),
    ' in the last report',
    ...terms.flatMap(({ sign, term, jql }) => [` ${sign} `, linked(String(term), jqlUrl(siteUrl, jql))]),
  ];
}

/** `+3`, `-2`, `0`; a dash where there is nothing to compare with. */
export function changeWords(change: number | undefined): string {
  if (change === undefined) return '–';
  return change > 0 ? `+${change}` : String(change);
}
