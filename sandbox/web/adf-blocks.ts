import { card, type RenderNode } from './adf-inline';
import { attr, escapeHtml, integer, type Node, oneOf, readNode } from './adf-parts';

const PANELS = ['info', 'note', 'tip', 'success', 'warning', 'error', 'custom'] as const;
const MOST_CELLS = 1000;

const element =
  (tag: string, attributes = ''): RenderNode =>
  (_node, inner) =>
    `<${tag}${attributes}>${inner()}</${tag}>`;

function heading(node: Node, inner: () => string): string {
  const tag = `h${integer(node, 'level', 1, 6) ?? 6}`;
  return `<${tag}>${inner()}</${tag}>`;
}

function orderedList(node: Node, inner: () => string): string {
  const start = integer(node, 'order', 0, Number.MAX_SAFE_INTEGER);
  return `<ol${start === undefined || start === 1 ? '' : ` start="${start}"`}>${inner()}</ol>`;
}

const cell =
  (tag: 'td' | 'th'): RenderNode =>
  (node, inner) => {
    const span = (name: string): string => {
      const count = integer(node, name, 2, MOST_CELLS);
      return count === undefined ? '' : ` ${name}="${count}"`;
    };
    return `<${tag}${span('colspan')}${span('rowspan')}>${inner()}</${tag}>`;
  };

function task(node: Node, inner: () => string): string {
  const [label, box] = attr(node, 'state') === 'DONE' ? ['Done', '☑'] : ['To do', '☐'];
  const id = escapeHtml(attr(node, 'localId'));
  return (
    `<li class="adf-task" data-task="${id}"><span class="adf-box" role="img" aria-label="${label}">${box}</span> ` +
    `${inner()}</li>`
  );
}

function code(node: Node): string {
  const text = node.content.map((part) => readNode(part)?.text ?? '').join('');
  const language = escapeHtml(attr(node, 'language'));
  return `<pre class="adf-code"><code data-language="${language}">${escapeHtml(text)}</code></pre>`;
}

function expand(node: Node, inner: () => string): string {
  const title = escapeHtml(attr(node, 'title') || 'More');
  return `<details class="adf-expand"><summary>${title}</summary>${inner()}</details>`;
}

function column(node: Node, inner: () => string): string {
  const width = Number(attr(node, 'width') || NaN);
  const basis = width > 0 && width <= 100 ? ` style="flex-basis:${width}%"` : '';
  return `<div class="adf-column"${basis}>${inner()}</div>`;
}

/** A macro's place: what it would draw, only its app can tell. What stands inside it is shown. */
const macro =
  (tag: 'div' | 'span'): RenderNode =>
  (node, inner) => {
    const key = escapeHtml(attr(node, 'extensionKey'));
    return `<${tag} class="adf-macro" data-extension-key="${key}">Macro <code>${key}</code>${inner()}</${tag}>`;
  };

export const BLOCKS: Readonly<Record<string, RenderNode>> = {
  paragraph: element('p'),
  heading,
  bulletList: element('ul'),
  orderedList,
  listItem: element('li'),
  taskList: element('ul', ' class="adf-tasks"'),
  taskItem: task,
  blockTaskItem: task,
  decisionList: element('ul', ' class="adf-decisions"'),
  decisionItem: element('li', ' class="adf-decision"'),
  panel: (node, inner) =>
    `<div class="adf-panel adf-panel-${oneOf(node, 'panelType', PANELS, 'custom')}">${inner()}</div>`,
  table: (_node, inner) => `<table class="adf-table"><tbody>${inner()}</tbody></table>`,
  tableRow: element('tr'),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  rule: () => '<hr>',
  blockquote: element('blockquote'),
  codeBlock: code,
  expand,
  nestedExpand: expand,
  blockCard: (node) => `<p class="adf-card">${card(node)}</p>`,
  embedCard: (node) => `<p class="adf-card">${card(node)}</p>`,
  layoutSection: element('div', ' class="adf-layout"'),
  layoutColumn: column,
  extension: macro('div'),
  bodiedExtension: macro('div'),
  inlineExtension: macro('span'),
};
