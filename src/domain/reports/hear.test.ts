import { asked, drawn, everywhere, NOW, SAID } from '../../../test/support/report-sections';
import { type AdfDoc, type AdfNode, textOf } from '../status';
import { hearPage } from './hear';
import type { Answer, Report, Update } from './report';

const LATER = new Date('2012-07-19T15:00:00Z');

/** The page with `words` in the cell beside "Done". */
const writing = (doc: AdfDoc, words: string): AdfDoc =>
  everywhere(doc, (node) => {
    const [label, cell] = node.content ?? [];
    if (node.type !== 'tableRow' || !label || !cell || textOf(label) !== 'Done') return node;
    const content: AdfNode[] = [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];
    return { ...node, content: [label, { ...cell, content }] };
  });
const checking = (doc: AdfDoc): AdfDoc =>
  everywhere(doc, (node) =>
    node.type === 'taskItem' ? { ...node, attrs: { ...node.attrs, state: 'DONE' } } : node,
  );

const answered = (source: Answer['source'], words: Partial<Update> = {}): Answer => ({
  ...SAID,
  confidence: null,
  ...words,
  by: 'ann',
  at: NOW.toISOString(),
  source,
});
const RETURNED = { by: 'lead', at: NOW.toISOString(), why: 'Which cards?' };

/** What is heard of a page that Docket drew and that `change` was done to since. */
function heard(report: Report, change: (doc: AdfDoc) => AdfDoc): Report['streams'][number] {
  const { doc, marks } = drawn(report);
  const [stream] = hearPage(report, change(doc), marks, LATER).streams;
  if (!stream) throw new Error('The report has lost its workstream.');
  return stream;
}

describe('what a lead writes on the page', () => {
  it('is an answer of the lead, at the time that it was read', () => {
    expect(heard(asked(), (doc) => writing(doc, 'Cards work')).answer).toEqual({
      ...answered('page'),
      at: LATER.toISOString(),
    });
  });

  it('is none where nothing is written, or the box is checked alone', () => {
    expect(heard(asked(), (doc) => doc).answer).toBeNull();
    expect(heard(asked(), checking).answer).toBeNull();
  });

  it('takes the place of what was heard before, and is not heard again unchanged', () => {
    const before = asked({ answer: answered('page') });

    expect(heard(before, (doc) => writing(doc, 'Cards and cash work')).answer?.done).toBe(
      'Cards and cash work',
    );
    expect(heard(before, (doc) => doc).answer).toBe(before.streams[0]?.answer);
  });

  it('stays on the page where the lead has answered in Jira', () => {
    const before = asked({ answer: answered('jira') });

    expect(heard(before, (doc) => writing(doc, 'Other words')).answer).toBe(before.streams[0]?.answer);
  });

  it('is heard no more once the report is approved', () => {
    const before = asked({}, { state: 'approved' });

    expect(heard(before, (doc) => writing(doc, 'Too late')).answer).toBeNull();
  });
});

describe('a section that was given back', () => {
  it.each(['page', 'jira'] as const)('and answered on the %s before is answered by other words', (source) => {
    const before = asked({ answer: answered(source), returned: RETURNED });

    const { answer, returned } = heard(before, (doc) => writing(doc, 'Credit cards'));

    expect([answer?.done, answer?.source, returned]).toEqual(['Credit cards', 'page', null]);
  });

  it('is answered by its box where the words are to stay', () => {
    const before = asked({ answer: answered('page'), returned: RETURNED });

    expect(heard(before, checking).returned).toBeNull();
    expect(heard(before, (doc) => doc).returned).toEqual(RETURNED);
  });
});
