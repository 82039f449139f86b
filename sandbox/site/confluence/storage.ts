import { type AdfNode, attr, nodesOf } from './adf-tree';
import { unmodelled } from './refusals';

/** Text made safe inside XHTML, in elements and in attributes. */
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An entry by a name that comes from a document: never one that every object inherits. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const wrap = (tag: string, inner: string, attributes = ''): string =>
  `<${tag}${attributes}>${inner}</${tag}>`;

const parameter = (name: string, value: string): string =>
  wrap('ac:parameter', escape(value), ` ac:name="${name}"`);

const macro = (name: string, parameters: string, body = ''): string =>
  wrap('ac:structured-macro', parameters + body, ` ac:name="${name}" ac:schema-version="1"`);

const richBody = (inner: string): string => wrap('ac:rich-text-body', inner);

const MARKS: Readonly<Record<string, (inner: string, mark: AdfNode) => string>> = {
  strong: (inner) => wrap('strong', inner),
  em: (inner) => wrap('em', inner),
  code: (inner) => wrap('code', inner),
  strike: (inner) => wrap('del', inner),
  underline: (inner) => wrap('u', inner),
  subsup: (inner, mark) => wrap(attr(mark, 'type') === 'sub' ? 'sub' : 'sup', inner),
  textColor: (inner, mark) => wrap('span', inner, ` style="color: ${escape(attr(mark, 'color'))};"`),
  link: (inner, mark) => wrap('a', inner, ` href="${escape(attr(mark, 'href'))}"`),
};

function text(node: AdfNode): string {
  return (node.marks ?? []).reduceRight(
    (inner, mark) => {
      const render = own(MARKS, mark.type);
      if (!render) throw unmodelled(`the mark "${mark.type}" in body-format storage`);
      return render(inner, mark);
    },
    escape(node.text ?? ''),
  );
}

/** Panel types whose macro in storage format has another name. */
const PANEL_MACRO: Readonly<Record<string, string>> = {
  info: 'info',
  note: 'note',
  tip: 'tip',
  success: 'tip',
  warning: 'warning',
  error: 'warning',
};

const link = (url: string): string =>
  wrap('a', escape(url), ` href="${escape(url)}" data-card-appearance="inline"`);

const cell = (tag: string) => (inner: string, node: AdfNode) => {
  const span = (name: string) => (attr(node, name) === '' ? '' : ` ${name}="${escape(attr(node, name))}"`);
  return wrap(tag, inner, span('colspan') + span('rowspan'));
};

const dateOf = (node: AdfNode): string => {
  const at = new Date(Number(attr(node, 'timestamp')));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
};

type Render = (inner: string, node: AdfNode) => string;

const NODES: Readonly<Record<string, Render>> = {
  paragraph: (inner) => wrap('p', inner),
  heading: (inner, node) => wrap(`h${escape(attr(node, 'level'))}`, inner),
  bulletList: (inner) => wrap('ul', inner),
  orderedList: (inner, node) =>
    wrap('ol', inner, attr(node, 'order') === '' ? '' : ` start="${escape(attr(node, 'order'))}"`),
  listItem: (inner) => wrap('li', inner),
  blockquote: (inner) => wrap('blockquote', inner),
  rule: () => '<hr />',
  hardBreak: () => '<br />',
  table: (inner) => wrap('table', wrap('tbody', inner)),
  tableRow: (inner) => wrap('tr', inner),
  tableHeader: cell('th'),
  tableCell: cell('td'),
  taskList: (inner) => wrap('ac:task-list', inner),
  taskItem: (inner, node) =>
    wrap(
      'ac:task',
      wrap('ac:task-id', escape(attr(node, 'localId'))) +
        wrap('ac:task-status', attr(node, 'state') === 'DONE' ? 'complete' : 'incomplete') +
        wrap('ac:task-body', inner),
    ),
  mention: (_inner, node) => wrap('ac:link', `<ri:user ri:account-id="${escape(attr(node, 'id'))}" />`),
  date: (_inner, node) => `<time datetime="${dateOf(node)}" />`,
  emoji: (_inner, node) => `<ac:emoticon ac:emoji-shortname="${escape(attr(node, 'shortName'))}" />`,
  status: (_inner, node) =>
    macro('status', parameter('title', attr(node, 'text')) + parameter('colour', attr(node, 'color'))),
  panel: (inner, node) => {
    const name = own(PANEL_MACRO, attr(node, 'panelType'));
    if (!name) throw unmodelled(`panels of type "${attr(node, 'panelType')}" in body-format storage`);
    return macro(name, '', richBody(inner));
  },
  expand: (inner, node) => macro('expand', parameter('title', attr(node, 'title')), richBody(inner)),
  codeBlock: (_inner, node) => {
    const code = (node.content ?? []).map((part) => part.text ?? '').join('');
    const body = `<![CDATA[${code.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    return macro('code', parameter('language', attr(node, 'language')), wrap('ac:plain-text-body', body));
  },
  inlineCard: (_inner, node) => link(attr(node, 'url')),
  blockCard: (_inner, node) => wrap('p', link(attr(node, 'url'))),
  layoutSection: (inner) => wrap('ac:layout-section', inner, ' ac:type="two_equal"'),
  layoutColumn: (inner) => wrap('ac:layout-cell', inner),
};

function render(node: AdfNode): string {
  if (node.type === 'text') return text(node);
  const write = own(NODES, node.type);
  if (!write) throw unmodelled(`the node "${node.type}" in body-format storage`);
  return write((node.content ?? []).map(render).join(''), node);
}

/**
 * A document in Confluence's storage format, for the node types that the sandbox models.
 * https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 * @throws SiteError 400 naming the first node or mark that it does not model.
 */
export const toStorage = (doc: { readonly content: readonly unknown[] }): string =>
  nodesOf(doc).map(render).join('');
