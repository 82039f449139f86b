import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../../api/call';
import { registers, type RecordView, type RegisterView } from '../../../api/contract';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { inSentence, t } from '../../../shared/i18n';
import { lazyPart } from '../../../shared/lazy-part';
import { Failure, Skeleton } from '../../../shared/loaded';
import { nameOf, stateOf, type Names } from '../columns';
import { State } from '../lozenges';
import { missingFields } from './missing-fields';
import { inWords } from './problem-words';
import { useRecordAction } from './use-record-action';

/** Forms weigh more than all that stands around them, and most visits only read. */
const NeedsForm = lazyPart(async () => ({ default: (await import('./needs-form')).NeedsForm }));
const HappenedForm = lazyPart(async () => ({ default: (await import('./happened-form')).HappenedForm }));

export interface RecordChanges {
  /** It changed; `note` is what the person should know about it beside what they see. */
  readonly onChanged: (note: string | null) => void;
  /** Somebody else was first: this is how it stands now. */
  readonly onOvertaken: (theirs: RecordView) => void;
}

type Asking = { readonly for: 'happened' } | { readonly for: 'needs'; readonly state: string };

/** The record's state, and all that this person may do with it; what a step needs is asked for right here. */
export function RecordActions(
  props: RecordChanges & {
    readonly register: RegisterView;
    readonly record: RecordView;
    readonly names: Names;
    readonly onEdit: () => void;
  },
) {
  const { register, record } = props;
  const { rights } = record;
  const [asking, setAsking] = useState<Asking | null>(null);
  const { running, problem, run } = useRecordAction(props.onOvertaken);
  const moves = rights.moveTo.filter((to) => !(rights.happened && to === register.happened?.state));

  const done = (note: string | null) => {
    setAsking(null);
    props.onChanged(note);
  };
  const move = (to: string) => {
    setAsking(null);
    if (missingFields(register, record, to).length > 0) {
      setAsking({ for: 'needs', state: to });
      return;
    }
    void run(to, async () => {
      const { kind } = register;
      const { issueId, revision } = record;
      const moved = await call(registers.transition, { kind, issueId, revision, to });
      tell(
        t('registers.record.moved', {
          name: nameOf(record),
          state: inSentence(stateOf(register, moved.state).label),
        }),
      );
      done(null);
    });
  };

  return (
    <div className="dk-stack">
      <div className="dk-row" role="group" aria-label={stateOf(register, record.state).label}>
        <State register={register} state={record.state} />
        {moves.length > 0 && <span className="dk-subtle">{t('registers.record.moveTo')}</span>}
        {moves.map((to) => (
          <CallButton
            key={to}
            spacing="compact"
            isLoading={running === to}
            isDisabled={running !== null && running !== to}
            onClick={() => move(to)}
          >
            {stateOf(register, to).label}
          </CallButton>
        ))}
        {rights.happened && (
          <Button
            spacing="compact"
            appearance="warning"
            isDisabled={running !== null}
            onClick={() => setAsking({ for: 'happened' })}
          >
            {t('registers.record.happened.button')}
          </Button>
        )}
        {(rights.edit || rights.correct) && (
          // Whoever is asked for their vote gives that first.
          <Button
            spacing="compact"
            appearance={rights.edit && !rights.vote ? 'primary' : 'default'}
            isDisabled={running !== null}
            onClick={props.onEdit}
          >
            {rights.edit ? t('registers.record.edit') : t('registers.record.correct')}
          </Button>
        )}
      </div>
      {rights.correct && <p className="dk-subtle dk-small">{t('registers.record.correctHelp')}</p>}
      {problem !== null && (
        <Failure title={t('registers.record.notMoved')} problem={inWords(register, problem)} />
      )}
      <Suspense fallback={<Skeleton what={t('shared.form')} shape="form" />}>
        {asking?.for === 'needs' && (
          <NeedsForm
            key={asking.state}
            {...{ register, record }}
            names={props.names}
            to={asking.state}
            onMoved={() => done(null)}
            onOvertaken={props.onOvertaken}
            onCancel={() => setAsking(null)}
          />
        )}
        {asking?.for === 'happened' && (
          <HappenedForm
            {...{ register, record }}
            onDone={done}
            onOvertaken={props.onOvertaken}
            onCancel={() => setAsking(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
