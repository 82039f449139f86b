import { nearestFields } from './nearest-field';

it('leads a message to the field that is nearest to its path', () => {
  const shown = ['policy', 'policy.ladder.escalations.0', 'policy.ladder.escalations.0.day', 'holidays'];
  expect(
    nearestFields(
      {
        'policy.ladder.escalations.0.day': 'At least 1.',
        'policy.ladder.escalations.0.to.accountId': 'Choose a person.',
        'policy.weekdays': 'Choose a day.',
        'holidays.3': 'No date.',
      },
      shown,
    ),
  ).toEqual({
    'policy.ladder.escalations.0.day': 'At least 1.',
    'policy.ladder.escalations.0': 'Choose a person.',
    policy: 'Choose a day.',
    holidays: 'No date.',
  });
});

it('keeps the name of what no field covers, and does not mistake a longer name for it', () => {
  expect(nearestFields({ zoned: 'What?' }, ['zone'])).toEqual({ zoned: 'What?' });
});

it('keeps every message that meets in one field, each once', () => {
  expect(nearestFields({ 'a.0': 'One.', 'a.1': 'Two.', 'a.2': 'Two.' }, ['a'])).toEqual({ a: 'One. Two.' });
});
