import { attr, escapeHtml, linkTo, type Node, oneOf, readNode } from './adf-parts';

/** What the renderer asks of its surroundings. */
export interface AdfOptions {
  /** The name to show for an account id. */
  nameOf(accountId: string): string;
}

export type RenderNode = (node: Node, inner: () => string, options: AdfOptions) => string;

const STATUS_COLOURS = ['neutral', 'purple', 'blue', 'red', 'yellow', 'green'] as const;

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date node is a day, kept as its midnight UTC: no zone may move it. */
function date(node: Node): string {
  const at = new Date(Number(attr(node, 'timestamp') || NaN));
  if (Number.isNaN(at.getTime())) {
    return `<span class="adf-unknown">no date: ${escapeHtml(attr(node, 'timestamp'))}</span>`;
  }
  return `<time datetime="${at.toISOString().slice(0, 10)}">${dateFormat.format(at)}</time>`;
}

function mention(node: Node, options: AdfOptions): string {
  const id = attr(node, 'id');
  const name = options.nameOf(id) || attr(node, 'text').replace(/^@/, '') || id;
  return `<span class="adf-mention">@${escapeHtml(name)}</span>`;
}

/** A card holds an address, or JSON-LD data with one. */
export function card(node: Node): string {
  const data = readNode({ type: 'data', attrs: node.attrs['data'] });
  const url = attr(node, 'url') || (data ? attr(data, 'url') : '');
  const name = data ? attr(data, 'name') : '';
  return linkTo(url, escapeHtml(name || url || 'card without an address'));
}

export const INLINE: Readonly<Record<string, RenderNode>> = {
  hardBreak: () => '<br>',
  mention: (node, _inner, options) => mention(node, options),
  emoji: (node) =>
    `<span class="adf-emoji" title="${escapeHtml(attr(node, 'shortName'))}">` +
    `${escapeHtml(attr(node, 'text') || attr(node, 'shortName'))}</span>`,
  date,
  status: (node) =>
    `<span class="adf-status adf-status-${oneOf(node, 'color', STATUS_COLOURS, 'neutral')}">` +
    `${escapeHtml(attr(node, 'text'))}</span>`,
  inlineCard: card,
  placeholder: (node) => `<span class="adf-placeholder">${escapeHtml(attr(node, 'text'))}</span>`,
};
