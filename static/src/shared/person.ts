/** A colleague as a picker holds one. */
export interface PersonOption {
  /** Account id. */
  readonly value: string;
  readonly label: string;
}

/** @returns The option for an account id; by the id itself where the name is not known. */
export const personOption = (id: string, names: Readonly<Record<string, string>>): PersonOption => ({
  value: id,
  label: names[id] ?? id,
});
