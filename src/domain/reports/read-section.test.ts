import type { AdfNode } from '../status';
import { readUpdate } from './read-section';
import { answerLines, answerNode, askNode, headingOf } from './section';
import type { Stream, Update } from './report';

const stream: Stream = {
  id: 'pay',
  name: 'Payments',
  leadId: 'acc-1',
  scope: { kind: 'component', component: 'Payments' },
  answer: null,
  returned: null,
};
const text = (words: string): AdfNode => ({ type: 'text', text: words });
const line = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const heading = (words: string, level = 2): AdfNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const page = (...content: AdfNode[]) => ({ version: 1 as const, type: 'doc' as const, content });
const ask = askNode({ stream, due: '2012-07-20', periodLabel: '2012-W29' });
const update: Update = {
  done: 'Cards work\nin two countries',
  next: 'Refunds',
  blocked: '',
  confidence: 'medium',
  needsDecision: 'Which bank?',
};

describe('a lead’s section', () => {
  test('reads back as it was written', () => {
    const doc = page(
      heading('Overall status'),
      heading(headingOf(stream)),
      ask,
      answerNode(update),
      heading('Next'),
    );
    expect(readUpdate(doc, stream)).toEqual(update);
  });

  test('that nobody filled in is no answer', () => {
    expect(readUpdate(page(heading(headingOf(stream)), ask, answerNode(null)), stream)).toBeNull();
    expect(readUpdate(page(heading('Something else'), line(text('Done: all'))), stream)).toBeNull();
  });

  test('may be written as lines or lists, in any order, and over several lines', () => {
    const item = (...content: AdfNode[]): AdfNode => ({ type: 'listItem', content });
    const doc = page(
      heading('update: payments'),
      ask,
      answerNode(null),
      {
        type: 'bulletList',
        content: [item(line(text('Next: refunds'))), item(line(text('blocked: the bank')))],
      },
      line(text('Confidence (high, medium or low): Low, sadly'), { type: 'hardBreak' }, text('Done: cards')),
      heading('Payments in detail', 3),
      line(text('Also the ledger')),
    );
    expect(readUpdate(doc, stream)).toEqual({
      done: 'cards\nPayments in detail\nAlso the ledger',
      next: 'refunds',
      blocked: 'the bank',
      confidence: 'low',
      needsDecision: '',
    });
  });

  test('keeps words that answer no question, and leaves out Docket’s own facts', () => {
    const doc = page(heading(headingOf(stream)), line(text('Facts: 3 open')), line(text('All went well')));
    expect(readUpdate(doc, stream)?.done).toBe('All went well');
  });

  test('is printed without its empty answers', () => {
    expect(answerLines(update).map(({ label }) => label)).toEqual([
      'Done',
      'Next',
      'Confidence',
      'Needs a decision',
    ]);
  });
});
