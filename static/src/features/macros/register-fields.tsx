import Select from '@atlaskit/select/select';
import { MOST_LINES } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { columnsOf } from '../registers/columns';
import { NumberField } from '../settings/number-field';
import type { Choices } from './macro-config';
import type { RegisterInput } from './register-config';

interface Props {
  readonly registers: Choices['registers'];
  readonly input: RegisterInput;
  readonly onChange: (change: Partial<RegisterInput>) => void;
}
type Register = Choices['registers'][number];

/** Which register, which of its records, and how they are shown. */
export function RegisterFields({ registers, input, onChange }: Props) {
  const register = registers.find(({ kind }) => kind === input.kind);
  return (
    <>
      <Choice
        path="kind"
        label={t('macros.config.register')}
        options={registers.map(({ kind, title }) => ({ value: kind, label: title }))}
        value={input.kind}
        onChange={(kind) => onChange({ kind, view: 'table', filter: 'open', band: '', columns: [] })}
      />
      {register && <OfRegister register={register} input={input} onChange={onChange} />}
    </>
  );
}

/** What can be asked of every register. */
const whichOnes = () => ({ open: t('macros.config.open'), all: t('macros.config.all') });

function OfRegister({
  register,
  input,
  onChange,
}: Omit<Props, 'registers'> & { readonly register: Register }) {
  const hasScores = register.ratings.length > 0;
  return (
    <>
      {hasScores && (
        <ChoiceGroup
          path="view"
          legend={t('macros.config.view')}
          options={{ table: t('macros.config.table'), 'heat-map': t('macros.config.heatMap') }}
          value={input.view}
          onChange={(view) => onChange({ view })}
        />
      )}
      {hasScores ? (
        <ChoiceGroup
          path="filter"
          legend={t('macros.config.filter')}
          options={{ ...whichOnes(), band: t('macros.config.ofBand') }}
          value={input.filter}
          onChange={(filter) => onChange({ filter })}
        />
      ) : (
        <ChoiceGroup
          path="filter"
          legend={t('macros.config.filter')}
          options={whichOnes()}
          value={input.filter === 'all' ? 'all' : 'open'}
          onChange={(filter) => onChange({ filter })}
        />
      )}
      {input.filter === 'band' && (
        <Choice
          path="band"
          label={t('macros.config.band')}
          options={register.bands.map(({ label }) => ({ value: label, label }))}
          value={input.band}
          onChange={(band) => onChange({ band })}
        />
      )}
      {input.view === 'heat-map' ? (
        <Choice
          path="rating"
          label={t('macros.config.rating')}
          options={register.ratings.map(({ key, label }) => ({ value: key, label }))}
          value={input.rating}
          onChange={(rating) => onChange({ rating })}
        />
      ) : (
        <OfTable register={register} input={input} onChange={onChange} />
      )}
    </>
  );
}

function OfTable({ register, input, onChange }: Omit<Props, 'registers'> & { readonly register: Register }) {
  const { dateOf } = useFormat();
  const columns = columnsOf(register, {}, dateOf).map(({ key, label }) => ({ value: key, label }));
  const onToggle = (key: string) =>
    onChange({
      columns: input.columns.includes(key)
        ? input.columns.filter((one) => one !== key)
        : [...input.columns, key],
    });
  return (
    <>
      <CheckList
        legend={t('macros.config.columns')}
        choices={columns}
        chosen={input.columns}
        onToggle={onToggle}
      />
      <p className="dk-subtle">{t('macros.config.columnsHelp')}</p>
      <NumberField
        path="limit"
        label={t('macros.config.limit')}
        help={t('macros.config.limitHelp', { most: MOST_LINES })}
        value={input.limit}
        onChange={(limit) => onChange({ limit })}
      />
    </>
  );
}

/** One of what there is; a value that is not there any more shows as none. */
function Choice<Value extends string>(props: {
  readonly path: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const { options } = props;
  return (
    <LabelledField path={props.path} label={props.label}>
      {(control) => (
        <Select<{ value: Value; label: string }>
          inputId={control.id}
          isInvalid={control.isInvalid}
          aria-describedby={control['aria-describedby']}
          menuPosition="fixed"
          options={[...options]}
          value={options.find(({ value }) => value === props.value) ?? null}
          onChange={(option) => option && props.onChange(option.value)}
        />
      )}
    </LabelledField>
  );
}
