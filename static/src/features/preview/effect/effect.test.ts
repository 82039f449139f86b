import type { PlannedView } from '../../../api/contract';
import { effectOf } from './effect';

const planned = (key: string, local: string, recipient = 'ana'): PlannedView => ({
  key,
  item: 'PRJ-1',
  summary: 'Do it',
  url: 'https://site.example/browse/PRJ-1',
  recipient,
  stage: 'due-today',
  dueDate: '2012-07-16',
  local,
  at: `${local}:00.000Z`,
  why: 'Rule.',
});

it('says which messages come, go and move, and how many each day has', () => {
  const kept = planned('kept', '2012-07-16T09:00');
  const gone = planned('gone', '2012-07-16T09:00');
  const late = planned('moved', '2012-07-17T10:00');
  const fresh = planned('kept', '2012-07-18T09:00', 'the lead');
  const effect = effectOf([kept, gone, planned('moved', '2012-07-17T09:00')], [kept, late, fresh]);
  expect(effect).toEqual({
    days: [
      { date: '2012-07-16', saved: 2, draft: 1 },
      { date: '2012-07-17', saved: 1, draft: 1 },
      { date: '2012-07-18', saved: 0, draft: 1 },
    ],
    more: [fresh],
    fewer: [gone],
    moved: 1,
  });
});

it('is nothing where nothing changes', () => {
  const messages = [planned('a', '2012-07-16T09:00'), planned('b', '2012-07-17T09:00')];
  expect(effectOf(messages, messages)).toMatchObject({ more: [], fewer: [], moved: 0 });
});
