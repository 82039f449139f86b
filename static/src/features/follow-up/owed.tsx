import type { ReactNode } from 'react';
import type { OwedView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { type Tone, Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { Ladder } from './ladder';

/** One thing that is owed on the issue: by whom, by when, and where it stands on its ladder. */
export function Owed(props: {
  readonly owed: OwedView;
  readonly names: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
}) {
  const { owed, names } = props;
  const format = useFormat();
  const what = owed.rule ?? t('followUp.issue');
  return (
    <article className="dk-owed" aria-label={what}>
      <div className="dk-row">
        <h3>
          <bdi>{what}</bdi>
        </h3>
        <Standing owed={owed} />
      </div>
      <div className="dk-subtle">
        <p>
          {owed.dueDate === null
            ? t('followUp.noDue')
            : t('followUp.due', { date: format.day(owed.dueDate) })}
        </p>
        {owed.firstDate !== null && <p>{t('followUp.firstDate', { date: format.day(owed.firstDate) })}</p>}
        <Owners owed={owed} names={names} />
      </div>
      {owed.attention !== 'open' && <p>{still(owed, owed.attention)}</p>}
      {owed.steps.length > 0 && <Ladder what={what} steps={owed.steps} names={names} />}
      {props.children}
    </article>
  );
}

function Owners({ owed, names }: { readonly owed: OwedView; names: Readonly<Record<string, string>> }) {
  const { owners, ownerGone, attention } = owed;
  const isTold = attention === 'open';
  return (
    <p>
      {t('followUp.owner', { count: Math.max(1, owners.length) })}:{' '}
      {owners.map((id, n) => (
        <span key={id}>
          {n > 0 && ', '}
          <bdi>{names[id] ?? t('shared.unknownPerson')}</bdi>
        </span>
      ))}
      {owners.length === 0 && (isTold ? t('followUp.noOwner') : '–')}
      {ownerGone && isTold && <> ({t('followUp.ownerGone')})</>}
    </p>
  );
}

const TONE = {
  upcoming: 'neutral',
  'due-today': 'warning',
  overdue: 'danger',
  escalated: 'danger',
} as const satisfies Record<string, Tone>;

function Standing({ owed: { standing, attention } }: { readonly owed: OwedView }) {
  if (attention !== 'open' && attention !== 'undated')
    return (
      <Toned tone={attention === 'done' ? 'success' : 'neutral'}>{t(`followUp.standing.${attention}`)}</Toned>
    );
  if (standing === null) return null;
  return (
    <Toned tone={TONE[standing.kind]}>
      {t(`followUp.standing.${standing.kind}`, { days: standing.days })}
    </Toned>
  );
}

const still = ({ status }: OwedView, attention: Exclude<OwedView['attention'], 'open'>): string =>
  t(`followUp.still.${attention}`, { status });
