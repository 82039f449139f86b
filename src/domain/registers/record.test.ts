import '../../../test/support/in-english';
import fc from '../../../test/support/properties';
import { configure } from './configure';
import { editRecord, newRecord, readRecord, transitionRecord } from './record';
import { risk as definition } from './risk';

const risk = configure(definition, definition.defaults);
const NOW = new Date('2026-07-21T09:00:00Z');
const GOOD = { cause: 'A', event: 'B', impact: 'C', probability: 3, severity: 4 };
const made = (input: unknown = GOOD) => {
  const outcome = newRecord(risk, input, NOW);
  if (!outcome.ok) throw new Error(String(outcome.refusal.message));
  return outcome.value;
};

describe('a record', () => {
  it('is stored as it reads back, whatever fits the form', () => {
    const values = fc.record(
      {
        cause: fc.string({ minLength: 1 }).map((text) => `c${text}c`),
        event: fc.constant('e'),
        impact: fc.constant('i'),
        probability: fc.integer({ min: 1, max: 5 }),
        severity: fc.integer({ min: 1, max: 5 }),
        residualProbability: fc.integer({ min: 1, max: 5 }),
        residualSeverity: fc.integer({ min: 1, max: 5 }),
        owner: fc.constantFrom('a', 'b'),
        response: fc.constantFrom('avoid', 'transfer', 'mitigate', 'accept', 'escalate'),
        reviewDate: fc.constantFrom('2026-07-21', '2028-02-29'),
      },
      { requiredKeys: ['cause', 'event', 'impact', 'probability', 'severity'] },
    );
    fc.assert(
      fc.property(values, (input) => {
        const record = made(input);
        expect(readRecord(risk, JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
        expect(record.score).toBe(input.probability * input.severity);
      }),
    );
  });

  it('scores the residual risk only where both of its ratings are there', () => {
    expect(made().residualScore).toBeNull();
    expect(made({ ...GOOD, residualProbability: 2, residualSeverity: 3 }).residualScore).toBe(6);
  });

  it('keeps its state when it is edited, and its values when it is moved', () => {
    const edited = editRecord(risk, made(), { ...GOOD, owner: 'a' }, NOW);
    expect(edited).toMatchObject({ ok: true, value: { revision: 2, state: 'identified' } });
    const moved = edited.ok ? transitionRecord(risk, edited.value, 'assessed', NOW) : edited;
    expect(moved).toMatchObject({
      ok: true,
      value: { revision: 3, state: 'assessed', values: { owner: 'a' } },
    });
    expect(moved.ok && editRecord(risk, moved.value, GOOD, NOW)).toMatchObject({
      ok: false,
      refusal: { fields: { owner: 'Needed to be assessed.' } },
    });
  });

  it.each([
    null,
    'text',
    [],
    {},
    { v: 2 },
    { v: 1 },
    { ...made(), score: 'high' },
    { ...made(), state: 'gone' },
    { ...made(), values: { probability: 9 } },
    { ...made(), revision: 0 },
  ])('that anybody may have written is read or refused, never thrown at: %j', (property) => {
    expect(readRecord(risk, property).ok).toBe(false);
  });
});

it('a record of the first version reads as one of the present', () => {
  const { v: _v, id: _id, targetScore: _target, band: _band, ...first } = made();
  expect(readRecord(risk, { ...first, v: 1, residualScore: undefined })).toEqual({ ok: true, value: made() });
});
