import '../../../test/support/in-english';
import { checkTolerances, DEFAULT_TOLERANCES, type Tolerances } from './tolerances';

const { schedule } = DEFAULT_TOLERANCES;

describe('tolerances', () => {
  it('of a new project can be worked with', () => {
    expect(checkTolerances(DEFAULT_TOLERANCES)).toEqual({});
  });

  it.each<[string, Partial<Tolerances>, Record<string, string>]>([
    [
      'red at amber',
      { cost: { overrun: { amber: 0.1, red: 0.1 } } },
      { 'cost.overrun': 'Red has to begin above amber (0.1).' },
    ],
    [
      'an index whose red is above its amber',
      { schedule: { ...schedule, spi: { amber: 0.8, red: 0.9 } } },
      { 'schedule.spi': 'Red has to begin below amber (0.8).' },
    ],
    [
      'more than everything',
      { resources: { unowned: { amber: 0.5, red: 5 } } },
      { 'resources.unowned': 'Both limits have to be from 0 to 1.' },
    ],
    [
      'what is no number',
      { risk: { exposure: { amber: Number.NaN, red: 5 } } },
      { 'risk.exposure': 'Both limits have to be from 0 to 1000000.' },
    ],
  ])('with %s are refused by path', (_what, change, problems) => {
    expect(checkTolerances({ ...DEFAULT_TOLERANCES, ...change })).toEqual(problems);
  });
});
