import { useState, type KeyboardEvent } from 'react';
import CreatableSelect from '@atlaskit/select/creatable-select';
import { multiSelectWords } from './select-words';
import type { ControlProps } from './field';
import { t } from './i18n';

interface Tag {
  readonly value: string;
  readonly label: string;
}

/** Several short texts, each added with Enter. What stands in the box when it is left counts as added. */
export function TagsInput(props: {
  readonly control: ControlProps;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** Brings what was typed into the form that is kept. */
  readonly normalise?: (written: string) => string;
}) {
  const { values, onChange, normalise = (written) => written } = props;
  const [typed, setTyped] = useState('');
  const add = () => {
    const added = typed
      .split('\n')
      .map((line) => normalise(line.trim()))
      .filter((line) => line !== '');
    setTyped('');
    if (added.length > 0) onChange([...new Set([...values, ...added])]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return;
    event.preventDefault();
    add();
  };
  const { id, ...control } = props.control;
  const words = multiSelectWords<Tag>();
  return (
    <CreatableSelect
      {...control}
      inputId={id}
      isMulti
      isClearable
      menuIsOpen={false}
      {...words}
      components={{ ...words.components, DropdownIndicator: null }}
      placeholder={t('shared.typeAndEnter')}
      options={[]}
      value={values.map((value) => ({ value, label: value }))}
      onChange={(options) => onChange(options.map(({ value }) => value))}
      inputValue={typed}
      onInputChange={(value, { action }) => {
        // Leaving the box empties it, too; `add` sees to that.
        if (action === 'input-change') setTyped(value);
      }}
      onKeyDown={onKeyDown}
      onBlur={add}
    />
  );
}
