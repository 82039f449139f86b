import './follow-up.css';
import type { ReactNode } from 'react';
import type { StepView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { stageText } from '../messages/stage-text';
import { foldSteps } from './fold-steps';

type Names = Readonly<Record<string, string>>;

/** Where something stands: what was sent, what comes next and to whom, and how far the chain reaches. */
export function Ladder(props: {
  /** What is owed, for those who cannot see where the ladder stands. */
  readonly what: string;
  readonly steps: readonly StepView[];
  readonly names: Names;
}) {
  const { names } = props;
  const { earlier, shown, later, next } = foldSteps(props.steps);
  const rungs = (steps: readonly StepView[]) => (
    <ol className="dk-ladder" aria-label={t('followUp.ladder.label', { what: props.what })}>
      {steps.map((step) => (
        <Rung key={step.key} step={step} isNext={step === next} names={names} />
      ))}
    </ol>
  );
  return (
    <div>
      {earlier.length > 0 && (
        <Folded title={t('followUp.ladder.earlier', { count: earlier.length })}>{rungs(earlier)}</Folded>
      )}
      {rungs(shown)}
      {later.length > 0 && (
        <Folded title={t('followUp.ladder.later', { count: later.length })}>{rungs(later)}</Folded>
      )}
      {next === null && <p className="dk-subtle">{t('followUp.ladder.none')}</p>}
    </div>
  );
}

const Folded = (props: { readonly title: string; readonly children: ReactNode }) => (
  <details className="dk-ladder-fold">
    <summary className="dk-summary">{props.title}</summary>
    {props.children}
  </details>
);

function Rung({ step, isNext, names }: { readonly step: StepView; readonly isNext: boolean; names: Names }) {
  const format = useFormat();
  const { stage, state, local, day, recipient, why } = step;
  const when =
    local === null ? format.day(day) : `${format.day(local.slice(0, 10))}, ${format.timeOfDay(local)}`;
  const shape = stage.startsWith('escalated(') ? 'chain' : 'owner';
  return (
    <li className="dk-rung" data-state={isNext ? 'next' : state} data-shape={shape}>
      <div className="dk-row">
        <span className="dk-rung-name">{stageText(stage)}</span>
        {isNext ? (
          <Toned tone="progress">{t('followUp.ladder.next')}</Toned>
        ) : (
          <span className="dk-rung-state">{t(`followUp.ladder.state.${state}`)}</span>
        )}
      </div>
      <p className="dk-rung-facts">
        {recipient !== null && (
          <>
            <bdi>{names[recipient] ?? t('shared.unknownPerson')}</bdi>
            {' · '}
          </>
        )}
        {when}
      </p>
      {why !== '' && (isNext || state === 'withdrawn' || state === 'withheld') && (
        <p className="dk-rung-facts">{why}</p>
      )}
    </li>
  );
}
