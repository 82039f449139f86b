import type { AdfNode } from '../../domain/status';

const KEY = /\/browse\/([A-Z][A-Z0-9_]+-[1-9]\d*)(?=$|[/?#])/;

/**
 * Keys of the issues that a document links to, in reading order, each once. Cards and links both carry an address; one
 * on another origin than `siteUrl` is another site's issue, unless Confluence did not say where we are.
 */
export function issueLinks(nodes: readonly AdfNode[], siteUrl: string | null): string[] {
  return [
    ...new Set(
      nodes.flatMap((node) => [
        ...addressesOf(node).flatMap((address) => keyIn(address, siteUrl)),
        ...issueLinks(node.content ?? [], siteUrl),
      ]),
    ),
  ];
}

function addressesOf({ attrs, marks = [] }: AdfNode): string[] {
  const linked = marks.filter(({ type }) => type === 'link').map((mark) => mark.attrs);
  return [attrs?.['url'], ...linked.map(hrefOf)].filter((address) => typeof address === 'string');
}

const hrefOf = (attrs: unknown): unknown =>
  typeof attrs === 'object' && attrs !== null && 'href' in attrs ? attrs.href : undefined;

function keyIn(address: string, siteUrl: string | null): string[] {
  if (!URL.canParse(address)) return [];
  const { origin, pathname } = new URL(address);
  const key = KEY.exec(pathname)?.[1];
  return key !== undefined && (siteUrl === null || siteUrl === origin) ? [key] : [];
}
