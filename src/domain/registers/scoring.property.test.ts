import fc from '../../../test/support/properties';
import { checkSettings } from './check-settings';
import { configure } from './configure';
import { grid } from './score';
import { risk } from './risk';
import type { RegisterSettings, ScoreRule } from './settings';

/** Rising figures: sums of steps that are never nothing. */
const rising = (length: number) =>
  fc
    .array(fc.integer({ min: 1, max: 100 }), { minLength: length, maxLength: length })
    .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step) / 100));

/** Cells that never fall along a row or a column: each is the highest so far of any figures. */
const matrix = (rows: number, columns: number) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    })
    .map((cells) =>
      cells.map((row, p) =>
        row.map((_, i) => Math.max(...cells.slice(0, p + 1).flatMap((other) => other.slice(0, i + 1)))),
      ),
    );

const size = fc.integer({ min: 3, max: 7 });
const words = (length: number) => Array.from({ length }, (_, i) => `Step ${i + 1}`);

/** Settings that a project may make: a grid, a rule that fits it, and bands between its lowest and highest score. */
const settings: fc.Arbitrary<RegisterSettings> = fc
  .tuple(size, size)
  .chain(([p, i]) =>
    fc.record({
      scales: fc.constant({ probability: words(p), impact: words(i) }),
      rule: fc.oneof<fc.Arbitrary<ScoreRule>[]>(
        fc.constant({ method: 'product' }),
        fc.record({ method: fc.constant('numeric' as const), probability: rising(p), impact: rising(i) }),
        fc.record({ method: fc.constant('matrix' as const), cells: matrix(p, i) }),
      ),
      picks: fc.uniqueArray(fc.nat({ max: p * i - 1 }), { maxLength: 5 }),
    }),
  )
  .map(({ scales, rule, picks }) => {
    const scores = grid({ scales, rule }).flat();
    const froms = [...new Set([Math.min(...scores), ...picks.map((pick) => scores[pick] ?? 0)])];
    const bands = froms
      .sort((a, b) => b - a)
      .map((from, n) => ({ from, label: `Band ${n}`, tone: 'neutral' as const }));
    return { ...risk.defaults, scales, rule, bands, cadence: { 'Band 0': 7 }, appetite: null };
  });

const steps = ({ scales }: RegisterSettings) =>
  scales.probability.flatMap((_, p) => scales.impact.map((__, i) => [p + 1, i + 1] as const));

describe('settings that a project may make', () => {
  it('are accepted, and give every cell a score and a band', () => {
    fc.assert(
      fc.property(settings, (made) => {
        expect(checkSettings(risk, made, [])).toEqual({});
        const register = configure(risk, made);
        for (const [probability, severity] of steps(made)) {
          const { inherent } = register.scores({ probability, severity });
          expect(inherent).not.toBeNull();
          expect(register.bandOf(inherent ?? 0)).not.toBeNull();
        }
      }),
    );
  });

  it('never score lower what is more likely or worse', () => {
    fc.assert(
      fc.property(settings, (made) => {
        const { scores } = configure(risk, made);
        const at = (probability: number, severity: number) => scores({ probability, severity }).inherent ?? 0;
        for (const [p, i] of steps(made)) {
          if (p > 1) expect(at(p, i)).toBeGreaterThanOrEqual(at(p - 1, i));
          if (i > 1) expect(at(p, i)).toBeGreaterThanOrEqual(at(p, i - 1));
        }
      }),
    );
  });

  it('count the highest of several impacts', () => {
    const five = fc.integer({ min: 1, max: 5 });
    const { scores } = configure(risk, risk.defaults);
    fc.assert(
      fc.property(five, five, five, five, (probability, severity, impactCost, impactScope) => {
        expect(scores({ probability, severity, impactCost, impactScope }).inherent).toBe(
          probability * Math.max(severity, impactCost, impactScope),
        );
      }),
    );
  });
});
