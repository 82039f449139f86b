import { quote } from '../jql';
import { BUILT_IN_COLUMNS, type ConfiguredRegister } from '../registers';
import { openJql, pathOf, projectJql } from '../status';

/** Which records of a register are meant: those that are open, all, or the open ones of one band. */
export type ExcerptFilter =
  { readonly is: 'open' } | { readonly is: 'all' } | { readonly is: 'band'; readonly label: string };

/** The JQL of a part of a register, and its order: highest score first, or what is asked for soonest. */
export function excerptJql(
  register: ConfiguredRegister,
  projectKey: string,
  filter: ExcerptFilter,
): { readonly jql: string; readonly order: string } {
  const among = filter.is === 'all' ? `${pathOf(register, 'state')} is not EMPTY` : openJql(register);
  const inBand = filter.is === 'band' ? ` AND ${pathOf(register, 'band')} = ${quote(filter.label)}` : '';
  return {
    jql: `${projectJql({ projectKey, scope: '' })} AND ${among}${inBand}`,
    order: ` ORDER BY ${orderOf(register)}id ASC`,
  };
}

function orderOf(register: ConfiguredRegister): string {
  if (register.score) return `${pathOf(register, 'score')} DESC, `;
  const dated = register.index.find(({ path, type }) => type === 'date' && path.startsWith('values.'));
  return dated ? `${pathOf(register, dated.path)} ASC, ` : '';
}

/** What a table shows where nobody has chosen: the register's own columns, as many as fit on a page. */
const USUAL_COLUMNS = 6;

/** The columns that a table has, of those asked for that there are. @param asked empty for the usual ones */
export function columnsShown(register: ConfiguredRegister, asked: readonly string[]): string[] {
  const known = new Set([...Object.keys(BUILT_IN_COLUMNS), ...Object.keys(register.fields)]);
  const chosen = [...new Set(asked)].filter((key) => known.has(key));
  return chosen.length > 0 ? chosen : register.columns.slice(0, USUAL_COLUMNS);
}
