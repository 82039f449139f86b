import Textfield from '@atlaskit/textfield';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Folded } from '../settings/folded';
import { BudgetGrid } from './budget-grid';
import { type LineColumn, LinesEditor } from './lines-editor';
import { freeId, type PlanForm } from './plan-form';
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
      <Folded paths={['phases']} title={t('plan.edit.phases')} hint={String(form.phases.length)} startsOpen>
        <p className="dk-subtle">{t('plan.edit.phasesHelp')}</p>
        <LinesEditor
          path="phases"
          what={t('plan.edit.one.phases')}
          columns={phaseColumns}
          lines={form.phases}
          begin={() => ({ id: freeId('P', form.phases), start: form.start, finish: form.finish })}
          onChange={(phases) => onChange({ phases })}
        />
      </Folded>
      <Folded paths={['budget', 'categories']} title={t('plan.edit.budget')} startsOpen>
        <p className="dk-subtle">{t('plan.edit.budgetHelp')}</p>
        <BudgetGrid form={form} onChange={onChange} />
      </Folded>
      <Folded
        paths={['commitments']}
        title={t('plan.edit.commitments')}
        hint={String(form.commitments.length)}
      >
        <LinesEditor
          path="commitments"
          what={t('plan.edit.one.commitments')}
          columns={[{ key: 'id' }, { key: 'month', type: 'month' }, ...MONEY, { key: 'note' }]}
          lines={form.commitments}
          begin={() => ({ id: freeId('PO-', form.commitments) })}
          onChange={(commitments) => onChange({ commitments })}
        />
      </Folded>
      <Folded paths={['costs']} title={t('plan.edit.costs')} hint={String(form.costs.length)}>
        <LinesEditor
          path="costs"
          what={t('plan.edit.one.costs')}
          columns={[{ key: 'id' }, { key: 'date', type: 'date' }, ...MONEY, { key: 'note' }]}
          lines={form.costs}
          begin={() => ({ id: freeId('C', form.costs) })}
          onChange={(costs) => onChange({ costs })}
        />
      </Folded>
      <Folded paths={['forecast']} title={t('plan.edit.forecast')} hint={String(form.forecast.length)}>
        <p className="dk-subtle">{t('plan.edit.forecastHelp')}</p>
        <LinesEditor
          path="forecast"
          what={t('plan.edit.one.forecast')}
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
          ['currency', t('plan.edit.currency'), 'text'],
          ['start', t('plan.edit.start'), 'date'],
          ['finish', t('plan.edit.finish'), 'date'],
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
        legend={t('plan.edit.progress')}
        options={{
          issues: t('plan.progress.issues'),
          storyPoints: t('plan.progress.storyPoints'),
          estimates: t('plan.progress.estimates'),
        }}
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
        legend={t('plan.edit.cost')}
        options={{ entries: t('plan.cost.entries'), field: t('plan.cost.field') }}
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
        legend={t('plan.edit.eac')}
        options={{
          trend: t('plan.eac.trend'),
          oneOff: t('plan.eac.oneOff'),
          both: t('plan.eac.both'),
          bottomUp: t('plan.eac.bottomUp'),
        }}
        value={form.eacVariant}
        onChange={(eacVariant) => onChange({ eacVariant })}
      />
      <ChoiceGroup
        path="audience"
        legend={t('plan.edit.audience')}
        options={{ everyone: t('plan.audience.everyone'), admins: t('plan.audience.admins') }}
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
    <LabelledField path={props.path} label={t('plan.edit.fieldId')} help={t('plan.edit.fieldHelp')}>
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
