import {
  checkLinks,
  type ConfiguredRegister,
  type LinkedRecords,
  type StoredRecord,
  type Values,
} from '../../domain/registers';
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
  const others = await linkedFrom(records, register, new Map([[issueKey, values]]));
  const refusal = checkLinks(register, issueKey, values, others);
  if (refusal) throw new AppError('BAD_INPUT', refusal.message, { fields: refusal.fields });
}

/** These records and all that their links lead to, read a hundred at a time. */
export async function linkedFrom(
  records: Pick<Records, 'read'>,
  register: ConfiguredRegister,
  known: LinkedRecords,
): Promise<LinkedRecords> {
  const acyclic = Object.entries(register.fields).flatMap(([key, field]) =>
    field.kind === 'issueLinks' && field.acyclic ? [key] : [],
  );
  const keysIn = (found: Values): string[] =>
    acyclic
      .flatMap((key) => (Array.isArray(found[key]) ? found[key] : []))
      .filter((key) => typeof key === 'string');
  const all = new Map(known);
  let next = [...known.values()].flatMap(keysIn);
  while (next.length > 0 && all.size < known.size + MOST) {
    const wanted = [...new Set(next)].filter((key) => !all.has(key)).slice(0, BULK);
    wanted.forEach((key) => all.set(key, {}));
    for (const issue of await records.read(wanted, register.propertyKey)) {
      const read = register.stored.safeParse(issue.property);
      if (read.success) all.set(issue.issueKey, read.data.values);
    }
    next = wanted.flatMap((key) => keysIn(all.get(key) ?? {}));
  }
  return all;
}
