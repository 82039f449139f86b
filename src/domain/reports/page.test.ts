import { asked, drawn, everywhere, NOW, pageOf, SAID } from '../../../test/support/report-sections';
import { docOf, lines, paragraph, stored } from '../../../test/support/status-sections';
import { textOf, type AdfDoc, type AdfNode } from '../status';
import { isBoxChecked, noticeSections, type ReportPage, streamSections } from './page';
import type { Report, Stream } from './report';

const answer = { ...SAID, by: 'ann', at: NOW.toISOString(), source: 'page' as const };
const notice = (report: Report, change: Partial<ReportPage> = {}): string[] =>
  noticeSections(pageOf(report, change)).flatMap(({ body }) => body.map(textOf));
const sectionLines = (report: Report, change: Partial<ReportPage> = {}): string[] =>
  streamSections(pageOf(report, change)).flatMap(({ body }) => body.map(textOf));
const published = (change: Partial<Report> = {}) =>
  asked(
    { answer },
    { state: 'published', publishedAt: '2012-07-20T15:00:00Z', approval: { by: 'lead', at: '' }, ...change },
  );

describe('what the page says of the report itself', () => {
  it.each<[string, Report, string[]]>([
    [
      'collecting',
      asked(),
      ['Draft: not published. Leads can write their updates until 2012-07-20 12:00 (UTC).'],
    ],
    [
      'in review',
      asked({ answer }, { state: 'in-review' }),
      ['Draft: not published. In review by Lou Lead; due out 2012-07-20 15:00 (UTC).'],
    ],
    ['published', published(), ['Published 2012-07-20 15:00 (UTC), approved by Lou Lead.']],
    [
      'corrected',
      published({
        revision: 2,
        correction: 'The year was wrong',
        changes: ['Open 6, was 5', 'update of Payments'],
        history: [{ at: '2012-07-23T08:00:00Z', by: 'lead', what: 'corrected', detail: '' }],
      }),
      [
        'Revision 2, corrected on 2012-07-23: The year was wrong',
        'Changed: Open 6, was 5; update of Payments.',
        'Published 2012-07-20 15:00 (UTC), approved by Lou Lead.',
      ],
    ],
  ])('%s', (_state, report, words) => {
    expect(notice(report)).toEqual(words);
  });

  it('names a lead who has left, as long as nobody has answered for them', () => {
    const left = { names: { lead: 'Lou Lead' } };

    expect(notice(asked(), left)[1]).toMatch(/^The lead of Payments has left\. /);
    expect(notice(asked({ answer }), left)).toHaveLength(1);
  });

  it('is nothing where nobody answers, reviews or corrects, unless nobody works', () => {
    const plain = { ...asked(), streams: [] };

    expect(notice(plain, { reviewers: [] })).toEqual([]);
    expect(notice(plain, { reviewers: [], steps: { ...pageOf(plain).steps, ask: null } })).toContain(
      'Nobody works in this period: no lead was asked, and the figures stand alone.',
    );
  });
});

describe('the section of a workstream', () => {
  it('asks its lead, with the day of the cut-off and the facts of the stream', () => {
    const figures = [
      { name: 'open', value: 2, jql: 'a' },
      { name: 'overdue', value: 1, jql: 'b' },
    ];

    expect(sectionLines(asked(), { streamFacts: { pay: { asOf: NOW.toISOString(), figures } } })).toEqual([
      ' please write the update on Payments for 2012-W29 by ',
      'Facts: 2 open, 1 overdue, as of 2012-07-19 09:00 (UTC).',
    ]);
  });

  it('says once it is published that nobody has answered, or what was said in Jira', () => {
    expect(sectionLines(asked({}, { state: 'published' }))).toEqual(['Ann Archer gave no update.']);
    expect(sectionLines(published({ streams: [] }))).toEqual([]);
    const inJira = asked({ answer: { ...answer, source: 'jira' } }, { state: 'published' });
    expect(sectionLines(inJira)).toEqual([
      'Written in Jira by Ann Archer:',
      'Done: Cards work',
      'Confidence: high',
    ]);
  });
});

