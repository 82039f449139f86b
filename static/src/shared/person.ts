import type { Option } from './search-select';

/** A colleague as a picker holds one, by account id. */
export type PersonOption = Option;

/** @returns The option for an account id; by the id itself where the name is not known. */
export const personOption = (id: string, names: Readonly<Record<string, string>>): PersonOption => ({
  value: id,
  label: names[id] ?? id,
});
