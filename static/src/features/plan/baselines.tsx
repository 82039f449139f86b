import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { type BaselineView, plan } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { Folded } from '../settings/folded';
import { withPaths } from './field-paths';
import { Measure } from './measure';

/** The baselines there are, what changed between two of them, and setting a new one. */
export function Baselines(props: {
  readonly baselines: readonly BaselineView[];
  readonly names: Readonly<Record<string, string>>;
  readonly currency: string;
  /** `null` where the viewer may not set one, or has changes that are not saved. */
  readonly setOn: { readonly revision: number; readonly onSet: () => void } | null;
  readonly unsaved: boolean;
}) {
  const { baselines, names } = props;
  const format = useFormat();
  return (
    <section className="dk-section">
      <h2>{t('plan.baselines.title')}</h2>
      {baselines.length === 0 ? (
        <p className="dk-subtle">{t('plan.baselines.none')}</p>
      ) : (
        <>
          <ul className="dk-list">
            {baselines.map(({ number, name, setBy, setAt, why }, at) => (
              <li key={number}>
                <span>
                  {t('plan.baselines.line', {
                    number,
                    name,
                    who: names[setBy] ?? setBy,
                    when: format.instant(setAt),
                  })}
                  {at === 0 && ` (${t('plan.baselines.active')})`}
                </span>
                <span className="dk-subtle">{why}</span>
              </li>
            ))}
          </ul>
          <Compare baselines={baselines} currency={props.currency} />
        </>
      )}
      {props.unsaved && <p className="dk-subtle">{t('plan.baselines.unsaved')}</p>}
      {props.setOn !== null && (
        <Folded paths={[]} title={t('plan.baselines.set')}>
          <SetBaseline {...props.setOn} />
        </Folded>
      )}
    </section>
  );
}

function SetBaseline(props: { readonly revision: number; readonly onSet: () => void }) {
  const form = useSubmit();
  const [name, setName] = useState('');
  const [why, setWhy] = useState('');
  const save = () =>
    form.submit({}, async () => {
      await call(plan.setBaseline, { revision: props.revision, name, why }).catch((error: unknown) => {
        throw withPaths(error, (path) => `baseline.${path}`);
      });
      tell(t('plan.baselines.done'));
      props.onSet();
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('plan.baselines.failed')}
      isDirty={name !== '' || why !== ''}
      className="dk-section dk-narrow"
      label={t('plan.baselines.set')}
      onSubmit={() => void save()}
    >
      <p className="dk-subtle">{t('plan.baselines.setHelp')}</p>
      <LabelledField path="baseline.name" label={t('plan.baselines.name')}>
        {(control) => (
          <Textfield {...control} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        )}
      </LabelledField>
      <LabelledField path="baseline.why" label={t('plan.baselines.why')}>
        {(control) => (
          <Textfield {...control} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
        )}
      </LabelledField>
      <div className="dk-row">
        <CallButton type="submit" isLoading={form.saving}>
          {t('plan.baselines.set')}
        </CallButton>
      </div>
    </CheckedForm>
  );
}

function Compare(props: { readonly baselines: readonly BaselineView[]; readonly currency: string }) {
  const { baselines } = props;
  const [from, setFrom] = useState(baselines[0]?.number ?? 1);
  const [to, setTo] = useState<number | null>(null);
  const options = baselines.map(({ number, name }) => (
    <option key={number} value={number}>
      {`${number}. ${name}`}
    </option>
  ));
  return (
    <>
      <div className="dk-row">
        <label className="dk-row">
          {t('plan.baselines.from')}
          <select
            className="dk-select"
            value={from}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
          >
            {options}
          </select>
        </label>
        <label className="dk-row">
          {t('plan.baselines.to')}
          <select
            className="dk-select"
            value={to ?? ''}
            onChange={(event) => setTo(Number(event.currentTarget.value) || null)}
          >
            <option value="">{t('plan.baselines.current')}</option>
            {options}
          </select>
        </label>
      </div>
      <Comparison key={`${from} ${to}`} from={from} to={to} currency={props.currency} />
    </>
  );
}

function Comparison(props: { readonly from: number; readonly to: number | null; readonly currency: string }) {
  const used = useCall(plan.compare, { from: props.from, to: props.to });
  const format = useFormat();
  const days = (value: number) => t('plan.baselines.days', { days: format.change(value) });
  const money = (value: number) => `${value > 0 ? '+' : ''}${format.money(value, props.currency)}`;
  const span = (dates: { start: string; finish: string } | null) =>
    dates === null ? '' : `${format.date(dates.start)} – ${format.date(dates.finish)}`;
  return (
    <Loaded of={used} what={t('plan.baselines.compared')} shape="table">
      {(comparison) => (
        <div className="dk-table">
          <table className="dk-compare">
            <thead>
              <tr>
                {[
                  t('plan.baselines.phase'),
                  t('plan.baselines.before'),
                  t('plan.baselines.after'),
                  t('plan.baselines.start'),
                  t('plan.baselines.finish'),
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {comparison.phases.map((phase) => (
                <tr key={phase.id}>
                  <th scope="row">{phase.name}</th>
                  <td>{span(phase.before)}</td>
                  <td>{span(phase.after)}</td>
                  <td>
                    <Measure of={phase.startDays} write={days} />
                  </td>
                  <td>
                    <Measure of={phase.finishDays} write={days} />
                  </td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('plan.baselines.project')}</th>
                <td colSpan={2}>
                  {t('plan.baselines.money')}: <Measure of={comparison.budgetChange} write={money} />
                </td>
                <td>{days(comparison.startDays)}</td>
                <td>{days(comparison.finishDays)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Loaded>
  );
}
