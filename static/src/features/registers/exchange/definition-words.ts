import type { RegisterView } from '../../../api/contract';
import { asDefined } from '../register-words';
import { sameTitle } from './titles';

interface Worded {
  readonly value: string;
  readonly label: string;
}

/** A row's cells with states and choices in the definition's words: a file may have them in the viewer's. */
export function inDefinitionsWords(
  register: RegisterView,
  cells: Readonly<Record<string, string>>,
): Record<string, string> {
  const defined = asDefined(register);
  if (defined === register) return { ...cells };
  const optionsOf = ({ fields, states }: RegisterView, column: string): readonly Worded[] =>
    column === 'state' ? states : (fields.find(({ key }) => key === column)?.options ?? []);
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => {
      const meant = optionsOf(register, column).find(({ label }) => sameTitle(label) === sameTitle(cell));
      const own = optionsOf(defined, column).find(({ value }) => value === meant?.value);
      return [column, own?.label ?? cell];
    }),
  );
}
