import { useContext } from 'react';
import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select/select';
import { BareField, FieldGroup, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import { PeopleContext, PersonPicker } from '../../shared/person-picker';
import { NumberInSentence } from './number-field';
import type { Part } from './part';
import type { LevelInput, WhoKind } from './policy-form';
import { changedRow, withoutRow, withRow, type Row } from './rows';
import { selectWords } from '../../shared/select-words';

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
    <FieldGroup
      path={path}
      legend={t('settings.policy.levels.legend')}
      help={t('settings.policy.levels.help')}
    >
      {levels.length === 0 && <p className="dk-subtle">{t('settings.policy.levels.none')}</p>}
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
          {t('settings.policy.levels.add')}
        </Button>
      </div>
    </FieldGroup>
  );
}

const WHO = ['lead', 'sponsor', 'stand-in', 'person'] as const satisfies readonly WhoKind[];

function LevelRow(
  props: Part<Level> & { readonly path: string; readonly number: number; readonly onRemove: () => void },
) {
  const { path, number, input, onChange } = props;
  const people = useContext(PeopleContext);
  const options = WHO.filter((value) => people || value !== 'person' || input.who === value).map((value) => ({
    value,
    label: t(`settings.policy.who.${value}`),
  }));
  return (
    <div className="dk-sentence">
      <span className="dk-sentence-word">{t('settings.policy.levels.level', { number })}</span>
      <span className="dk-sentence-word">{t('settings.policy.levels.after')}</span>
      <NumberInSentence
        path={`${path}.day`}
        label={t('settings.policy.levels.day', { number })}
        value={input.day}
        onChange={(day) => onChange({ day })}
      />
      <span className="dk-sentence-word">{t('settings.policy.levels.tells')}</span>
      <div className="dk-sentence-wide">
        <Select
          {...selectWords()}
          aria-label={t('settings.policy.levels.who', { number })}
          options={options}
          value={options.find(({ value }) => value === input.who) ?? null}
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
                label={t('settings.policy.levels.person', { number })}
                value={input.person}
                onChange={(person) => onChange({ person })}
              />
            )}
          </BareField>
        </div>
      )}
      <Button
        appearance="subtle"
        aria-label={t('settings.policy.levels.remove', { number })}
        onClick={props.onRemove}
      >
        {t('shared.remove')}
      </Button>
      <div className="dk-sentence-end">
        <PartError path={path} />
      </div>
    </div>
  );
}
