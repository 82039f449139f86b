import type { FieldView, RegisterView } from '../../api/contract';
import { inSentence, message, t, wordsLocale } from '../../shared/i18n';

/** What a register is called: in the viewer's language where the messages have it, else as its definition says. */
export const registerTitle = ({ kind, title }: Pick<RegisterView, 'kind' | 'title'>): string =>
  wordFor(kind, 'title', title);

/** What a state of a register is called, as `registerTitle` has it. */
export const stateWord = (kind: string, state: { readonly value: string; readonly label: string }): string =>
  wordFor(kind, `states.${state.value}`, state.label);

/** So many of the register's things: "1 risk", "3 risks". */
export const thingsOf = ({ singular, title }: RegisterView, count: number): string =>
  t('registers.count', { count, one: inSentence(singular), many: inSentence(title) });

/** Kept, so that a register that is drawn again is still the same one. */
const worded = new WeakMap<RegisterView, RegisterView>();
const definitions = new WeakMap<RegisterView, RegisterView>();

/**
 * The register in the viewer's language; one that the messages do not know keeps its definition's words. Scales, bands and people's words are the project's own.
 */
export function inViewersWords(register: RegisterView): RegisterView {
  if (isEnglish()) return register;
  const known = worded.get(register);
  if (known !== undefined) return known;
  const made = translated(register);
  worded.set(register, made);
  definitions.set(made, register);
  return made;
}

/** The register as its definition words it, which is all that the app knows. */
export const asDefined = (register: RegisterView): RegisterView => definitions.get(register) ?? register;

/** Definitions are English: to an English reader they speak for themselves. */
const isEnglish = (): boolean => wordsLocale().startsWith('en');

const wordFor = (kind: string, place: string, own: string): string =>
  (isEnglish() ? undefined : message(`registerWords.${kind}.${place}`)) ?? own;

function translated(register: RegisterView): RegisterView {
  const word = (place: string, own: string) => wordFor(register.kind, place, own);
  const { axes, happened } = register;
  const fields = register.fields.map((field) => fieldInWords(field, word));
  return {
    ...register,
    title: registerTitle(register),
    singular: word('singular', register.singular),
    groups: register.groups.map((group) => ({
      ...group,
      title: word(`groups.${group.fields[0] ?? ''}`, group.title),
    })),
    fields,
    states: register.states.map((state) => ({
      ...state,
      label: word(`states.${state.value}`, state.label),
    })),
    columns: register.columns.map(({ key, label }) => ({
      key,
      label: fields.find((field) => field.key === key)?.label ?? builtInTitle(key) ?? label,
    })),
    ratings: register.ratings.map((rating) => ({
      ...rating,
      label: word(`ratings.${rating.key}`, rating.label),
    })),
    axes: axes && {
      probability: word('axes.probability', axes.probability),
      impact: word('axes.impact', axes.impact),
    },
    happened: happened && { ...happened, singular: wordFor(happened.kind, 'singular', happened.singular) },
  };
}

const builtInTitle = (key: string) => message(`registers.table.columns.${key}`);

function fieldInWords(field: FieldView, word: (place: string, own: string) => string): FieldView {
  const { key, label, help, options } = field;
  return {
    ...field,
    label: word(`fields.${key}.label`, label),
    ...(help === undefined ? {} : { help: word(`fields.${key}.help`, help) }),
    ...(options === undefined
      ? {}
      : {
          options: options.map((option) => ({
            ...option,
            label: word(`fields.${key}.options.${option.value}`, option.label),
          })),
        }),
  };
}
