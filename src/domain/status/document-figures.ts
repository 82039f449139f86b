import type { AdfNode } from './adf';
import type { PageInput } from './document';
import { figureTitles } from './figure-titles';
import { jqlUrl } from './links';
import { grid, line, linked, type Words } from './parts';
import type { FigureName } from './snapshot';

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
      'Each number leads to its query. Jira reads the times in a query in the zone of whoever opens it. What was deleted or moved to another project is not computable: Jira keeps no list of it.',
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
  const { stillDue } = snapshot.figures;
  const proof = snapshot.queries.stillDue;
  if (name !== 'pushedOut' || stillDue === null || proof === undefined) return String(value);
  const then = String(value + stillDue);
  return [
    `${value} = `,
    previousUrl === null ? then : linked(then, previousUrl),
    ' in the last report - ',
    linked(String(stillDue), jqlUrl(siteUrl, proof)),
  ];
}

/** `+3`, `-2`, `0`; a dash where there is nothing to compare with. */
export function changeWords(change: number | undefined): string {
  if (change === undefined) return '–';
  return change > 0 ? `+${change}` : String(change);
}
