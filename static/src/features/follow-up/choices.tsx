import { Suspense, useState } from 'react';
import type { z } from 'zod';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { choices } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Failure, Skeleton } from '../../shared/loaded';
import { useAction } from '../../shared/use-action';
import { ActiveChoice } from './active-choice';
import type { FollowUpOn } from './follow-up';

/** The follow-up after a choice, which every choice is answered with. */
export type Chosen = z.infer<typeof choices.snooze.response>;

const ChoiceForm = lazyPart(async () => ({ default: (await import('./choice-form')).ChoiceForm<Chosen> }));

const ASK = {
  snooze: (until: string, reason: string) => call(choices.snooze, { until, reason }),
  promise: (date: string, reason: string) => call(choices.promise, { date, reason }),
};

/** Snooze the issue, promise another date, take either back; who may not is told who may. */
export function Choices(props: {
  readonly followUp: FollowUpOn;
  readonly names: Readonly<Record<string, string>>;
  readonly onChosen: (chosen: Chosen) => void;
}) {
  const { choice, canChoose, owed } = props.followUp;
  const [open, setOpen] = useState<'snooze' | 'promise' | null>(null);
  /** What was open last: the focus goes back to its button. */
  const [last, setLast] = useState<typeof open>(null);
  const { running, problem, run } = useAction();
  const own = owed.find(({ rule }) => rule === null);
  const isOver = own?.attention === 'done';
  const show = (kind: 'snooze' | 'promise') => {
    setOpen(kind);
    setLast(kind);
  };
  const saved = (chosen: Chosen, words: string) => {
    setOpen(null);
    tell(words);
    props.onChosen(chosen);
  };
  const undo = () => run('undo', async () => saved(await call(choices.undo, {}), t('followUp.undone')));

  return (
    <>
      {choice !== null && !isOver && <ActiveChoice choice={choice} names={props.names} />}
      {problem !== null && <Failure title={t('followUp.failed')} problem={problem} />}
      {open !== null && (
        <Suspense fallback={<Skeleton what={t('shared.form')} shape="form" />}>
          <ChoiceForm key={open} kind={open} ask={ASK[open]} onSaved={saved} onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {open === null && canChoose && !isOver && (
        <div className="dk-row">
          <Button autoFocus={last === 'snooze'} onClick={() => show('snooze')}>
            {t('followUp.snooze.open')}
          </Button>
          {own?.dueDate != null && (
            <Button autoFocus={last === 'promise'} onClick={() => show('promise')}>
              {t('followUp.promise.open')}
            </Button>
          )}
          {choice !== null && (
            <CallButton appearance="subtle" isLoading={running !== null} onClick={() => void undo()}>
              {t('followUp.undo')}
            </CallButton>
          )}
        </div>
      )}
      {!canChoose && !isOver && <p className="dk-subtle">{t('followUp.mayNot')}</p>}
    </>
  );
}
