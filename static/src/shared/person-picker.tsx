import { createContext, useRef, useState } from 'react';
import AsyncSelect from '@atlaskit/select/async-select';
import { call } from '../api/call';
import { registers } from '../api/contract';
import { shared } from './messages';
import type { PersonOption } from './person';
import { toProblem } from './use-call';

interface Props {
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
  /** Names the control where no label stands beside it. */
  readonly label?: string;
}

/** Whether this screen stands in a project, whose people can be searched. */
export const PeopleContext = createContext(true);

/** A search costs the site a call, so it waits for a pause in typing. */
const PAUSE_MS = 250;

function usePeople() {
  const timer = useRef<number>(undefined);
  const [failure, setFailure] = useState<string | null>(null);
  const search = (query: string): Promise<PersonOption[]> =>
    new Promise((resolve) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        call(registers.people, { query: query.trim().slice(0, 100) }).then(
          ({ people }) => {
            setFailure(null);
            resolve(people.map(({ accountId, name }) => ({ value: accountId, label: name })));
          },
          (error: unknown) => {
            setFailure(toProblem(error).message);
            resolve([]);
          },
        );
      }, PAUSE_MS);
    });
  const noOptions = ({ inputValue }: { inputValue: string }) => {
    if (failure !== null) return shared.person.failed(failure);
    return inputValue === '' ? shared.person.typeToSearch : shared.person.nobody;
  };
  return { search, noOptions };
}

const common = (props: Props) => ({
  inputId: props.id,
  isInvalid: props.invalid,
  isDisabled: props.disabled ?? false,
  isClearable: true,
  placeholder: shared.person.placeholder,
  menuPosition: 'fixed' as const,
  menuPlacement: 'auto' as const,
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
  ...(props.label === undefined ? {} : { 'aria-label': props.label }),
});

/** Chooses one colleague by name. */
export function PersonPicker(
  props: Props & {
    readonly value: PersonOption | null;
    readonly onChange: (value: PersonOption | null) => void;
  },
) {
  const { search, noOptions } = usePeople();
  return (
    <AsyncSelect<PersonOption>
      {...common(props)}
      value={props.value}
      onChange={(value) => props.onChange(value)}
      loadOptions={search}
      noOptionsMessage={noOptions}
    />
  );
}

/** Chooses several colleagues by name. */
export function PeoplePicker(
  props: Props & {
    readonly value: readonly PersonOption[];
    readonly onChange: (value: readonly PersonOption[]) => void;
  },
) {
  const { search, noOptions } = usePeople();
  return (
    <AsyncSelect<PersonOption, true>
      {...common(props)}
      isMulti
      value={[...props.value]}
      onChange={(value) => props.onChange(value)}
      loadOptions={search}
      noOptionsMessage={noOptions}
    />
  );
}
