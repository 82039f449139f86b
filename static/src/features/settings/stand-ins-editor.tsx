import Button from '@atlaskit/button/default/button';
import { BareField, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import type { PersonOption } from '../../shared/person';
import { PersonPicker } from '../../shared/person-picker';
import { Folded } from './folded';
import type { Part } from './part';
import type { StandInInput } from './policy-form';
import { standInPath } from './policy-problems';
import { changedRow, withoutRow, withRow, type Row } from './rows';

type Pair = StandInInput & Row;

const PATH = 'policy.standIns';

/** Who covers for whom, a row a pair. */
export function StandInsEditor(props: {
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}) {
  const { pairs, onChange } = props;
  return (
    <Folded
      paths={[PATH]}
      title={t('settings.policy.standIns.title')}
      hint={t('settings.policy.special.count', { count: pairs.length })}
    >
      <p className="dk-subtle">{t('settings.policy.standIns.help')}</p>
      {pairs.map((pair, index) => (
        <PairRow
          key={pair.row}
          number={index + 1}
          input={pair}
          onChange={(change) => onChange(changedRow(pairs, pair.row, change))}
          onRemove={() => onChange(withoutRow(pairs, pair.row))}
        />
      ))}
      <PartError path={PATH} />
      <div className="dk-row">
        <Button
          spacing="compact"
          onClick={() => onChange(withRow<StandInInput>(pairs, { owner: null, standIn: null }))}
        >
          {t('settings.policy.standIns.add')}
        </Button>
      </div>
    </Folded>
  );
}

function PairRow(props: Part<Pair> & { readonly number: number; readonly onRemove: () => void }) {
  const { number, input, onChange } = props;
  const path = standInPath(input);
  const picker = (name: 'owner' | 'standIn', value: PersonOption | null) => ({
    id: `dk.${PATH}.${input.row}.${name}`,
    label: t(`settings.policy.standIns.${name}`, { number }),
    value,
    onChange: (person: PersonOption | null) => onChange({ [name]: person }),
  });
  return (
    <BareField path={path}>
      {({ isInvalid, ...control }) => (
        <div className="dk-sentence">
          <div className="dk-sentence-wide">
            <PersonPicker
              {...picker('owner', input.owner)}
              invalid={isInvalid}
              describedBy={control['aria-describedby']}
            />
          </div>
          <span className="dk-sentence-word">{t('settings.policy.standIns.covers')}</span>
          <div className="dk-sentence-wide">
            <PersonPicker
              {...picker('standIn', input.standIn)}
              invalid={isInvalid}
              describedBy={control['aria-describedby']}
            />
          </div>
          <Button
            appearance="subtle"
            aria-label={t('settings.policy.standIns.remove', { number })}
            onClick={props.onRemove}
          >
            {t('shared.remove')}
          </Button>
        </div>
      )}
    </BareField>
  );
}
