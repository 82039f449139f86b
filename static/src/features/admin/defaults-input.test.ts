import '../../../../test/support/words';
import { DEFAULT_POLICY_SHAPE } from '../../api/contract';
import { defaultsProblems, toDefaults, toDefaultsInput } from './defaults-input';

const defaults = { policy: DEFAULT_POLICY_SHAPE, holidays: ['2012-12-25'], pointsAnHour: 6_000 };
const input = toDefaultsInput(defaults);

it('gives back the defaults that it was given', () => {
  expect(toDefaults(input)).toEqual(defaults);
  expect(defaultsProblems(input)).toEqual({});
});

it('says by path what cannot be', () => {
  const [first, ...others] = input.policy.ladder.levels;
  const ladder = { ...input.policy.ladder, levels: [{ ...first!, day: '' }, ...others] };
  expect(
    defaultsProblems({ points: 'lots', holidays: 'Christmas', policy: { ...input.policy, ladder } }),
  ).toEqual({
    pointsAnHour: 'Write a whole number of points.',
    holidays: 'Line 1: "Christmas" is no date. Write it as YYYY-MM-DD.',
    'policy.ladder.escalations.0.day': 'Write a whole number of working days.',
  });
});
