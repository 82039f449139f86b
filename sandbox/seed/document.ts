import type { AdfDoc } from '../site/entities';

/**
 * The few document nodes that the seed and the importer write, as plain ADF:
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export type AdfNode = Readonly<Record<string, unknown>>;

export function doc(...content: readonly AdfNode[]): AdfDoc {
  return { type: 'doc', version: 1, content };
}

/** A text node cannot be empty: an empty string gives no node. */
function inline(part: string | AdfNode): AdfNode[] {
  if (typeof part !== 'string') return [part];
  return part === '' ? [] : [{ type: 'text', text: part }];
}

export function paragraph(...parts: readonly (string | AdfNode)[]): AdfNode {
  return { type: 'paragraph', content: parts.flatMap(inline) };
}

export function heading(level: 1 | 2 | 3, text: string): AdfNode {
  return { type: 'heading', attrs: { level }, content: inline(text) };
}

export function bullets(...items: readonly string[]): AdfNode {
  return {
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
  };
}

export function mention(accountId: string, displayName: string): AdfNode {
  return { type: 'mention', attrs: { id: accountId, text: `@${displayName}` } };
}

/** A date lozenge; `date` is `YYYY-MM-DD`. */
export function dateNode(date: string): AdfNode {
  return { type: 'date', attrs: { timestamp: String(Date.parse(`${date}T00:00:00Z`)) } };
}

/** One line of a task list. `content` is inline. */
export interface TaskLine {
  readonly localId: string;
  readonly done: boolean;
  readonly content: readonly (string | AdfNode)[];
}

export function taskList(localId: string, lines: readonly TaskLine[]): AdfNode {
  return {
    type: 'taskList',
    attrs: { localId },
    content: lines.map((line) => ({
      type: 'taskItem',
      attrs: { localId: line.localId, state: line.done ? 'DONE' : 'TODO' },
      content: line.content.flatMap(inline),
    })),
  };
}

/** Plain text as a document: a paragraph for each block between empty lines, a line break within one. */
export function textDocument(text: string): AdfDoc | null {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  if (blocks.length === 0) return null;
  const lines = (block: string): AdfNode[] =>
    block
      .split('\n')
      .flatMap((line, i) => (i === 0 ? inline(line) : [{ type: 'hardBreak' }, ...inline(line)]));
  return doc(...blocks.map((block) => ({ type: 'paragraph', content: lines(block) })));
}
