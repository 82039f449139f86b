import type { FieldView, RegisterView } from '../../api/contract';

/** The fields of a group, in its order. */
export const fieldsIn = (register: RegisterView, keys: readonly string[]): FieldView[] =>
  keys.flatMap((key) => register.fields.find((field) => field.key === key) ?? []);
