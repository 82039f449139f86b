import type { RegisterView } from '../../api/contract';
import { rated } from './scores';

const rating = { probability: 'p', impact: ['cost', 'time'] };
const register: Pick<RegisterView, 'cells' | 'bands' | 'appetite' | 'cadence'> = {
  cells: [
    [1, 2, 5],
    [2, 4, 8],
  ],
  bands: [
    { from: 5, label: 'High', tone: 'danger' },
    { from: 0, label: 'Low', tone: 'success' },
  ],
  appetite: 4,
  cadence: { High: 7, Low: null },
};
const of = (values: Record<string, unknown>) => rated(register, rating, values);

it('takes the cell of the highest impact, typed or kept', () => {
  const high = { score: 8, band: register.bands[0], isAboveAppetite: true, reviewEvery: 7 };
  expect(of({ p: 2, cost: 1, time: 3 })).toEqual(high);
  expect(of({ p: '2', cost: '3', time: '' })).toEqual(high);
});

it('names the band, and asks for no review where the project asks for none', () => {
  expect(of({ p: 1, cost: 2 })).toEqual({
    score: 2,
    band: register.bands[1],
    isAboveAppetite: false,
    reviewEvery: null,
  });
});

it.each([
  ['a scale is empty', { p: '', cost: 2 }],
  ['no impact is chosen', { p: 1 }],
  ['a step is above a scale that was shortened', { p: 3, cost: 1 }],
])('says nothing while %s', (_when, values) => {
  expect(of(values)).toBeNull();
});
