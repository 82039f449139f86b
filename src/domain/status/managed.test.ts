import fc from 'fast-check';
import { textOf, type AdfDoc, type AdfNode } from './adf';
import { printOf } from './fingerprint';
import { editedSections, mergePage, showsWrites, type Marks, type Section } from './managed';

const paragraph = (text: string): AdfNode => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const heading = (text: string, level = 2): AdfNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const docOf = (...content: AdfNode[]): AdfDoc => ({ version: 1, type: 'doc', content });
const section = (key: string, ...lines: string[]): Section => {
  const body = lines.map(paragraph);
  return { key, heading: `The ${key}`, body, basis: printOf(body) };
};
const EMPTY = docOf();
const lines = (doc: AdfDoc) => doc.content.map(textOf);

/** What Confluence does to a document between our writing and our reading. */
function stored(doc: AdfDoc): AdfDoc {
  let count = 0;
  const visit = (node: AdfNode): AdfNode => ({
    ...node,
    ...(node.type === 'text' ? {} : { attrs: { ...node.attrs, localId: `id-${count++}` } }),
    ...(node.content ? { content: node.content.map(visit) } : {}),
  });
  return { ...doc, content: [...doc.content.map(visit), paragraph('')] };
}

describe('a page that nobody has touched', () => {
  const first = mergePage(EMPTY, {}, [section('verdict', 'Red'), section('risks', 'Fire', 'Flood')]);

  it('shows each section under its heading, in order', () => {
    expect(lines(first.doc)).toEqual(['The verdict', 'Red', 'The risks', 'Fire', 'Flood']);
  });

  it('gets the new text of each section, however Confluence stores what we wrote', () => {
    const next = [section('verdict', 'Green'), section('risks', 'Flood')];

    const merged = mergePage(stored(first.doc), first.marks, next);

    expect(lines(merged.doc)).toEqual(['The verdict', 'Green', 'The risks', 'Flood', '']);
    expect(merged).toMatchObject({ kept: [], changed: true });
  });

  it('is left alone where there is nothing new to say', () => {
    const page = stored(first.doc);

    const merged = mergePage(page, first.marks, [
      section('verdict', 'Red'),
      section('risks', 'Fire', 'Flood'),
    ]);

    expect(merged.changed).toBe(false);
    expect(merged.doc).toBe(page);
  });

  it('is left alone where only the time of the report has changed', () => {
    const at = (time: string): Section => ({ ...section('verdict', `Red at ${time}`), basis: 'red' });
    const written = mergePage(EMPTY, {}, [at('09:00')]);

    expect(mergePage(written.doc, written.marks, [at('10:00')]).changed).toBe(false);
  });
});

