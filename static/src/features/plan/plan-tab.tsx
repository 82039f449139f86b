import { useState } from 'react';
import type { z } from 'zod';
import { plan } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { Baselines } from './baselines';
import { FiguresCard } from './figures-card';
import { ImportSection } from './import-section';
import { PlanEditor } from './plan-editor';

type Answer = z.infer<typeof plan.read.response>;

/** A project's plan: what it comes to today, its baselines, and the plan itself. */
export default function PlanTab() {
  const read = useCall(plan.read, {});
  const figures = useCall(plan.figures, {});
  const reload = () => void Promise.all([read.reload(), figures.reload()]);
  return (
    <div className="dk-stack dk-settings">
      <Loaded of={read} what={t('plan.what')} shape="form">
        {(answer) => (
          <>
            {answer.saved === null ? (
              <Empty
                title={t('plan.empty.title')}
                text={answer.canEdit ? t('plan.empty.admin') : t('plan.empty.reader')}
              />
            ) : (
              <Loaded of={figures} what={t('plan.figures.what')} shape="figures">
                {(value) => (value.figures === null ? null : <FiguresCard figures={value.figures} />)}
              </Loaded>
            )}
            <Parts answer={answer} onChanged={reload} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Parts({ answer, onChanged }: { readonly answer: Answer; readonly onChanged: () => void }) {
  const { saved, baselines, names, canEdit } = answer;
  const [dirty, setDirty] = useState(false);
  const revision = saved?.revision ?? 0;
  return (
    <>
      {saved !== null && (
        <Baselines
          key={`baselines ${baselines.length} ${revision}`}
          baselines={baselines}
          names={names}
          currency={saved.plan.currency}
          setOn={canEdit && !dirty ? { revision, onSet: onChanged } : null}
          unsaved={canEdit && dirty}
        />
      )}
      {canEdit ? (
        <>
          <PlanEditor
            key={revision}
            saved={saved}
            names={names}
            versions={answer.versions}
            onDirty={setDirty}
            onSaved={onChanged}
          />
          <ImportSection key={`import ${revision}`} revision={revision} onImported={onChanged} />
        </>
      ) : (
        saved !== null && <ReadOnlyPlan answer={answer} />
      )}
      {saved !== null && <Saved answer={answer} />}
    </>
  );
}

function Saved({ answer: { saved, names } }: { readonly answer: Answer }) {
  const format = useFormat();
  if (saved === null) return null;
  const who = names[saved.savedBy] ?? t('shared.unknownPerson');
  return <p className="dk-subtle">{t('plan.savedBy', { who, when: format.instant(saved.savedAt) })}</p>;
}

/** The phases, for those who may not change them. */
function ReadOnlyPlan({ answer: { saved } }: { readonly answer: Answer }) {
  const format = useFormat();
  return (
    <section className="dk-section">
      <h2>{t('plan.edit.phases')}</h2>
      <p>{t('plan.readOnly')}</p>
      <div className="dk-table">
        <table className="dk-compare">
          <thead>
            <tr>
              {[t('plan.columns.name'), t('plan.columns.start'), t('plan.columns.finish')].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {saved?.plan.phases.map((phase) => (
              <tr key={phase.id}>
                <th scope="row">{phase.name}</th>
                <td>{format.date(phase.start)}</td>
                <td>{format.date(phase.finish)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
