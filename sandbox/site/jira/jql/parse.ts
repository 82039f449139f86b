import { type AstNode, type Clause, JastBuilder, type OrderByField } from '@atlaskit/jql-ast';
import { JqlError } from './errors';
import { restored, shorten } from './lists';
import { describeSyntaxError } from './syntax';

export interface ParsedJql {
  readonly source: string;
  /** Absent where the query restricts nothing. */
  readonly where: Clause | undefined;
  readonly orderBy: readonly OrderByField[];
}

/** Parsing costs about a millisecond and apps ask the same few queries again and again. */
const REMEMBERED = 256;
/** A query of pages is a list of people and dates that no other hour asks for, and its tree weighs a hundred kilobytes. */
const LONGEST_REMEMBERED = 2_000;
const memory = new Map<string, ParsedJql | string>();

/** As `parseJql`, in less time for queries with lists and dates; `undefined` where it gives no tree, for whatever reason. */
export function parseQuickly(jql: string): ParsedJql | undefined {
  const short = shorten(jql);
  const parsed = short && parseOnce(short.jql);
  if (!parsed || typeof parsed === 'string') return undefined;
  return { ...parsed, where: parsed.where && restored(parsed.where, short.lists) };
}

/**
 * Parses with Atlassian's own grammar. The tree is shared between calls: nobody may change it.
 * @throws JqlError with Jira's sentence where the query is not JQL.
 */
export function parseJql(jql: string): ParsedJql {
  const parsed = parseOnce(jql);
  if (typeof parsed === 'string') throw new JqlError(parsed);
  return parsed;
}

/** @returns the tree, or Jira's sentence where the query is not JQL. */
function parseOnce(jql: string): ParsedJql | string {
  let parsed = memory.get(jql);
  if (parsed === undefined) parsed = parseAfresh(jql);
  else memory.delete(jql);
  // A Map keeps the order of insertion: the first key is always the one unused for longest.
  if (jql.length <= LONGEST_REMEMBERED) memory.set(jql, parsed);
  if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value as string);
  return parsed;
}

function parseAfresh(jql: string): ParsedJql | string {
  const { query, errors } = new JastBuilder().build(jql);
  if (errors[0]) return describeSyntaxError(jql, errors[0]);
  return {
    source: jql,
    where: query?.where ?? undefined,
    orderBy: query?.orderBy?.fields ?? [],
  };
}

/** The part of the query that a node was read from. Positions count code points, not UTF-16 units. */
export function excerpt(jql: string, node: AstNode): string {
  if (!node.position) return jql.trim();
  return Array.from(jql).slice(node.position[0], node.position[1]).join('');
}

const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/**
 * The meaning of a string as written, quoted or bare. The parser's own `value` drops the backslash of `\n` and
 * `\u00e9` and keeps the letters, so the written text is decoded here.
 * https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ "Reserved characters"
 */
export function decode(text: string): string {
  const inner = isQuoted(text) ? text.slice(1, -1) : text;
  if (!inner.includes('\\')) return inner;
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_all, code: string | undefined, char: string) =>
    code === undefined ? (ESCAPED[char] ?? char) : String.fromCharCode(parseInt(code, 16)),
  );
}

/** True for a string in quotation marks, which is a name before it is an id. */
export function isQuoted(text: string): boolean {
  return text.startsWith('"') || text.startsWith("'");
}
