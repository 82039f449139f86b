import type { PlannedView } from '../../api/contract';
import { byDay } from './days';

const planned = (local: string, recipient: string): PlannedView => ({
  key: `${local} ${recipient}`,
  item: 'PRJ-1',
  summary: 'Do it',
  url: 'https://site.example/browse/PRJ-1',
  recipient,
  stage: 'due-today',
  dueDate: '2012-07-16',
  local,
  at: '2012-07-16T03:30:00.000Z',
  why: 'Rule.',
});

it("puts messages under the recipient's own day, earliest first, and counts people once", () => {
  const messages = [
    planned('2012-07-17T09:00', 'a'),
    planned('2012-07-16T10:00', 'b'),
    planned('2012-07-16T09:00', 'a'),
    planned('2012-07-16T09:00', 'b'),
  ];
  expect(
    byDay(messages).map(({ date, people, messages: sent }) => [date, people, sent.map(({ key }) => key)]),
  ).toEqual([
    ['2012-07-16', 2, ['2012-07-16T09:00 a', '2012-07-16T09:00 b', '2012-07-16T10:00 b']],
    ['2012-07-17', 1, ['2012-07-17T09:00 a']],
  ]);
  expect(byDay([])).toEqual([]);
});
