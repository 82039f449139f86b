import type { OrderByField } from '@atlaskit/jql-ast';
import type { Issue } from '../../entities';
import { JqlError } from './errors';
import type { JqlField, SortKey } from './field';
import { decode } from './parse';
import type { JqlEnvironment } from './types';

/** "`orderBy` clause can contain a maximum of 7 fields", Atlassian's document of `GET /rest/api/3/search/jql`. */
const MOST_FIELDS = 7;

type Compare = (a: Issue, b: Issue) => number;

/** One collator for all: making one costs more than a sort. */
const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/**
 * The order of a query's results. It is total: issues that are equal in all its fields come by id, newest first.
 * Empty values count as the greatest: last ascending, first descending. Atlassian's reference does not
 * say where they go, so this is a choice.
 * @throws JqlError for fields that cannot be sorted by, or too many of them
 */
export function compileOrder(
  fields: readonly OrderByField[],
  resolve: (field: OrderByField['field']) => JqlField | undefined,
  env: JqlEnvironment,
): Compare {
  if (fields.length > MOST_FIELDS)
    throw new JqlError(`The query orders by ${fields.length} fields; the maximum is ${MOST_FIELDS}.`);
  const steps: Compare[] = [];
  for (const { field, direction } of fields) {
    const keys = resolve(field)?.sortBy?.(env);
    if (!keys) throw new JqlError(`Not able to sort using field '${decode(field.text)}'.`);
    const sign = direction?.value === 'DESC' ? -1 : 1;
    for (const key of keys) steps.push((a, b) => sign * compareBy(key, a, b));
  }
  return (a, b) => {
    for (const step of steps) {
      const difference = step(a, b);
      if (difference !== 0) return difference;
    }
    return newestFirst(a, b);
  };
}

function compareBy(key: SortKey, a: Issue, b: Issue): number {
  const left = key(a);
  const right = key(b);
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  if (typeof left === 'string' && typeof right === 'string') return collator.compare(left, right);
  return left < right ? -1 : 1;
}

/** Ids are numbers written as text; rows of a hand-made test may have other ids, which come by their text. */
function newestFirst(a: Issue, b: Issue): number {
  return Number(b.id) - Number(a.id) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
