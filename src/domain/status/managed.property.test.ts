import fc from '../../../test/support/properties';
import {
  docOf,
  EMPTY,
  heading,
  lines,
  paragraph,
  section,
  stored,
} from '../../../test/support/status-sections';
import { textOf, type AdfDoc, type AdfNode } from './adf';
import { mergePage, type Section } from './managed';

describe('for any page', () => {
  const KEYS = ['verdict', 'overdue', 'risks'];
  const words = fc.stringMatching(/^[a-z]{1,6}$/);
  // Our own words are in capitals, so that a person never happens to write the very same text.
  const ours = fc.array(
    words.map((word) => word.toUpperCase()),
    { minLength: 1, maxLength: 3 },
  );
  const sections = fc
    .tuple(...KEYS.map((key) => ours.map((texts) => section(key, ...texts.map((text) => `${key} ${text}`)))))
    .map((all): Section[] => all);
  const humanPart = fc
    .tuple(words, fc.array(words, { maxLength: 3 }))
    .map(([title, texts]) => [heading(`my ${title}`), ...texts.map(paragraph)]);
  /** Pieces that people put at any boundary between parts. */
  const additions = fc.array(fc.tuple(fc.nat({ max: 6 }), humanPart), { maxLength: 4 });

  function withAdditions(doc: AdfDoc, added: readonly (readonly [number, AdfNode[]])[]): AdfDoc {
    const parts: AdfNode[][] = [];
    for (const node of doc.content) {
      if (node.type === 'heading') parts.push([]);
      parts.at(-1)?.push(node);
    }
    for (const [at, nodes] of added) parts.splice(Math.min(at, parts.length), 0, nodes);
    return docOf(...parts.flat());
  }
  const isHuman = (node: AdfNode) => !/[A-Z]/.test(textOf(node));

  it('everything that people added survives word for word and in order', () => {
    fc.assert(
      fc.property(sections, sections, additions, (before, after, added) => {
        const first = mergePage(EMPTY, {}, before);
        const page = withAdditions(first.doc, added);

        const merged = mergePage(page, first.marks, after);

        expect(merged.doc.content.filter(isHuman)).toEqual(page.content.filter(isHuman));
        expect(merged.kept).toEqual([]);
      }),
    );
  });

  it('our sections show exactly the new text', () => {
    fc.assert(
      fc.property(sections, sections, additions, (before, after, added) => {
        const first = mergePage(EMPTY, {}, before);

        const merged = mergePage(stored(withAdditions(first.doc, added)), first.marks, after);

        const shown = merged.doc.content.filter((node) => !isHuman(node)).map(textOf);
        expect(shown).toEqual(after.flatMap(({ heading: title, body }) => [title, ...body.map(textOf)]));
      }),
    );
  });

  it('a second update changes nothing', () => {
    fc.assert(
      fc.property(sections, sections, additions, fc.nat({ max: 8 }), (before, after, added, cut) => {
        const first = mergePage(EMPTY, {}, before);
        const page = withAdditions(first.doc, added);
        // A person also deletes a node somewhere.
        const torn = docOf(...page.content.filter((_node, index) => index !== cut));
        const once = mergePage(torn, first.marks, after);

        const twice = mergePage(once.doc, once.marks, after);

        expect(twice.changed).toBe(false);
        expect(twice.doc).toEqual(once.doc);
        expect(twice.kept).toEqual(once.kept);
      }),
    );
  });

  it('whatever a person does to one section, its words are never lost', () => {
    fc.assert(
      fc.property(sections, sections, fc.constantFrom(...KEYS), words, (before, after, key, word) => {
        const first = mergePage(EMPTY, {}, before);
        const at = first.doc.content.findIndex((node) => textOf(node) === `The ${key}`);
        const edited = first.doc.content.with(at + 1, paragraph(`mine: ${word}`));

        const merged = mergePage(docOf(...edited), first.marks, after);

        expect(merged.kept).toEqual([key]);
        expect(lines(merged.doc).filter((line) => line === `mine: ${word}`)).toHaveLength(1);
        expect(lines(merged.doc).filter((line) => line === `The ${key}`)).toHaveLength(1);
      }),
    );
  });
});
