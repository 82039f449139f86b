import '../../../../../test/support/words';
import { record, register } from '../../../../../test/support/screen-answers';
import { conditionCount, filterRows } from '../../../shared/table/filter';
import { columnsOf } from '../columns';
import {
  ABOVE_APPETITE,
  hiddenColumns,
  isOpenOnly,
  OPEN_ONLY,
  reviewsOverdue,
  withOpenOnly,
} from '../conditions';
import { toggled, type Filter } from '../../../shared/table/filter';
import { figuresOf } from './figures';

const TODAY = '2012-07-16';
const records = [
  record(1, { score: 20, band: 'High', state: 'assessed', values: { reviewDate: '2012-07-15' } }),
  record(2, { score: 15, band: 'High', state: 'responding', values: { reviewDate: '2012-07-16' } }),
  record(3, { score: 9, band: 'Medium', state: 'identified', values: {} }),
  record(4, { score: null, band: null, state: 'unheard-of', values: { reviewDate: '2012-06-01' } }),
  record(5, { score: 25, band: 'High', state: 'closed', values: { reviewDate: '2012-01-01' } }),
];

it('counts open records by band, against the appetite and by overdue reviews; a review is due on its day', () => {
  expect(figuresOf(register, records, TODAY)).toEqual({
    total: 5,
    open: 4,
    byBand: [
      { label: 'High', tone: 'danger', count: 2 },
      { label: 'Medium', tone: 'warning', count: 1 },
      { label: 'Low', tone: 'success', count: 0 },
    ],
    exposure: 44,
    aboveAppetite: 2,
    reviewsOverdue: 2,
  });
});

it('has no figures of scores where the register has none, of an appetite or reviews where nobody asks for them', () => {
  const plain = { ...register, ratings: [], bands: [], reviewField: null };
  expect(figuresOf(plain, records, TODAY)).toMatchObject({
    byBand: [],
    exposure: null,
    aboveAppetite: null,
    reviewsOverdue: null,
  });
  expect(figuresOf({ ...register, appetite: null }, records, TODAY).aboveAppetite).toBeNull();
});

describe('a figure that is chosen', () => {
  const columns = [...hiddenColumns(register), ...columnsOf(register, {}, (instant) => instant)];
  const shown = (filter: Filter) =>
    filterRows(records, columns, () => '', filter).map(({ issueKey }) => issueKey);
  const figures = figuresOf(register, records, TODAY);

  it('shows as many records as it says', () => {
    expect(shown(OPEN_ONLY)).toHaveLength(figures.open);
    for (const { label, count } of figures.byBand)
      expect(shown(toggled(OPEN_ONLY, 'band', label))).toHaveLength(count);
    expect(shown(toggled(OPEN_ONLY, ABOVE_APPETITE, ABOVE_APPETITE))).toEqual(['PRJ-1', 'PRJ-2']);
    expect(shown(reviewsOverdue(OPEN_ONLY, register, TODAY))).toEqual(['PRJ-1', 'PRJ-4']);
  });

  it('counts overdue reviews to the day before, across a month and a leap day', () => {
    const last = (today: string) => reviewsOverdue(OPEN_ONLY, register, today).dates['reviewDate']?.to;
    expect(['2012-07-01', '2012-03-01', '2013-01-01'].map(last)).toEqual([
      '2012-06-30',
      '2012-02-29',
      '2012-12-31',
    ]);
    expect(reviewsOverdue(OPEN_ONLY, { ...register, reviewField: null }, TODAY)).toBe(OPEN_ONLY);
  });

  it('leaves closed records out until somebody asks for them', () => {
    const all = withOpenOnly(OPEN_ONLY, false);
    expect([isOpenOnly(OPEN_ONLY), isOpenOnly(all), conditionCount(all)]).toEqual([true, false, 0]);
    expect(shown(all)).toHaveLength(5);
    expect(withOpenOnly(all, true)).toEqual(OPEN_ONLY);
  });
});
