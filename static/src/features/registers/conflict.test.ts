import type { FieldView } from '../../api/contract';
import { differences, merged, type Side } from './conflict';

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

const choose = (sides: Record<string, Side> = {}) => {
  const proposed = differences(fields, before, mine, theirs).map((row) => [row.field.key, row.proposed]);
  return merged(fields, mine, theirs, { ...Object.fromEntries(proposed), ...sides });
};

it('proposes my changes without undoing what only the other person changed', () => {
  expect(choose()).toEqual({ cause: 'mine', owner: 'u-2', tags: ['a', 'b'], impact: null });
});

it('takes each field from the side that was chosen', () => {
  expect(choose({ cause: 'theirs', owner: 'mine' })).toEqual({
    cause: 'theirs',
    owner: 'u-1',
    tags: ['a', 'b'],
    impact: null,
  });
});
