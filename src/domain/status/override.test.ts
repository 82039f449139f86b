import { factsOf } from '../../../test/support/status-facts';
import { changesOf } from './changes';
import { shownColour } from './colours';
import { deltaOf } from './delta';
import { overridden, ruled } from './override';
import { takeSnapshot } from './report';
import type { Figures, Override, Snapshot } from './snapshot';

const week = { label: '2012-W29', start: '2012-07-16', end: '2012-07-22' };
const taken = (figures: Partial<Figures> = {}): Snapshot =>
  takeSnapshot({
    facts: factsOf({ figures }),
    queries: {},
    week,
    today: '2012-07-20',
    asOf: new Date('2012-07-20T15:00:00Z'),
    previous: null,
  });
const set = (change: Partial<Override> = {}): Override => ({
  dimension: 'Schedule',
  rag: 'amber',
  reason: 'All agreed',
  ...change,
});
const LATE = taken({ overdue: 20 });

describe('a colour that a reviewer sets', () => {
  it('counts for its dimension and for the whole, in either direction', () => {
    expect(LATE.rag).toBe('red');
    expect(overridden(LATE, [set()]).rag).toBe('amber');
    expect(overridden(LATE, [set({ rag: 'green' })]).rag).toBe('green');
    expect(overridden(taken(), [set({ dimension: 'Cost', rag: 'red' })]).rag).toBe('red');
  });

  it('stands beside what the rules said, and is what was shown', () => {
    const shown = overridden(LATE, [set()]);

    expect(shown.reasons).toEqual(LATE.reasons);
    expect(shownColour(shown, 'Schedule')).toBe('amber');
    expect(shownColour(shown, 'Scope')).toBe('green');
  });

  it('is taken back without a trace', () => {
    expect(ruled(overridden(LATE, [set({ rag: 'green' })]))).toEqual(LATE);
    expect(ruled(overridden(taken(), [set({ rag: 'red' })]))).toEqual(taken());
  });

  it('is what the next report is compared with', () => {
    const { colours, overall } = deltaOf(taken(), overridden(LATE, [set()]));

    expect([overall, colours.Schedule, colours.Scope]).toEqual(['amber', 'amber', 'green']);
  });
});

describe('what a correction changed', () => {
  it('is told colour by colour and figure by figure', () => {
    const before = overridden(taken(), [set({ dimension: 'Cost', rag: 'red' })]);

    expect(changesOf(before, overridden(LATE, [set()]))).toEqual([
      'Overall amber, was red',
      'Schedule amber, was green',
      'Cost not computable, was red',
      'Overdue 20, was 0',
    ]);
  });

  it('is nothing where both say the same', () => {
    expect(changesOf(LATE, taken({ overdue: 20 }))).toEqual([]);
  });
});
