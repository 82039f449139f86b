import { z } from 'zod';

/** A node of a document, as loosely as Atlassian's schema allows it to be. */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly marks?: readonly AdfNode[];
  readonly text?: string;
}

const AdfNodeShape: z.ZodType<AdfNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: z.record(z.string(), z.unknown()).exactOptional(),
    content: z.array(AdfNodeShape).exactOptional(),
    marks: z.array(AdfNodeShape).exactOptional(),
    text: z.string().exactOptional(),
  }),
);

/** A stored document's nodes. Only valid ADF is stored, so that this cannot fail on what came over the wire. */
export const nodesOf = (doc: { readonly content: readonly unknown[] }): AdfNode[] =>
  z.array(AdfNodeShape).parse(doc.content);

/** All nodes below, in reading order. */
export function* walk(nodes: readonly AdfNode[]): Generator<AdfNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.content ?? []);
  }
}

/** A copy with every node replaced by what `change` makes of it, children first. */
export const mapNodes = (nodes: readonly AdfNode[], change: (node: AdfNode) => AdfNode): AdfNode[] =>
  nodes.map((node) => change(node.content ? { ...node, content: mapNodes(node.content, change) } : node));

/** A string attribute, or `''`. */
export function attr(node: AdfNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
