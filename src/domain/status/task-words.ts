import { type AdfNode, textOf } from './adf';

/** What leads to a date at the end of a sentence, in the languages of the screens. */
const TOWARDS_DATE = /[\s,;:]+(?:by|due|until|till|before|on|bis(?: zum)?|am|zum|vor dem)[\s,;:]*$/iu;

const isNothing = ({ type, text }: AdfNode): boolean => type === 'text' && (text ?? '').trim() === '';

/** True where the last thing in it is a date. */
function endsInDate(nodes: readonly AdfNode[]): boolean {
  const last = nodes.findLast((node) => !isNothing(node));
  return last !== undefined && (last.type === 'date' || endsInDate(last.content ?? []));
}

/**
 * What is to be done, in the words of a task on a page. The date at its end is its due date, which is told beside it: what
 * leads to that date ("..., by") goes with it.
 */
export function taskWords(nodes: readonly AdfNode[]): string {
  const words = nodes.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
  return endsInDate(nodes) ? words.replace(TOWARDS_DATE, '') : words;
}
