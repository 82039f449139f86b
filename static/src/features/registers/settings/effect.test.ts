import { record, register } from '../../../../../test/support/screen-answers';
import { effectOnRecords } from './effect';

const of = (number: number, probability: number, severity: number, state = 'assessed') =>
  record(number, { state, values: { probability, severity } });
/** Scores 12, 12, 20 and 6, of which the last is closed; one has no rating. */
const records = [of(1, 3, 4), of(2, 4, 3), of(3, 4, 5), of(4, 2, 3, 'closed'), record(5, { values: {} })];
const names = (moved: readonly { readonly id: string | null }[]) => moved.map(({ id }) => id);

describe('what other rules do to the open records', () => {
  it('is nothing where the rules come to the same', () => {
    expect(effectOnRecords(register, register, records)).toMatchObject({
      rated: 3,
      moves: [],
      outOfScale: [],
    });
  });

  it('moves them from band to band', () => {
    const bands = register.bands.map((band, at) => (at === 0 ? { ...band, from: 12 } : band));
    const { moves } = effectOnRecords(register, { ...register, bands }, records);
    expect(moves.map(({ from, to, records: moved }) => [from, to, names(moved)])).toEqual([
      ['Medium', 'High', ['R-1', 'R-2']],
    ]);
  });

  it('leaves those without a score whose step is gone', () => {
    const cells = register.cells.slice(0, 3);
    const { outOfScale, moves } = effectOnRecords(register, { ...register, cells }, records);
    expect(names(outOfScale)).toEqual(['R-2', 'R-3']);
    expect(moves).toEqual([]);
  });

  it('puts them above the appetite, or below', () => {
    const draft = { ...register, appetite: 11 };
    expect(effectOnRecords({ ...register, appetite: null }, draft, records).above).toEqual({
      before: 0,
      after: 3,
    });
  });
});
