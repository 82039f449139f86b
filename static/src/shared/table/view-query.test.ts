import { EVERYTHING } from './filter';
import { readView, type ViewKeys, writeView } from './view-query';

const KEYS: ViewKeys = {
  facets: ['open', 'owner', 'stage', 'severity'],
  dates: ['review'],
  groups: ['owner', 'stage'],
  start: {
    filter: { ...EVERYTHING, among: { open: ['open'] } },
    sort: { column: 'due', descending: false },
  },
};
const START = { ...KEYS.start, groupBy: null };
const there = (search: string) => readView(search, KEYS);

it('survives its way through an address, nobody and strange words included', () => {
  const view = {
    filter: {
      text: 'R&D = “née” 100 %',
      among: { open: ['open'], owner: ['', '557058:ab-1', 'high, or so'], stage: ['overdue', 'escalated'] },
      dates: { review: { from: '2012-07-01' } },
    },
    sort: { column: 'owner', descending: true },
    groupBy: 'stage',
  };
  expect(there(writeView(view, KEYS).slice(1))).toEqual(view);
});

it('has no query where nothing is chosen, and says where what it begins with is taken away', () => {
  expect(writeView(there(''), KEYS)).toBe('');
  const all = { ...START, filter: EVERYTHING };
  expect(writeView(all, KEYS)).toBe('?open=*');
  expect(there('open=*').filter.among).toEqual({ open: [] });
});

it('leaves out what it does not know', () => {
  expect(there('severity=critical&colour=red&sort=1;drop&group=colour&review=soon')).toEqual({
    ...START,
    filter: { ...EVERYTHING, among: { open: ['open'], severity: ['critical'] } },
  });
});
