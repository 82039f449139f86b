import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { plan as calls, SavedPlan } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { toProblem } from '../../shared/use-call';
import { useUnsaved } from '../../shared/use-unsaved';
import { PlanConflict } from './conflict-view';
import { withPaths } from './field-paths';
import { PlanFields } from './plan-fields';
import { type PlanForm, toForm, toPlan } from './plan-form';

/** The plan as a form: saved as a whole, against the revision that the person saw. */
export function PlanEditor(props: {
  readonly saved: SavedPlan | null;
  readonly names: Readonly<Record<string, string>>;
  readonly versions: readonly { readonly id: string; readonly name: string }[];
  readonly onDirty: (dirty: boolean) => void;
  readonly onSaved: () => void;
}) {
  const { saved, onDirty } = props;
  const [form, setForm] = useState(() => toForm(saved?.plan ?? null));
  const [why, setWhy] = useState('');
  const [dirty, setDirty] = useState(false);
  const [theirs, setTheirs] = useState<SavedPlan | null>(null);
  const submit = useSubmit();
  useUnsaved(dirty);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  const change = (part: Partial<PlanForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setDirty(true);
  };
  const reset = (to: SavedPlan | null) => {
    setForm(toForm(to?.plan ?? null));
    setDirty(false);
    setTheirs(null);
    submit.errors.clear();
  };
  const save = (revision: number) => {
    const { plan, problems } = toPlan(form);
    return submit.submit(problems, async () => {
      try {
        await call(calls.save, { revision, plan, why });
      } catch (error) {
        const problem = toProblem(error);
        const other = SavedPlan.safeParse(problem.current).data;
        // The contract speaks of the request (`plan.phases.0.id`), the form of the plan in it.
        if (problem.code !== 'CONFLICT' || !other)
          throw withPaths(problem, (path) => path.replace(/^plan\./, ''));
        setTheirs(other);
        return;
      }
      setDirty(false);
      tell(t('plan.edit.saved'));
      props.onSaved();
    });
  };
  if (theirs !== null) {
    return (
      <PlanConflict
        mine={toPlan(form).plan}
        theirs={theirs}
        names={props.names}
        saving={submit.saving}
        onKeepMine={() => void save(theirs.revision)}
        onTakeTheirs={() => {
          reset(theirs);
          props.onSaved();
        }}
      />
    );
  }
  return (
    <CheckedForm
      of={submit}
      failedTitle={t('plan.edit.failed')}
      className="dk-section"
      label={t('plan.edit.title')}
      onSubmit={() => void save(saved?.revision ?? 0)}
    >
      <h2>{t('plan.edit.title')}</h2>
      <PlanFields form={form} versions={props.versions} onChange={change} />
      <div className="dk-narrow">
        <LabelledField path="why" label={t('plan.edit.why')} help={t('plan.edit.whyHelp')}>
          {(control) => (
            <Textfield {...control} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
          )}
        </LabelledField>
      </div>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={submit.saving}>
          {t('plan.edit.save')}
        </CallButton>
        {dirty && (
          <>
            <Button appearance="subtle" onClick={() => reset(saved)}>
              {t('plan.edit.discard')}
            </Button>
            <span className="dk-subtle">{t('plan.edit.dirty')}</span>
          </>
        )}
      </div>
    </CheckedForm>
  );
}
