import { textOf, type AdfDoc, type AdfNode } from '../../src/domain/status/adf';
import { printOf } from '../../src/domain/status/fingerprint';
import type { Section } from '../../src/domain/status/managed';

export const paragraph = (text: string): AdfNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
export const heading = (text: string, level = 2): AdfNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
/** A document of these nodes. */
export const docOf = (...content: AdfNode[]): AdfDoc => ({ version: 1, type: 'doc', content });
/** A section of one paragraph for each text, under the heading `The key`. */
export const section = (key: string, ...texts: string[]): Section => {
  const body = texts.map(paragraph);
  return { key, heading: `The ${key}`, body, basis: printOf(body) };
};
export const EMPTY = docOf();
/** The words of each top-level node. */
export const lines = (doc: AdfDoc) => doc.content.map(textOf);

/** What Confluence does to a document between our writing and our reading. */
export function stored(doc: AdfDoc): AdfDoc {
  let count = 0;
  const visit = (node: AdfNode): AdfNode => ({
    ...node,
    ...(node.type === 'text' ? {} : { attrs: { ...node.attrs, localId: `id-${count++}` } }),
    ...(node.content ? { content: node.content.map(visit) } : {}),
  });
  return { ...doc, content: [...doc.content.map(visit), paragraph('')] };
}
