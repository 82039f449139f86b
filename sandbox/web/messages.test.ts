import type { KvsRow } from '../forge/types';
import { readLedger, stageWords } from './messages';

const row = (key: string, value: unknown): KvsRow => ({
  key,
  entityName: 'ledger',
  value,
  createdAt: 0,
  updatedAt: 0,
  expireAt: null,
});
const entry = (key: string, decidedAt: string) => ({
  key,
  state: 'sent',
  projectId: '1',
  target: { kind: 'issue', id: '2' },
  item: 'PRJ-1',
  recipient: 'ann',
  stage: 'due-today',
  dueDate: '2026-01-05',
  why: 'It is due today.',
  local: '2026-01-05T09:00',
  decidedAt,
  commentId: '3',
});

it('lists the newest message first and names the rows that it cannot read', () => {
  const rows = [
    row('a', { at: 'x', entry: entry('older', '2026-01-05T08:00:00.000Z') }),
    row('b', { entry: { key: 'half' } }),
    row('c', { at: 'x', entry: entry('newer', '2026-01-05T09:00:00.000Z') }),
  ];
  const ledger = readLedger({ stored: (entity) => (entity === 'ledger' ? rows : []) });
  expect(ledger.messages.map(({ key }) => key)).toEqual(['newer', 'older']);
  expect(ledger.messages[0]?.at).toBe(Date.UTC(2026, 0, 5, 9));
  expect(ledger.unreadable).toEqual(['b']);
});

it.each([
  ['upcoming(3)', '3 working days ahead'],
  ['upcoming(1)', '1 working day ahead'],
  ['due-today', 'Due today'],
  ['overdue(1)', '1 working day late'],
  ['escalated(2)', 'Escalation, level 2'],
  ['asked(2026-01-05)', 'Asked for by hand'],
  ['something new', 'something new'],
])('says the stage %s in words', (stage, words) => {
  expect(stageWords(stage)).toBe(words);
});
