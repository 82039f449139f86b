import { taskWords } from './task-words';

const text = (words: string) => ({ type: 'text', text: words });
const date = { type: 'date', attrs: { timestamp: '1795046400000' } };
const mention = { type: 'mention', attrs: { id: 'ada', text: '@Ada' } };

it.each([
  [
    'what leads to the date at its end is left out',
    [mention, text(' Book the window, by '), date, text(' ')],
    'Book the window',
  ],
  ['in German too', [text('Fenster buchen bis zum '), date], 'Fenster buchen'],
  ['within a paragraph', [{ type: 'paragraph', content: [text('Ask the bank by '), date] }], 'Ask the bank'],
  [
    'a date in the middle ends nothing',
    [text('Be done by '), date, text(' or say so')],
    'Be done by or say so',
  ],
  ['words without a date stay', [text('Look whom to stand by')], 'Look whom to stand by'],
  ['and words that end in no such word', [text('Do it'), date], 'Do it'],
  ['and a word alone', [text('by '), date], 'by'],
])('%s', (_name, nodes, words) => {
  expect(taskWords(nodes)).toBe(words);
});
