import { checkLinks, type LinkedRecords, type StoredRecord, type Values } from '../../domain/registers';
import { AppError } from '../../errors';
import type { Records } from '../../ports/records';
import type { Change } from './deps';

/** Records whose links are followed at most; a chain that is longer is not looked at to its end. */
const MOST = 500;
/** How many issues one bulk reading takes. */
const BULK = 100;

/**
 * Refuses links of a record to itself, and those that lead back to it over others. Only what the links reach is read.
 * @throws AppError BAD_INPUT by field
 */
export async function refuseCircles(
  records: Pick<Records, 'read'>,
  { register }: Pick<Change, 'register'>,
  issueKey: string,
  { values }: StoredRecord,
): Promise<void> {
  const acyclic = Object.entries(register.fields).flatMap(([key, field]) =>
    field.kind === 'issueLinks' && field.acyclic ? [key] : [],
  );
  const keysIn = (found: Values): string[] =>
    acyclic
      .flatMap((key) => (Array.isArray(found[key]) ? found[key] : []))
      .filter((key) => typeof key === 'string');
  const others = new Map<string, Values>();
  let next = keysIn(values);
  while (next.length > 0 && others.size < MOST) {
    const wanted = [...new Set(next)].filter((key) => key !== issueKey && !others.has(key)).slice(0, BULK);
    wanted.forEach((key) => others.set(key, {}));
    for (const issue of await records.read(wanted, register.propertyKey)) {
      const read = register.stored.safeParse(issue.property);
      if (read.success) others.set(issue.issueKey, read.data.values);
    }
    next = wanted.flatMap((key) => keysIn(others.get(key) ?? {}));
  }
  const refusal = checkLinks(register, issueKey, values, others as LinkedRecords);
  if (refusal) throw new AppError('BAD_INPUT', refusal.message, { fields: refusal.fields });
}
