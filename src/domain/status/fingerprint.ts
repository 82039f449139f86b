import { createHash } from 'node:crypto';
import { isBlank, type AdfNode } from './adf';

/**
 * Attributes that a reader can see. All others (`localId`, table widths and layout, defaults) are added or rewritten by
 * Confluence when it stores a document, so that a page never reads back exactly as it was written.
 */
const VISIBLE_ATTRIBUTES = [
  'level',
  'text',
  'color',
  'timestamp',
  'panelType',
  'id',
  'shortName',
  'state',
  'url',
  'extensionKey',
];

/** How many visible nodes were written, a dot, and a hash of what they show. */
export type Print = string;

/** Equal for two runs of nodes that a reader could not tell apart. */
export function printOf(nodes: readonly AdfNode[]): Print {
  const shown = nodes.filter((node) => !isBlank(node));
  const hash = createHash('sha256')
    .update(JSON.stringify(children(shown)))
    .digest('base64url');
  return `${shown.length}.${hash.slice(0, 22)}`;
}

/** The count of visible nodes that a print was taken of. */
export function sizeOf(print: Print): number {
  return Number(print.split('.')[0]);
}

function project(node: AdfNode): unknown {
  const attrs = VISIBLE_ATTRIBUTES.flatMap((name) => {
    const value = node.attrs?.[name];
    // `id` is what a mention points at; elsewhere it is the editor's own.
    if (value === undefined || (name === 'id' && node.type !== 'mention')) return [];
    // Checking the box of a task is an answer to it, and no edit of its words.
    if (name === 'state' && node.type === 'taskItem') return [];
    return [[name, typeof value === 'string' ? value.toLowerCase() : value]];
  });
  return [node.type, attrs, children(node.content ?? [])];
}

/** Children without blank paragraphs, neighbouring texts of one look joined: the editor splits them at will. */
function children(nodes: readonly AdfNode[]): unknown[] {
  const out: unknown[] = [];
  let open: { look: string; text: string } | undefined;
  for (const node of nodes) {
    if (isBlank(node)) continue;
    if (node.type !== 'text') {
      open = undefined;
      out.push(project(node));
      continue;
    }
    const look = JSON.stringify(lookOf(node));
    if (open?.look === look) open.text = squeeze(open.text + (node.text ?? ''));
    else out.push((open = { look, text: squeeze(node.text ?? '') }));
  }
  return out;
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ');

function lookOf(node: AdfNode): string[] {
  return (node.marks ?? [])
    .filter(({ type }) => type !== 'annotation') // an inline comment on our words does not change them
    .map(({ type, attrs }) => (type === 'link' ? `link ${hrefOf(attrs)}` : type))
    .sort();
}

function hrefOf(attrs: unknown): string {
  const href = typeof attrs === 'object' && attrs !== null && 'href' in attrs ? String(attrs.href) : '';
  try {
    return decodeURIComponent(href); // how much is percent-encoded is not ours to insist on
  } catch {
    return href;
  }
}
