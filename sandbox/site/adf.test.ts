import { adfProblems, isValidAdf } from './adf';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });

describe('the ADF check', () => {
  it('takes a task list with a mention and a date', () => {
    const task = {
      type: 'taskItem',
      attrs: { localId: 't1', state: 'TODO' },
      content: [
        { type: 'mention', attrs: { id: 'acc-1', text: '@Somebody' } },
        { type: 'text', text: ' by ' },
        { type: 'date', attrs: { timestamp: '1761955200000' } },
      ],
    };
    expect(isValidAdf(doc({ type: 'taskList', attrs: { localId: 'l1' }, content: [task] }))).toBe(true);
  });

  it('says nothing about a document in order', () => {
    expect(adfProblems(doc())).toBe('');
  });

  it.each([
    ['a node that does not exist', doc({ type: 'marquee' })],
    ['a missing version', { type: 'doc', content: [] }],
    ['empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
    ['no document at all', 'hello'],
  ])('refuses %s and says where', (_what, value) => {
    expect(isValidAdf(value)).toBe(false);
    expect(adfProblems(value)).toMatch(/^doc/);
  });
});
