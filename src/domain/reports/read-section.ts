import { type AdfDoc, type AdfNode, textOf } from '../status';
import { headingOf, QUESTIONS } from './section';
import { type Confidence, isEmpty, type Stream, type Update } from './report';

const NOTHING: Update = { done: '', next: '', blocked: '', confidence: null, needsDecision: '' };

/** More than anybody writes in a cell; the rest stays on the page. */
const MOST_CHARACTERS = 4_000;

/**
 * What a lead wrote on the page: the cells beside Docket's questions, or lines that begin with them (`Done: ...`).
 * Words that answer no question count as what is done, so that nothing is lost. `null` where there are none.
 */
export function readUpdate(doc: AdfDoc, stream: Pick<Stream, 'id' | 'name'>): Update | null {
  const section = sectionUnder(doc, headingOf(stream));
  if (!section) return null;
  const found: Record<string, string[]> = {};
  for (const { question, words } of section.flatMap((node) => answersIn(node, stream)))
    if (words !== '') (found[question ?? 'done'] ??= []).push(words);
  const said = (key: keyof Update): string => (found[key] ?? []).join('\n').slice(0, MOST_CHARACTERS).trim();
  const update: Update = {
    done: said('done'),
    next: said('next'),
    blocked: said('blocked'),
    confidence: confidenceOf(said('confidence')),
    needsDecision: said('needsDecision'),
  };
  return isEmpty(update) && update.confidence === null ? null : { ...NOTHING, ...update };
}

function sectionUnder(doc: AdfDoc, heading: string): readonly AdfNode[] | null {
  const isHeading = ({ type }: AdfNode): boolean => type === 'heading';
  const at = doc.content.findIndex((node) => isHeading(node) && sameWords(textOf(node), heading));
  if (at < 0) return null;
  const level = Number(doc.content[at]?.attrs?.['level']);
  const end = doc.content.findIndex(
    (node, i) => i > at && isHeading(node) && Number(node.attrs?.['level']) <= level,
  );
  return doc.content.slice(at + 1, end < 0 ? undefined : end);
}

interface Found {
  readonly question: keyof Update | null;
  readonly words: string;
}

function answersIn(node: AdfNode, stream: Pick<Stream, 'id'>): Found[] {
  switch (node.type) {
    case 'table':
      return (node.content ?? []).flatMap(rowAnswers);
    case 'taskList':
      return (node.content ?? [])
        .filter(({ attrs }) => attrs?.['localId'] !== `docket-${stream.id}`)
        .map((item) => lineAnswer(textOf(item)));
    case 'bulletList':
    case 'orderedList':
    case 'panel':
    case 'blockquote':
    case 'expand':
    case 'layoutSection':
    case 'layoutColumn':
    case 'listItem':
      return (node.content ?? []).flatMap((child) => answersIn(child, stream));
    default:
      return linesOf(node).map(lineAnswer);
  }
}

function rowAnswers(row: AdfNode): Found[] {
  const [first, ...cells] = row.content ?? [];
  if (!first) return [];
  const question = questionOf(textOf(first));
  const lines = (cells.length > 0 ? cells : [first]).flatMap(({ content = [] }) => content.flatMap(linesOf));
  const words = lines.join('\n').trim();
  return question || cells.length === 0 ? [{ question, words }] : [{ question: null, words: rowText(row) }];
}

const rowText = (row: AdfNode): string =>
  (row.content ?? [])
    .map((cell) => textOf(cell).trim())
    .filter((words) => words !== '')
    .join(': ');

/** Docket's own line of facts begins with this, and is nobody's answer. */
export const FACTS_PREFIX = 'Facts:';

function lineAnswer(words: string): Found {
  const line = words.trim();
  if (line.startsWith(FACTS_PREFIX)) return { question: null, words: '' };
  const [, label = '', rest = ''] = /^([^:]{2,40}):\s*(.*)$/su.exec(line) ?? [];
  const question = questionOf(label);
  return question ? { question, words: rest.trim() } : { question: null, words: line };
}

/** The lines of a block: hard breaks and list items are lines of their own. */
function linesOf(node: AdfNode): string[] {
  const blocks = ['paragraph', 'heading', 'codeBlock'];
  if (!blocks.includes(node.type) && node.content && node.type !== 'text')
    return node.content.flatMap(linesOf);
  const lines = [''];
  for (const child of node.content ?? []) {
    if (child.type === 'hardBreak') lines.push('');
    else lines[lines.length - 1] += inlineText(child);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

/** Mentions, dates and links show what a reader sees. */
function inlineText(node: AdfNode): string {
  const { type, attrs } = node;
  if (type === 'date') return new Date(Number(attrs?.['timestamp'])).toISOString().slice(0, 10);
  if (type === 'mention' || type === 'status' || type === 'emoji')
    return String(attrs?.['text'] ?? attrs?.['shortName'] ?? '');
  if (type === 'inlineCard') return String(attrs?.['url'] ?? '');
  return textOf(node);
}

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function questionOf(words: string): keyof Update | null {
  const plain = words.replace(/\(.*\)/su, '').trim();
  return QUESTIONS.find(({ label }) => sameWords(label, plain))?.key ?? null;
}

function confidenceOf(words: string): Confidence | null {
  const first = /\b(high|medium|low)\b/iu.exec(words)?.[1]?.toLowerCase();
  return (first as Confidence | undefined) ?? null;
}
