import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { DEFAULT_POLICY_SHAPE } from '../../api/contract';
import { LabelledField, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import { TagsInput } from '../../shared/tags-input';
import { Folded } from './folded';
import { LadderEditor } from './ladder-editor';
import type { Part } from './part';
import { toLadderInput, type SpecialInput } from './policy-form';
import { changedRow, withoutRow, withRow, type Row } from './rows';

type Special = SpecialInput & Row;

const PATH = 'policy.special';
const NEW: SpecialInput = {
  name: '',
  priorities: [],
  labels: [],
  ladder: toLadderInput(DEFAULT_POLICY_SHAPE.ladder, {}),
};

/** Ladders for some priorities or labels, each folded under its name. */
export function SpecialEditor(props: {
  readonly special: readonly Special[];
  readonly onChange: (special: readonly Special[]) => void;
}) {
  const { special, onChange } = props;
  return (
    <Folded
      paths={[PATH]}
      title={t('settings.policy.special.title')}
      hint={t('settings.policy.special.count', { count: special.length })}
    >
      <p className="dk-subtle">{t('settings.policy.special.help')}</p>
      {special.map((one, index) => (
        <SpecialLadder
          key={one.row}
          path={`${PATH}.${index}`}
          input={one}
          onChange={(change) => onChange(changedRow(special, one.row, change))}
          onRemove={() => onChange(withoutRow(special, one.row))}
        />
      ))}
      <PartError path={PATH} />
      <div className="dk-row">
        <Button spacing="compact" onClick={() => onChange(withRow(special, NEW))}>
          {t('settings.policy.special.add')}
        </Button>
      </div>
    </Folded>
  );
}

function SpecialLadder(props: Part<Special> & { readonly path: string; readonly onRemove: () => void }) {
  const { path, input, onChange } = props;
  const title = input.name.trim() === '' ? t('settings.policy.special.unnamed') : input.name;
  return (
    <Folded paths={[path]} title={title} startsOpen={input.name === ''}>
      <PartError path={path} />
      <LabelledField path={`${path}.name`} label={t('settings.policy.special.name')}>
        {(control) => (
          <Textfield
            {...control}
            maxLength={100}
            width="medium"
            value={input.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      {(['priorities', 'labels'] as const).map((which) => (
        <LabelledField key={which} path={`${path}.${which}`} label={t(`settings.policy.special.${which}`)}>
          {(control) => (
            <TagsInput
              control={control}
              values={input[which]}
              onChange={(values) => onChange({ [which]: values })}
            />
          )}
        </LabelledField>
      ))}
      <LadderEditor
        path={`${path}.ladder`}
        input={input.ladder}
        onChange={(change) => onChange({ ladder: { ...input.ladder, ...change } })}
      />
      <div className="dk-row">
        <Button appearance="subtle" spacing="compact" onClick={props.onRemove}>
          {t('settings.policy.special.remove', { name: title })}
        </Button>
      </div>
    </Folded>
  );
}
