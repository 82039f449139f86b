import type { FieldView } from '../../api/contract';
import { differences, keepMine } from './conflict';

const fields: FieldView[] = ['cause', 'owner', 'tags', 'impact'].map((key) => ({
  key,
  label: key,
  kind: 'text',
  required: false,
}));

const before = { cause: 'old', owner: 'u-1', tags: ['a'], impact: null };
const mine = { ...before, cause: 'mine', tags: ['a', 'b'] };
const theirs = { ...before, cause: 'theirs', owner: 'u-2', impact: undefined };

it('shows the fields in which the two versions differ', () => {
  expect(differences(fields, before, mine, theirs).map(({ field }) => field.key)).toEqual([
    'cause',
    'owner',
    'tags',
  ]);
});

it('shows nothing where both came to the same', () => {
  expect(differences(fields, before, mine, { ...mine })).toEqual([]);
});

it('keeps my changes and does not undo what only the other person changed', () => {
  expect(keepMine(fields, before, mine, theirs)).toEqual({
    cause: 'mine',
    owner: 'u-2',
    tags: ['a', 'b'],
    impact: null,
  });
});
