import type { RecordView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import type { Names } from '../columns';

/** How people stand in files: by their names, with the account id where the name alone would not do. */
export interface PeopleTexts {
  readonly textOf: (accountId: string) => string;
  /** Account ids by such a text, or by a name: several where people share it. */
  readonly idsOf: ReadonlyMap<string, readonly string[]>;
}

/** Everybody whom records of the register name. */
export function peopleTexts(
  register: RegisterView,
  records: readonly RecordView[],
  names: Names,
): PeopleTexts {
  const ids = new Set(Object.keys(names));
  const fields = register.fields.filter(({ kind }) => kind === 'person' || kind === 'people');
  for (const { values } of records)
    for (const { key } of fields) for (const id of listOf(values[key])) ids.add(id);
  const byName = new Map<string, string[]>();
  for (const id of ids) {
    const name = names[id]?.trim() ?? '';
    byName.set(name, [...(byName.get(name) ?? []), id]);
  }
  const textOf = (id: string): string => {
    const name = names[id]?.trim() ?? '';
    const isPlain = name !== '' && !/[;\n]/.test(name) && byName.get(name)?.length === 1;
    return isPlain ? name : `${(name || t('shared.unknownPerson')).replace(/[;\n]/g, ' ')} (${id})`;
  };
  const idsOf = new Map<string, readonly string[]>([...byName].filter(([name]) => name !== ''));
  for (const id of ids) idsOf.set(textOf(id), [id]);
  return { textOf, idsOf };
}

/** Names in a cell of people. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** A person, or people, as a record has them. */
export const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
