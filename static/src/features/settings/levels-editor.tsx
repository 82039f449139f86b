import { useContext } from 'react';
import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select/select';
import { BareField, FieldGroup, PartError } from '../../shared/field';
import { shared } from '../../shared/messages';
import { PeopleContext, PersonPicker } from '../../shared/person-picker';
import { NumberInSentence } from './number-field';
import type { Part } from './part';
import type { LevelInput, WhoKind } from './policy-form';
import { text } from './policy-messages';
import { changedRow, withoutRow, withRow, type Row } from './rows';

type Level = LevelInput & Row;

/** The escalation chain, a sentence a level: on which day late, and who is told. */
export function LevelsEditor(props: {
  readonly path: string;
  readonly levels: readonly Level[];
  readonly onChange: (levels: readonly Level[]) => void;
}) {
  const { path, levels, onChange } = props;
  const add = () => {
    const last = Number(levels.at(-1)?.day ?? 0);
    const day = Number.isFinite(last) ? String(last + 5) : '';
    onChange(withRow<LevelInput>(levels, { day, who: 'lead', person: null }));
  };
  return (
    <FieldGroup path={path} legend={text.levels.legend} help={text.levels.help}>
      {levels.length === 0 && <p className="dk-subtle">{text.levels.none}</p>}
      {levels.map((level, index) => (
        <LevelRow
          key={level.row}
          path={`${path}.${index}`}
          number={index + 1}
          input={level}
          onChange={(change) => onChange(changedRow(levels, level.row, change))}
          onRemove={() => onChange(withoutRow(levels, level.row))}
        />
      ))}
      <div className="dk-row">
        <Button spacing="compact" onClick={add}>
          {text.levels.add}
        </Button>
      </div>
    </FieldGroup>
  );
}

const WHO = (Object.entries(text.who) as [WhoKind, string][]).map(([value, label]) => ({ value, label }));

function LevelRow(
  props: Part<Level> & { readonly path: string; readonly number: number; readonly onRemove: () => void },
) {
  const { path, number, input, onChange } = props;
  const people = useContext(PeopleContext);
  const options = WHO.filter(({ value }) => people || value !== 'person' || input.who === value);
  return (
    <div className="dk-sentence">
      <span className="dk-sentence-word">{text.levels.level(number)}</span>
      <span className="dk-sentence-word">{text.levels.after}</span>
      <NumberInSentence
        path={`${path}.day`}
        label={text.levels.day(number)}
        value={input.day}
        onChange={(day) => onChange({ day })}
      />
      <span className="dk-sentence-word">{text.levels.tells}</span>
      <div className="dk-sentence-wide">
        <Select
          aria-label={text.levels.who(number)}
          options={options}
          value={WHO.find(({ value }) => value === input.who) ?? null}
          onChange={(option) => onChange({ who: option?.value ?? 'lead' })}
          menuPosition="fixed"
          menuPlacement="auto"
        />
      </div>
      {input.who === 'person' && (
        <div className="dk-sentence-wide">
          <BareField path={`${path}.to`}>
            {({ id, isInvalid, ...control }) => (
              <PersonPicker
                id={id}
                invalid={isInvalid}
                describedBy={control['aria-describedby']}
                label={text.levels.person(number)}
                value={input.person}
                onChange={(person) => onChange({ person })}
              />
            )}
          </BareField>
        </div>
      )}
      <Button appearance="subtle" aria-label={text.levels.remove(number)} onClick={props.onRemove}>
        {shared.remove}
      </Button>
      <div className="dk-sentence-end">
        <PartError path={path} />
      </div>
    </div>
  );
}
