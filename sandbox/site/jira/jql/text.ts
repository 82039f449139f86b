/**
 * `~` and `!~`. Words are found whole and whatever the case; all of a query's words must be there; `"..."` inside the
 * string is a phrase; `*` and `?` stand for letters.
 * https://support.atlassian.com/jira-software-cloud/docs/search-syntax-for-text-fields/
 * Jira also finds other forms of an English word ("failing" by "fails"). The sandbox does not: it finds less, never more.
 */
import type { Issue } from '../../entities';
import { functionRefused, JqlError, notModelled } from './errors';
import type { FieldClause, JqlField } from './field';
import { resolveOperands } from './operands';
import type { JqlEnvironment } from './types';
import { wordsOf } from './words';

type Words = readonly string[];
type WordTest = (word: string) => boolean;

/** The texts of an issue in which a query may be found, each by itself: one for a field, one for each comment. */
export type TextsOf = (issue: Issue, env: JqlEnvironment) => readonly Words[];

export function compileText(textsOf: TextsOf): JqlField['compile'] {
  return (clause, env) => {
    const isFilled = (texts: readonly Words[]): boolean => texts.some((words) => words.length > 0);
    if (clause.operator === 'is') return { matches: (issue) => !isFilled(textsOf(issue, env)) };
    if (clause.operator === 'is not') return { matches: (issue) => isFilled(textsOf(issue, env)) };
    const isFound = compileTextQuery(clause, env);
    if (clause.operator === '~') return { matches: (issue) => textsOf(issue, env).some(isFound) };
    return {
      matches: (issue) => {
        const texts = textsOf(issue, env);
        return isFilled(texts) && !texts.some(isFound);
      },
    };
  };
}

/** A test of one text's words. @throws JqlError for an empty string and for the syntax that is not modelled. */
export function compileTextQuery(clause: FieldClause, env: JqlEnvironment): (words: Words) => boolean {
  const [literal] = resolveOperands(clause, env).literals;
  if (!literal) throw notModelled(`'${clause.written} EMPTY'`, clause.text);
  if (literal.kind !== 'value') throw functionRefused(literal.from, clause.field);
  const terms = termsOf(literal.value, clause);
  if (terms.length === 0)
    throw new JqlError(`The field '${clause.field}' does not support searching for an empty string.`);
  return (words) => terms.every((term) => occurs(term, words));
}

/** Each term is a run of words that must stand side by side: one for a word, several for a phrase. */
function termsOf(query: string, clause: FieldClause): readonly WordTest[][] {
  const terms: WordTest[][] = [];
  for (const [part, phrase] of query.matchAll(/"((?:\\.|[^"\\])*)"|(?:\\.|[^\s"\\])+|["\\]/gs)) {
    if (phrase === undefined) refuseSyntax(part, clause);
    const run = (phrase ?? part).replace(/\\(.)/gs, ' $1 ');
    const pieces = run.toLowerCase().match(phrase === undefined ? /[\p{L}\p{N}_*?]+/gu : /[\p{L}\p{N}_]+/gu);
    if (pieces) terms.push(pieces.map(wordTest));
  }
  return terms;
}

function refuseSyntax(part: string, clause: FieldClause): void {
  if (/^[*?]/.test(part))
    throw new JqlError(
      `The text query '${part}' for field '${clause.field}' is not allowed to start with '*' or '?'.`,
    );
  const bare = part.replace(/\\./gs, '');
  const special = /^(?:AND|OR|NOT)$/.exec(bare) ?? /^[+\-!]|&&|\|\||[(){}[\]^~:"\\]/.exec(bare);
  if (special) throw notModelled(`'${special[0]}' in a text search`, clause.text);
}

function wordTest(piece: string): WordTest {
  if (!/[*?]/.test(piece)) return (word) => word === piece;
  const pattern = new RegExp(`^${piece.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'u');
  return (word) => pattern.test(word);
}

function occurs(term: readonly WordTest[], words: Words): boolean {
  for (let start = 0; start + term.length <= words.length; start++) {
    if (term.every((test, offset) => test(words[start + offset] as string))) return true;
  }
  return false;
}

/** The words of a plain text, as one text. */
export const asText = (text: string): readonly Words[] => [wordsOf(text)];
