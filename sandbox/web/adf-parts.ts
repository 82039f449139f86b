import { z } from 'zod';

/** A node or mark as far as it can be read; whatever does not fit is as if it were absent. */
const Node = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).catch({}),
  content: z.array(z.unknown()).catch([]),
  marks: z.array(z.unknown()).catch([]),
  text: z.string().catch(''),
});
export type Node = z.infer<typeof Node>;

/** The node in `value`, or `undefined` where there is none. */
export const readNode = (value: unknown): Node | undefined => Node.safeParse(value).data;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe in an element and between double quotes in an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** An attribute of a node as text; `''` where it is absent or no text. Not escaped. */
export function attr(node: Node, name: string): string {
  const value = node.attrs[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A whole number between `least` and `most` out of an attribute, or `undefined`. */
export function integer(node: Node, name: string, least: number, most: number): number | undefined {
  const value = Number(attr(node, name) || NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** The attribute where it is one of `known`, else `standard`: what becomes a class name is never free text. */
export function oneOf<const T extends string>(node: Node, name: string, known: readonly T[], standard: T): T {
  return known.find((each) => each === attr(node, name)) ?? standard;
}

/** An entry of a table by a name that comes from a document: never one that every object inherits. */
export const entry = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Where relative addresses are resolved to look at their protocol; it is never shown. */
const HERE = 'https://relative.invalid';
const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** True for web and mail addresses and for relative ones. The browser's own parser decides what a scheme is. */
export function isSafeUrl(url: string): boolean {
  try {
    return PROTOCOLS.has(new URL(url, HERE).protocol);
  } catch {
    return false;
  }
}

/** A link around `inner` HTML; an address that must not be followed is shown as such, beside the text. */
export function linkTo(url: string, inner: string): string {
  if (url !== '' && isSafeUrl(url)) {
    return `<a href="${escapeHtml(url)}" rel="noreferrer">${inner}</a>`;
  }
  return `<span class="adf-bad-link" title="${escapeHtml(`Not a link to follow: ${url}`)}">${inner}</span>`;
}
