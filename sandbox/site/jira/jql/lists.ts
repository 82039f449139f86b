import type { Clause, Operand } from '@atlaskit/jql-ast';

/**
 * Atlassian's parser takes some forty microseconds a word, and apps ask for the work of hundreds of people at once, each
 * hour with another date. Lists of plain quoted words, or of numbers, and plain quoted words after a comparison are taken
 * out of a query before it is parsed, and put back into its tree: what remains is the same hour after hour.
 */
export interface Shortened {
  readonly jql: string;
  /** The words of each list that was taken out, as written; a single word is a list of one. */
  readonly lists: readonly (readonly string[])[];
}

/** Of Unicode's private use: a query that has it is left as it is. */
const MARK = '\ue000';

const QUOTED = `"[^"\\\\\n\r]+"`;
const WORD = `(?:${QUOTED}|\\d+)`;
/** The word before a list; before a function's arguments stands its name. */
const AFTER_IN = `(?<=[\\s"'\\]]in\\s*)`;
const AFTER_COMPARISON = `(?<=[=<>~]\\s*)`;
const TAKEN_OUT = `${AFTER_IN}\\(\\s*${WORD}(?:\\s*,\\s*${WORD})*\\s*\\)|${AFTER_COMPARISON}${QUOTED}`;
/** What is taken out comes first, so that strings, which may look as if a list were in them, are passed over whole. */
const TOKENS = new RegExp(`(?<taken>${TAKEN_OUT})|"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`, 'gis');
const WORDS = new RegExp(WORD, 'g');

/** @returns `undefined` where nothing is to be gained. */
export function shorten(jql: string): Shortened | undefined {
  if (jql.includes(MARK)) return undefined;
  const lists: string[][] = [];
  const short = jql.replace(TOKENS, (token, taken: string | undefined) => {
    if (taken === undefined) return token;
    const mark = `"${MARK}${lists.length}"`;
    lists.push(taken.match(WORDS) ?? []);
    return taken.startsWith('(') ? `(${mark})` : mark;
  });
  return lists.length > 0 ? { jql: short, lists } : undefined;
}

/** @returns the tree with the lists in it, beside that of the shortened query. The places of nodes remain those in that. */
export function restored(clause: Clause, lists: Shortened['lists']): Clause {
  if (clause.clauseType === 'not') return { ...clause, clause: restored(clause.clause, lists) };
  if (clause.clauseType === 'compound')
    return { ...clause, clauses: clause.clauses.map((part) => restored(part, lists)) };
  const { operand } = clause;
  if (operand?.operandType === 'list') {
    const values = operand.values.flatMap((value) => wordsFor(value, lists));
    return { ...clause, operand: { ...operand, values } };
  }
  const [word] = operand ? wordsFor(operand, lists) : [];
  return word ? { ...clause, operand: word } : clause;
}

function wordsFor(operand: Operand, lists: Shortened['lists']): Operand[] {
  if (operand.operandType !== 'value' || !operand.text.startsWith(`"${MARK}`)) return [operand];
  const words = lists[Number(operand.text.slice(2, -1))] ?? [];
  return words.map((text) => ({ ...operand, text, value: text.replaceAll('"', '') }));
}