describe('the table that a lead writes into', () => {
  const out = (change: Partial<Stream> = {}, more: Partial<Report> = {}) =>
    asked(change, { state: 'published', publishedAt: NOW.toISOString(), ...more });
  /** What is left of a drafted page, as Confluence stores it and `change` leaves it, when the report goes out. */
  const published = (change: (doc: AdfDoc) => AdfDoc = (doc) => doc, stream: Partial<Stream> = {}) => {
    const { doc, marks } = drawn(asked());
    return drawn(out(stream), { doc: change(stored(doc)), marks });
  };
  const tables = ({ doc }: { readonly doc: AdfDoc }) => doc.content.filter(({ type }) => type === 'table');
  const written = ({ doc }: { readonly doc: AdfDoc }) => lines(doc).filter((words) => words !== '');
  const inCell = (nth: number, node: AdfNode) => (doc: AdfDoc) => {
    let cells = 0;
    return everywhere(doc, (part) =>
      part.type === 'tableCell' && ++cells === nth ? { ...part, content: [node] } : part,
    );
  };
  const without = (type: string) => (doc: AdfDoc) => ({
    ...doc,
    content: doc.content.filter((node) => node.type !== type),
  });
  const jira = { answer: { ...answer, source: 'jira' as const } };

  it('goes with the draft where nobody has touched it: an answer in Jira, or its absence, stands there', () => {
    expect(written(published())).toEqual(['Update: Payments', 'Ann Archer gave no update.']);
    expect(written(published(undefined, jira))).toEqual([
      'Update: Payments',
      'Written in Jira by Ann Archer:',
      'Done: Cards work',
      'Confidence: high',
    ]);
    expect(
      written(published((doc) => docOf(...doc.content, paragraph('We moved house')), { answer })),
    ).toEqual(['Update: Payments', 'We moved house']);
  });

  it('is never put on a page that is published', () => {
    expect(tables(drawn(out(jira)))).toEqual([]);
    expect(tables(drawn(out({ answer }))).map(textOf)).toEqual([expect.stringContaining('Cards work')]);
  });

  const comment = { type: 'annotation', attrs: { id: 'c1', annotationType: 'inlineComment' } };
  it.each<[string, (doc: AdfDoc) => AdfDoc]>([
    ['a word is in it', inCell(4, paragraph('Refunds'))],
    ['a picture is in it', inCell(2, { type: 'mediaSingle', content: [{ type: 'media' }] })],
    ['a question is reworded', inCell(1, paragraph('Finished'))],
    [
      'somebody has commented on it',
      (doc) =>
        everywhere(doc, (node) =>
          node.text === 'Blocked' ? { ...node, marks: [...(node.marks ?? []), comment] } : node,
        ),
    ],
    [
      'it has another row',
      (doc) =>
        everywhere(doc, (node) =>
          node.type === 'table' ? { ...node, content: [...(node.content ?? []), row('Thanks')] } : node,
        ),
    ],
  ])('stays as it is where %s', (_what, change) => {
    const { doc } = drawn(asked());

    expect(tables(published(change, jira))).toEqual(tables({ doc: change(stored(doc)) }));
  });

  it('leaves no empty section behind where Docket’s own lines are gone as well', () => {
    expect(written(published(without('taskList')))).toEqual([
      'Update: Payments',
      'Ann Archer gave no update.',
    ]);
  });

  it('is looked for once: a page without it is left alone', () => {
    const page = published();

    expect(drawn(out(), { doc: stored(page.doc), marks: page.marks }).changed).toBe(false);
    const early = drawn(out(), { ...page, doc: docOf(...page.doc.content, ...tables(drawn(asked()))) });
    expect([early.changed, written(early)]).toEqual([true, written(page)]);
  });

  it('comes back with a section that is given back under a correction, and goes again unless it is used', () => {
    const returned = { by: 'lead', at: NOW.toISOString(), why: 'Which cards?' };
    const correction = {
      state: 'in-review',
      revision: 2,
      correction: 'Wrong',
      publishedAt: NOW.toISOString(),
    } as const;
    const opened = drawn(asked({ ...jira, returned }, correction), published(undefined, jira));
    const again = drawn(asked({ ...jira, returned }, correction), opened);
    const release = (doc: AdfDoc) => drawn(out(jira, { revision: 2 }), { doc, marks: again.marks });

    expect([tables(opened).length, again.changed]).toEqual([1, false]);
    expect(tables(release(again.doc))).toEqual([]);
    expect(tables(release(inCell(2, paragraph('Credit cards'))(again.doc))).map(textOf)).toEqual([
      expect.stringContaining('Credit cards'),
    ]);
  });
});

const row = (words: string): AdfNode => ({
  type: 'tableRow',
  content: [{ type: 'tableCell', content: [paragraph(words)] }],
});

describe('the box of a lead who has rewritten its line', () => {
  const rewritten = ({ doc }: { readonly doc: AdfDoc }, localId = 'docket-pay'): AdfDoc =>
    everywhere(doc, (node) => {
      if (node.type !== 'taskItem') return node;
      const [mention] = node.content ?? [];
      const content: AdfNode[] = [...(mention ? [mention] : []), { type: 'text', text: ' my own words' }];
      return { ...node, attrs: { ...node.attrs, localId }, content };
    });
  const boxes = (doc: AdfDoc): unknown[] => {
    const found: unknown[] = [];
    everywhere(doc, (node) => {
      if (node.type === 'taskItem') found.push([textOf(node), node.attrs?.['state']]);
      return node;
    });
    return found;
  };
  const over = (change: Partial<Stream>, state: Report['state'] = 'in-review') => asked(change, { state });

  it.each(['docket-pay', 'an id of Confluence'])('known by %s, is checked once there is an answer', (id) => {
    const before = drawn(asked());
    const mine = { ...before, doc: rewritten(before, id) };

    expect(boxes(drawn(over({}), mine).doc)).toEqual([[' my own words', 'TODO']]);
    expect(boxes(drawn(over({ answer }), mine).doc)).toEqual([[' my own words', 'DONE']]);
    expect(boxes(drawn(over({}, 'published'), mine).doc)).toEqual([[' my own words', 'DONE']]);
  });

  it('is no answer to what was given back: only the line that Docket wrote tells', () => {
    const { doc, marks } = drawn(over({ answer }));

    expect(isBoxChecked(doc, marks, { id: 'pay', name: 'Payments' })).toBe(true);
    expect(isBoxChecked(rewritten({ doc }), marks, { id: 'pay', name: 'Payments' })).toBe(false);
  });
});
