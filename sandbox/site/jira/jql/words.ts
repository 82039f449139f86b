/** The words of texts and documents, cut once: rows never change, so what was cut stays right. */
import { reduce } from '@atlaskit/adf-utils/traverse';
import type { AdfDoc } from '../../entities';

type Adf = Parameters<typeof reduce>[0];

const remembered = new WeakMap<AdfDoc, readonly string[]>();
const NONE: readonly string[] = [];

/** Lower-case runs of letters, digits and underscores. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? NONE;
}

/** The words of a document. Marks do not cut a word in two; paragraphs, cells and list items do. */
export function wordsOfDoc(doc: AdfDoc | null): readonly string[] {
  if (!doc) return NONE;
  let words = remembered.get(doc);
  if (!words) {
    const text = reduce(
      doc as unknown as Adf,
      (before: string, node) => {
        if (node.type === 'text') return before + (node.text ?? '');
        const shown: unknown = node.attrs?.text;
        return `${before} ${typeof shown === 'string' ? shown : ''} `;
      },
      '',
    );
    words = wordsOf(text);
    remembered.set(doc, words);
  }
  return words;
}
