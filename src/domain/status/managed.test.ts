import {
  docOf,
  EMPTY,
  heading,
  lines,
  paragraph,
  section,
  stored,
} from '../../../test/support/status-sections';
import { textOf, type AdfNode } from './adf';
import { editedSections, mergePage, showsWrites, type Section } from './managed';

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
