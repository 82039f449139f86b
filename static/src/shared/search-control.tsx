import { useRef, useState } from 'react';
import AsyncSelect from '@atlaskit/select/async-select';
import { multiSelectWords, selectWords } from './select-words';
import { t } from './i18n';
import { toProblem } from './use-call';

/** Something that a picker offers. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SearchProps {
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean;
  /** Names the control where no label stands beside it. */
  readonly label?: string;
}

/** What is searched, and how. */
export interface Searched {
  readonly find: (query: string) => Promise<readonly Option[]>;
  readonly what: 'person' | 'issue' | 'project';
  /** The short form of what is chosen, where the menu says more. */
  readonly shortLabel?: (option: Option) => string;
}

/** A search costs the site a call, so it waits for a pause in typing. */
const PAUSE_MS = 250;
const LONGEST_QUERY = 100;

function useSearch({ find, what, shortLabel }: Searched) {
  const timer = useRef<number>(undefined);
  const [failure, setFailure] = useState<string | null>(null);
  const loadOptions = (query: string): Promise<Option[]> =>
    new Promise((resolve) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        find(query.trim().slice(0, LONGEST_QUERY)).then(
          (found) => {
            setFailure(null);
            resolve([...found]);
          },
          (error: unknown) => {
            setFailure(toProblem(error).message);
            resolve([]);
          },
        );
      }, PAUSE_MS);
    });
  return {
    loadOptions,
    placeholder: t(`shared.${what}.placeholder`),
    noOptionsMessage: ({ inputValue }: { inputValue: string }) => {
      if (failure !== null) return t(`shared.${what}.failed`, { why: failure });
      return inputValue === '' ? t(`shared.${what}.typeToSearch`) : t(`shared.${what}.nothing`);
    },
    ...(shortLabel !== undefined && {
      formatOptionLabel: (option: Option, { context }: { context: 'menu' | 'value' }) => (
        <>{context === 'value' ? shortLabel(option) : option.label}</>
      ),
    }),
  };
}

const common = (props: SearchProps) => ({
  inputId: props.id,
  isInvalid: props.invalid,
  isDisabled: props.disabled ?? false,
  isClearable: true,
  menuPosition: 'fixed' as const,
  menuPlacement: 'auto' as const,
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
  ...(props.label === undefined ? {} : { 'aria-label': props.label }),
});

export type OneProps = SearchProps & {
  readonly of: Searched;
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
};

export type SeveralProps = SearchProps & {
  readonly of: Searched;
  readonly value: readonly Option[];
  readonly onChange: (value: readonly Option[]) => void;
};

export function OneControl(props: OneProps) {
  return (
    <AsyncSelect<Option>
      {...selectWords()}
      {...common(props)}
      {...useSearch(props.of)}
      value={props.value}
      onChange={(value) => props.onChange(value)}
    />
  );
}

export function SeveralControl(props: SeveralProps) {
  return (
    <AsyncSelect<Option, true>
      {...multiSelectWords<Option>()}
      {...common(props)}
      {...useSearch(props.of)}
      isMulti
      value={[...props.value]}
      onChange={(value) => props.onChange(value)}
    />
  );
}
