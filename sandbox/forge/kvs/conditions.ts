import { MAX_CONDITIONS } from './constants';
import type { EntityDefinition } from './entities';
import { badRequest, KvsError } from './errors';
import type { Condition, Filters, Scalar } from './schemas';
import { isOfType } from './values';

/** Order of two attribute values of one type: numbers by size, texts by their code units, false before true. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Whether an attribute's value, `undefined` where the row lacks it, passes the condition. */
export function matches(value: unknown, { condition, values }: Condition): boolean {
  if (condition === 'EXISTS') return value !== undefined;
  if (condition === 'NOT_EXISTS') return value === undefined;
  // What is absent differs from everything, and contains nothing.
  if (condition === 'NOT_EQUAL_TO') return value !== values[0];
  if (condition === 'NOT_CONTAINS') return !contains(value, values[0]);
  if (condition === 'CONTAINS') return contains(value, values[0]);
  const [first] = values;
  if (!isScalar(value) || typeof value !== typeof first) return false;
  const order = compareScalars(value, first);
  switch (condition) {
    case 'EQUAL_TO':
      return order === 0;
    case 'BEGINS_WITH':
      return String(value).startsWith(String(first));
    case 'BETWEEN':
      return order >= 0 && compareScalars(value, values[1]) <= 0;
    case 'GREATER_THAN':
      return order > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return order >= 0;
    case 'LESS_THAN':
      return order < 0;
    case 'LESS_THAN_EQUAL_TO':
      return order <= 0;
  }
}

const contains = (value: unknown, part: Scalar): boolean =>
  typeof value === 'string' && value.includes(String(part));

/** Whether a row's value passes a group of filters; a row that is not there has no attribute at all. */
export function matchesAll(value: unknown, filters: Filters | undefined): boolean {
  if (!filters) return true;
  const attribute = (name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (filters.and) return filters.and.every((filter) => matches(attribute(filter.property), filter));
  return (filters.or ?? []).some((filter) => matches(attribute(filter.property), filter));
}

/** @throws KvsError 400 or 422 where filters do not fit the entity. */
export function checkFilters(entity: EntityDefinition, filters: Filters | undefined): void {
  if (!filters) return;
  if (filters.and && filters.or)
    throw badRequest('Filters take either "and" or "or"', 'INVALID_FILTER_OPERATORS_COMBINATION');
  const items = filters.and ?? filters.or ?? [];
  if (items.length === 0) throw badRequest('Filters cannot be empty', 'EMPTY_FILTER_OPERATOR');
  if (items.length > MAX_CONDITIONS)
    throw badRequest(`There are ${items.length} conditions, at most ${MAX_CONDITIONS} are taken`);
  for (const item of items) {
    const type = entity.attributes.get(item.property);
    if (!type)
      throw badRequest(
        `The entity ${entity.name} declares no attribute ${item.property}`,
        'INVALID_ENTITY_ATTRIBUTE',
      );
    if (type === 'any')
      throw new KvsError(
        422,
        'INVALID_ENTITY_ATTRIBUTE',
        `The attribute ${item.property} is of type any and cannot be filtered by`,
      );
    if (item.condition === 'EXISTS' || item.condition === 'NOT_EXISTS') continue;
    for (const value of item.values)
      if (item.condition !== 'BEGINS_WITH' && !isOfType(type, value))
        throw badRequest(`The condition on ${item.property} needs a ${type}`, 'INVALID_ENTITY_VALUE');
  }
}
