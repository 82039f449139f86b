import { date } from '@atlaskit/adf-utils/date';
import { mention } from '@atlaskit/adf-utils/mention';
import { paragraph } from '@atlaskit/adf-utils/paragraph';
import { strong } from '@atlaskit/adf-utils/strong';
import { table } from '@atlaskit/adf-utils/table';
import { tableCell } from '@atlaskit/adf-utils/table-cell';
import { tableRow } from '@atlaskit/adf-utils/table-row';
import { taskItem } from '@atlaskit/adf-utils/task-item';
import { taskList } from '@atlaskit/adf-utils/task-list';
import { text } from '@atlaskit/adf-utils/text';
import { dayNumber, type LocalDate } from '../calendar';
import { type AdfNode, isBlank } from '../status';
import { printOf } from '../status/fingerprint';
import { isEmpty, type Stream, type Update } from './report';

/** What a lead is asked, in the order of the page. The words in bold are what the answer is found by. */
export const QUESTIONS: readonly {
  readonly key: keyof Update;
  readonly label: string;
  readonly hint: string;
}[] = [
  { key: 'done', label: 'Done', hint: '' },
  { key: 'next', label: 'Next', hint: '' },
  { key: 'blocked', label: 'Blocked', hint: '' },
  { key: 'confidence', label: 'Confidence', hint: ' (high, medium or low)' },
  { key: 'needsDecision', label: 'Needs a decision', hint: '' },
];

/** `Update: Payments`. */
export const headingOf = ({ name }: Pick<Stream, 'name'>): string => `Update: ${name}`;

const node = (built: { readonly type: string }): AdfNode => built as AdfNode;

export interface Ask {
  readonly stream: Pick<Stream, 'id' | 'name' | 'leadId' | 'answer' | 'returned'>;
  /** When the answer is due: the day of the cut-off. */
  readonly due: LocalDate;
  readonly periodLabel: string;
}

/**
 * The task that a lead is asked by: Confluence tells them, and the follow-up chases it like any other task. Its box is
 * checked once there is an answer that nobody gave back.
 */
export function askNode({ stream, due, periodLabel }: Ask): AdfNode {
  const { name, leadId, answer, returned } = stream;
  const done = answer !== null && returned === null;
  const words = returned
    ? ` your update on ${name} came back to you: ${returned.why} Please complete it by `
    : ` please write the update on ${name} for ${periodLabel} by `;
  // One list a section; its ids only have to differ on the page.
  return node(
    taskList({ localId: `${taskId(stream)}-list` })(
      taskItem({ localId: taskId(stream), state: done ? 'DONE' : 'TODO' })(
        mention({ id: leadId, text: '' }),
        text(words),
        date({ timestamp: String(dayNumber(due) * 86_400_000) }),
      ),
    ),
  );
}

/** The id of the one task of a workstream's section. */
const taskId = ({ id }: Pick<Stream, 'id'>): string => `docket-${id}`;

/**
 * The section with the box of its task checked, whatever people have made of its words: else an answer would be chased
 * for ever. The task is known by its id or, where Confluence gave it another, as the lead's own at the section's top.
 */
export function checkedBox(
  body: readonly AdfNode[],
  stream: Pick<Stream, 'id' | 'leadId'>,
): readonly AdfNode[] {
  const tasks = body.flatMap(tasksIn);
  const top = body.find((part) => !isBlank(part));
  const own =
    tasks.find(({ attrs }) => attrs?.['localId'] === taskId(stream)) ??
    (top?.type === 'taskList' ? tasksIn(top).find((task) => mentions(task, stream.leadId)) : undefined);
  if (!own || own.attrs?.['state'] === 'DONE') return body;
  const checked = (part: AdfNode): AdfNode => {
    if (part === own) return { ...own, attrs: { ...own.attrs, state: 'DONE' } };
    return tasksIn(part).includes(own) ? { ...part, content: (part.content ?? []).map(checked) } : part;
  };
  return body.map(checked);
}

const tasksIn = (part: AdfNode): AdfNode[] =>
  part.type === 'taskItem' ? [part] : (part.content ?? []).flatMap(tasksIn);
const mentions = (part: AdfNode, accountId: string): boolean =>
  (part.type === 'mention' && part.attrs?.['id'] === accountId) ||
  (part.content ?? []).some((child) => mentions(child, accountId));

/** The table that the lead writes into; filled where they have answered elsewhere. */
export function answerNode(update: Update | null): AdfNode {
  const rows = QUESTIONS.map(({ key, label, hint }) => {
    const title = hint === '' ? [strong(text(label))] : [strong(text(label)), text(hint)];
    const given = update?.[key] ?? '';
    const lines =
      given === '' ? [paragraph()] : given.split('\n').map((words) => paragraph(...wordsOf(words)));
    return tableRow([tableCell({})(paragraph(...title)), tableCell({})(...lines)]);
  });
  return node(table(...rows));
}

/** True for a table of questions that nobody has touched: no word in it is anybody's, and nobody has commented on it. */
const isUntouched = (part: AdfNode): boolean =>
  part.type === 'table' && printOf([part]) === printOf([answerNode(null)]) && !isCommented(part);
const isCommented = ({ marks = [], content = [] }: AdfNode): boolean =>
  marks.some(({ type }) => type === 'annotation') || content.some(isCommented);

/** A section without the tables that nobody has touched. */
export const withoutBlankTables = (body: readonly AdfNode[]): readonly AdfNode[] =>
  body.some(isUntouched) ? body.filter((part) => !isUntouched(part)) : body;

/** A section with a table to write into, blank where there was none. */
export const withTable = (body: readonly AdfNode[]): readonly AdfNode[] =>
  body.some(({ type }) => type === 'table') ? body : [...body, answerNode(null)];

const wordsOf = (words: string) => (words.trim() === '' ? [] : [text(words)]);

/** An answer as lines of text, for a page that is published. */
export function answerLines(update: Update): readonly { readonly label: string; readonly text: string }[] {
  if (isEmpty(update) && update.confidence === null) return [];
  return QUESTIONS.flatMap(({ key, label }) => {
    const given = update[key];
    return given === null || given.trim() === '' ? [] : [{ label, text: given }];
  });
}
