import { BLOCKS } from './adf-blocks';
import { type AdfOptions, INLINE } from './adf-inline';
import { renderText } from './adf-marks';
import { entry, escapeHtml, type Node, readNode } from './adf-parts';

export type { AdfOptions };

const unknown = (what: string, inner = ''): string =>
  `<span class="adf-unknown">${escapeHtml(what)}${inner}</span>`;

/** A list inside a task list is HTML's only inside an item. */
const needsItem = (parent: Node, child: Node): boolean =>
  parent.type === 'taskList' && child.type === 'taskList';

function renderInside(parent: Node, options: AdfOptions): string {
  return parent.content
    .map((value) => {
      const node = readNode(value);
      if (!node) return unknown('unreadable node');
      const html = render(node, options);
      return needsItem(parent, node) ? `<li class="adf-nested">${html}</li>` : html;
    })
    .join('');
}

function render(node: Node, options: AdfOptions): string {
  if (node.type === 'text') return renderText(node);
  const inner = (): string => renderInside(node, options);
  const write = entry(BLOCKS, node.type) ?? entry(INLINE, node.type);
  return write ? write(node, inner, options) : unknown(`unknown node ${node.type}`, inner());
}

/**
 * A document in HTML, for the nodes that people and Docket write; anything else is named where it stands, with what is
 * inside it. All text is escaped; only web, mail and relative links can be followed.
 * @param doc ADF version 1, https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function renderAdf(doc: unknown, options: AdfOptions): string {
  const root = readNode(doc);
  return root?.type === 'doc' ? renderInside(root, options) : unknown('no document');
}
