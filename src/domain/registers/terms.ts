import { joined, term, type Words } from '../../words';
import type { Register } from './define';
import type { Option } from './fields';

type Named = Pick<Register, 'kind' | 'singular'>;

/** "risk", as it stands within a sentence. */
export const singularOf = ({ kind, singular }: Named): Words => singularAs({ kind }, singular.toLowerCase());

/** "A change request": what one record of the register is called, as a sentence begins with it. */
export const oneOf = ({ kind, singular }: Named): Words =>
  singularAs({ kind }, capital(withArticle(singular)));

/** "a change request", within a sentence. */
export const someOf = ({ kind, singular }: Named): Words => singularAs({ kind }, withArticle(singular));

const singularAs = ({ kind }: Pick<Named, 'kind'>, own: string): Words =>
  term(`registerWords.${kind}.singular`, own);

export const registerName = ({ kind, title }: Pick<Register, 'kind' | 'title'>): Words =>
  term(`registerWords.${kind}.title`, title);

export const fieldOf = ({ kind, fields }: Pick<Register, 'kind' | 'fields'>, key: string): Words =>
  term(`registerWords.${kind}.fields.${key}.label`, fields[key]?.label ?? key);

export const stateOf = ({ kind, lifecycle }: Pick<Register, 'kind' | 'lifecycle'>, state: string): Words =>
  term(`registerWords.${kind}.states.${state}`, lifecycle[state]?.label ?? state);

/** "under review", as it stands within a sentence. */
export const stateWithin = (
  { kind, lifecycle }: Pick<Register, 'kind' | 'lifecycle'>,
  state: string,
): Words => term(`registerWords.${kind}.states.${state}`, (lifecycle[state]?.label ?? state).toLowerCase());

/** The options of a choice, one after another; of those with the same words the first. */
export function optionsOf(
  { kind }: Pick<Register, 'kind'>,
  field: string,
  options: readonly Option[],
): Words {
  const different = options.filter(
    ({ label }, i) => options.findIndex((other) => other.label === label) === i,
  );
  return joined(
    different.map(({ value, label }) =>
      term(`registerWords.${kind}.fields.${field}.options.${value}`, label),
    ),
    ', ',
  );
}

const withArticle = (singular: string): string => {
  const word = singular.toLowerCase();
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
};

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
