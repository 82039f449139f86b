import { configure } from './configure';
import { heatMapOf, isSamePlane } from './heat';
import { decision } from './decision';
import { risk } from './risk';
import type { StoredRecord } from './stored';

const register = configure(risk, risk.defaults);
const record = (values: Record<string, unknown>, state = 'identified'): StoredRecord => ({
  v: 2,
  id: 'R-1',
  revision: 1,
  state,
  score: null,
  residualScore: null,
  targetScore: null,
  band: null,
  values,
  updatedAt: '2026-07-20T00:00:00.000Z',
});
/** The cells that are not empty, as `probability:impact = count`. */
const filled = (records: StoredRecord[], placing: Parameters<typeof heatMapOf>[2]) =>
  heatMapOf(register, records, placing)?.counts.flatMap((row, p) =>
    row.flatMap((count, i) => (count === 0 ? [] : [`${p + 1}:${i + 1} = ${count}`])),
  );

const RATED = { probability: 4, severity: 5 };
const ANSWERED = { ...RATED, residualProbability: 2, residualSeverity: 3 };

describe('a heat map', () => {
  it('places a record by the rating that is asked for', () => {
    const records = [record(RATED), record(ANSWERED), record(ANSWERED, 'responding')];
    expect(filled(records, 'inherent')).toEqual(['4:5 = 3']);
    expect(filled(records, 'residual')).toEqual(['2:3 = 2']);
    expect(filled(records, 'exposure')).toEqual(['2:3 = 2', '4:5 = 1']);
  });

  it('counts what is open, and says how much of it lacks a step', () => {
    const records = [record(RATED), record(RATED, 'closed'), record({ probability: 3 }), record({})];
    expect(filled(records, 'inherent')).toEqual(['4:5 = 1']);
    expect(heatMapOf(register, records, 'inherent')?.unplaced).toBe(2);
  });

  it('leaves chances out of what exposes the project', () => {
    const records = [record({ ...RATED, nature: 'opportunity' }), record({ ...RATED, nature: 'threat' })];
    expect(filled(records, 'exposure')).toEqual(['4:5 = 1']);
    expect(filled(records, 'inherent')).toEqual(['4:5 = 2']);
  });

  it('takes a step beyond a shortened scale for none', () => {
    const scales = { ...risk.defaults.scales, impact: ['Low', 'Middle', 'High'] };
    const shorter = configure(risk, { ...risk.defaults, scales });
    const map = heatMapOf(shorter, [record(RATED), record({ probability: 5, severity: 3 })], 'inherent');
    expect(map?.unplaced).toBe(1);
    expect(map?.counts[4]).toEqual([0, 0, 1]);
    const whole = heatMapOf(register, [], 'inherent');
    expect(map && whole && isSamePlane(map, whole)).toBe(false);
    expect(whole && isSamePlane(whole, whole)).toBe(true);
  });

  it('is not there for a register without scores', () => {
    expect(heatMapOf(configure(decision, decision.defaults), [], 'inherent')).toBeNull();
  });
});
