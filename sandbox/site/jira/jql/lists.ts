import type { Clause, Operand } from '@atlaskit/jql-ast';

/**
 * Atlassian's parser takes some forty microseconds a word, and apps ask for the work of hundreds of people at once. Long
 * lists of plain quoted words, or of numbers, are taken out of a query before it is parsed, and put back into its tree.
 */
export interface Shortened {
  readonly jql: string;
  /** The words of each list that was taken out, as written. */
  readonly lists: readonly (readonly string[])[];
}

/** Below this, taking a list out costs what it saves. */
const WORTH_TAKING_OUT = 6;

/** Of Unicode's private use: a query that has it is left as it is. */
const MARK = '\ue000';

const WORD = `(?:"[^"\\\\\n\r]+"|\\d+)`;
/** The word before a list; before a function's arguments stands its name. */
const AFTER_IN = `(?<=[\\s"'\\]]in\\s*)`;
/** A list comes first, so that strings, which may look as if a list were in them, are passed over whole. */
const TOKENS = new RegExp(
  `${AFTER_IN}\\(\\s*${WORD}(?:\\s*,\\s*${WORD}){${WORTH_TAKING_OUT - 1},}\\s*\\)|"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`,
  'gis',
);

/** @returns `undefined` where nothing is to be gained. */
export function shorten(jql: string): Shortened | undefined {
  if (jql.includes(MARK)) return undefined;
  const lists: string[][] = [];
  const short = jql.replace(TOKENS, (token) => {
    if (!token.startsWith('(')) return token;
    lists.push(token.match(new RegExp(WORD, 'g')) ?? []);
    return `("${MARK}${lists.length - 1}")`;
  });
  return lists.length > 0 ? { jql: short, lists } : undefined;
}

/** Puts the lists back into the tree of the shortened query. The places of nodes remain those in the shortened one. */
export function restore(clause: Clause | undefined, lists: Shortened['lists']): void {
  if (!clause) return;
  if (clause.clauseType === 'not') restore(clause.clause, lists);
  else if (clause.clauseType === 'compound') for (const part of clause.clauses) restore(part, lists);
  else if (clause.operand?.operandType === 'list') {
    const { operand } = clause;
    operand.values = operand.values.flatMap((value) => wordsFor(value, lists));
  }
}

function wordsFor(operand: Operand, lists: Shortened['lists']): Operand[] {
  if (operand.operandType !== 'value' || !operand.text.startsWith(`"${MARK}`)) return [operand];
  const words = lists[Number(operand.text.slice(2, -1))] ?? [];
  return words.map((text) => ({ ...operand, text, value: text.replaceAll('"', '') }));
}