describe('what people write', () => {
  const next = [section('verdict', 'Red'), section('risks', 'Fire')];
  const first = mergePage(EMPTY, {}, next);
  const [verdictHeading, verdict, risksHeading, risks] = first.doc.content as [
    AdfNode,
    AdfNode,
    AdfNode,
    AdfNode,
  ];
  const newer = [section('verdict', 'Green'), section('risks', 'Flood')];
  const merge = (...content: AdfNode[]) => mergePage(docOf(...content), first.marks, newer);

  it('stays where it stands: before the first section, between sections, in a section of its own', () => {
    const mine = [heading('My view'), paragraph('All is well')];
    const merged = merge(
      paragraph('Hello'),
      verdictHeading,
      verdict,
      ...mine,
      risksHeading,
      risks,
      heading('End', 1),
    );

    expect(lines(merged.doc)).toEqual([
      'Hello',
      'The verdict',
      'Green',
      'My view',
      'All is well',
      'The risks',
      'Flood',
      'End',
    ]);
  });

  it('before and after our text within its section stays around it', () => {
    const merged = merge(
      verdictHeading,
      paragraph('Mind you:'),
      verdict,
      paragraph('(see mail)'),
      risksHeading,
      risks,
    );

    expect(lines(merged.doc)).toEqual([
      'The verdict',
      'Mind you:',
      'Green',
      '(see mail)',
      'The risks',
      'Flood',
    ]);
    expect(merged.kept).toEqual([]);
  });

  it('instead of our text is kept, and nothing of ours is put beside it', () => {
    const merged = merge(verdictHeading, paragraph('Amber, I say'), risksHeading, risks);

    expect(lines(merged.doc)).toEqual(['The verdict', 'Amber, I say', 'The risks', 'Flood']);
    expect(merged.kept).toEqual(['verdict']);
    expect(editedSections(docOf(verdictHeading, paragraph('Amber, I say')), first.marks, newer)).toEqual([
      'verdict',
    ]);
  });

  it('that is taken back gives the section back to Docket', () => {
    const edited = merge(verdictHeading, paragraph('Amber, I say'), risksHeading, risks);

    const merged = mergePage(docOf(verdictHeading, verdict), edited.marks, newer);

    expect(lines(merged.doc).slice(0, 2)).toEqual(['The verdict', 'Green']);
  });

  it('as a new name of a section stays its name', () => {
    const merged = merge(heading('How bad is it?'), verdict, risksHeading, risks);
    const again = mergePage(merged.doc, merged.marks, next);

    expect(lines(merged.doc)).toEqual(['How bad is it?', 'Green', 'The risks', 'Flood']);
    expect(lines(again.doc)).toEqual(['How bad is it?', 'Red', 'The risks', 'Fire']);
  });

  it('as an order of sections stays the order', () => {
    expect(lines(merge(risksHeading, risks, verdictHeading, verdict).doc)).toEqual([
      'The risks',
      'Flood',
      'The verdict',
      'Green',
    ]);
  });

  it('is not read into a section that has our heading twice', () => {
    const merged = merge(verdictHeading, paragraph('Copied'), verdictHeading, verdict, risksHeading, risks);

    expect(lines(merged.doc)).toEqual([
      'The verdict',
      'Copied',
      'The verdict',
      'Green',
      'The risks',
      'Flood',
    ]);
    expect(merged.kept).toEqual([]);
  });
});

describe('a section that was deleted', () => {
  it('comes back after the one that it used to follow', () => {
    const first = mergePage(EMPTY, {}, [section('a', '1'), section('b', '2'), section('c', '3')]);
    const content = first.doc.content.filter((node) => !['The b', '2'].includes(textOf(node)));
    const mine = [heading('Mine'), paragraph('x')];

    const merged = mergePage(docOf(...content.slice(0, 2), ...mine, ...content.slice(2)), first.marks, [
      section('a', '1'),
      section('b', '2'),
      section('c', '3'),
    ]);

    expect(lines(merged.doc)).toEqual(['The a', '1', 'The b', '2', 'Mine', 'x', 'The c', '3']);
  });
});

describe('a run that died', () => {
  const old = mergePage(EMPTY, {}, [section('verdict', 'Red')]);
  const newer = mergePage(old.doc, old.marks, [section('verdict', 'Green')]);

  it('after the marks were saved and before the page was is made good', () => {
    const merged = mergePage(old.doc, newer.marks, [section('verdict', 'Green')]);

    expect(lines(merged.doc)).toEqual(['The verdict', 'Green']);
  });

  it('leaves a page that is known by what it shows', () => {
    expect(showsWrites(stored(newer.doc), newer.marks)).toBe(true);
    expect(showsWrites(docOf(heading('The verdict'), paragraph('Mine')), newer.marks)).toBe(false);
    expect(showsWrites(EMPTY, newer.marks)).toBe(false);
  });

  it('with marks lost keeps every section rather than writing it a second time', () => {
    const merged = mergePage(old.doc, {}, [section('verdict', 'Green')]);

    expect(merged).toMatchObject({ doc: old.doc, kept: ['verdict'], changed: false });
  });
});

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

        const marks: Marks = first.marks;
        const merged = mergePage(docOf(...edited), marks, after);

        expect(merged.kept).toEqual([key]);
        expect(lines(merged.doc).filter((line) => line === `mine: ${word}`)).toHaveLength(1);
        expect(lines(merged.doc).filter((line) => line === `The ${key}`)).toHaveLength(1);
      }),
    );
  });
});
