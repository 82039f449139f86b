import { EVERYTHING } from '../../shared/table/filter';
import { readView, writeView } from './view-state';

it('survives its way through an address, nobody and strange words included', () => {
  const view = {
    filter: {
      ...EVERYTHING,
      text: 'R&D = “née” 100 %',
      among: { owner: ['', '557058:ab-1'], stage: ['overdue', 'escalated'] },
    },
    sort: { column: 'owner', descending: true },
    groupBy: 'stage',
  };
  expect(readView(writeView(view).slice(1))).toEqual(view);
});

it('has no query where nothing is chosen', () => {
  expect(writeView(readView(''))).toBe('');
});

it('leaves out what it does not know', () => {
  expect(readView('severity=critical&colour=red&sort=1;drop&group=colour')).toEqual({
    filter: { ...EVERYTHING, among: { severity: ['critical'] } },
    sort: { column: 'due', descending: false },
    groupBy: null,
  });
});
