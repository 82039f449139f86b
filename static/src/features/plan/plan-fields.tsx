import Textfield from '@atlaskit/textfield';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { Folded } from '../settings/folded';
import { BudgetGrid } from './budget-grid';
import { type LineColumn, LinesEditor } from './lines-editor';
import { text } from './messages';
import { freeId, type PlanForm } from './plan-form';

const words = text.edit;
const MONEY: readonly LineColumn[] = [{ key: 'category' }, { key: 'amount', type: 'money' }];

interface Props {
  readonly form: PlanForm;
  readonly versions: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<PlanForm>) => void;
}

/** Everything that a plan holds, part by part. */
export function PlanFields({ form, versions, onChange }: Props) {
  const phaseColumns: readonly LineColumn[] = [
    { key: 'id' },
    { key: 'name' },
    { key: 'start', type: 'date' },
    { key: 'finish', type: 'date' },
    { key: 'weight' },
    { key: 'versionId', options: versions.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  return (
    <>
      <Basics form={form} onChange={onChange} />
      <Folded paths={['phases']} title={words.phases} hint={String(form.phases.length)} startsOpen>
        <p className="dk-subtle">{words.phasesHelp}</p>
        <LinesEditor
          path="phases"
          what="Phase"
          columns={phaseColumns}
          lines={form.phases}
          begin={() => ({ id: freeId('P', form.phases), start: form.start, finish: form.finish })}
          onChange={(phases) => onChange({ phases })}
        />
      </Folded>
      <Folded paths={['budget', 'categories']} title={words.budget} startsOpen>
        <p className="dk-subtle">{words.budgetHelp}</p>
        <BudgetGrid form={form} onChange={onChange} />
      </Folded>
      <Folded paths={['commitments']} title={words.commitments} hint={String(form.commitments.length)}>
        <LinesEditor
          path="commitments"
          what="Order"
          columns={[{ key: 'id' }, { key: 'month', type: 'month' }, ...MONEY, { key: 'note' }]}
          lines={form.commitments}
          begin={() => ({ id: freeId('PO-', form.commitments) })}
          onChange={(commitments) => onChange({ commitments })}
        />
      </Folded>
      <Folded paths={['costs']} title={words.costs} hint={String(form.costs.length)}>
        <LinesEditor
          path="costs"
          what="Cost"
          columns={[{ key: 'id' }, { key: 'date', type: 'date' }, ...MONEY, { key: 'note' }]}
          lines={form.costs}
          begin={() => ({ id: freeId('C', form.costs) })}
          onChange={(costs) => onChange({ costs })}
        />
      </Folded>
      <Folded paths={['forecast']} title={words.forecast} hint={String(form.forecast.length)}>
        <p className="dk-subtle">{words.forecastHelp}</p>
        <LinesEditor
          path="forecast"
          what="Forecast"
          columns={[{ key: 'month', type: 'month' }, ...MONEY]}
          lines={form.forecast}
          begin={() => ({})}
          onChange={(forecast) => onChange({ forecast })}
        />
      </Folded>
      <Methods form={form} onChange={onChange} />
    </>
  );
}

function Basics({ form, onChange }: Omit<Props, 'versions'>) {
  return (
    <div className="dk-row dk-top">
      {(
        [
          ['currency', words.currency, 'text'],
          ['start', words.start, 'date'],
          ['finish', words.finish, 'date'],
        ] as const
      ).map(([key, label, type]) => (
        <LabelledField key={key} path={key} label={label}>
          {(control) => (
            <Textfield
              {...control}
              type={type}
              value={form[key]}
              onChange={(event) => onChange({ [key]: event.currentTarget.value })}
            />
          )}
        </LabelledField>
      ))}
    </div>
  );
}

/** How figures are computed, and who sees them. */
function Methods({ form, onChange }: Omit<Props, 'versions'>) {
  return (
    <div className="dk-facts">
      <ChoiceGroup
        path="progress.by"
        legend={words.progress}
        options={text.progress}
        value={form.progressBy}
        onChange={(progressBy) => onChange({ progressBy })}
      />
      {form.progressBy === 'storyPoints' && (
        <FieldId
          path="progress.fieldId"
          value={form.progressField}
          onChange={(progressField) => onChange({ progressField })}
        />
      )}
      <ChoiceGroup
        path="actualCost.source"
        legend={words.cost}
        options={text.cost}
        value={form.costSource}
        onChange={(costSource) => onChange({ costSource })}
      />
      {form.costSource === 'field' && (
        <FieldId
          path="actualCost.fieldId"
          value={form.costField}
          onChange={(costField) => onChange({ costField })}
        />
      )}
      <ChoiceGroup
        path="eacVariant"
        legend={words.eac}
        options={text.eac}
        value={form.eacVariant}
        onChange={(eacVariant) => onChange({ eacVariant })}
      />
      <ChoiceGroup
        path="audience"
        legend={words.audience}
        options={text.audience}
        value={form.audience}
        onChange={(audience) => onChange({ audience })}
      />
    </div>
  );
}

function FieldId(props: {
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <LabelledField path={props.path} label={words.fieldId} help={words.fieldHelp}>
      {(control) => (
        <Textfield
          {...control}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
}
