import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { registers, type RecordView, type RegisterView } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { Failure } from '../../shared/loaded';
import { toProblem } from '../../shared/use-call';
import { stateOf } from './columns';
import { State } from './lozenges';
import { text } from './messages';
import { conflictingRecord } from './save-record';

/** The record's state, and a button for each state that it may go to. */
export function Transitions(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly canEdit: boolean;
  /** Changes in an open form would be lost under the feet of the person who typed them. */
  readonly hasUnsavedChanges?: boolean;
  readonly onMoved: (record: RecordView) => void;
  readonly onConflict: (theirs: RecordView) => void;
}) {
  const { register, record } = props;
  const [moving, setMoving] = useState<string | null>(null);
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  const state = stateOf(register, record.state);

  const moveTo = async (to: string) => {
    setMoving(to);
    setProblem(null);
    try {
      const { kind } = register;
      const moved = await call(registers.transition, {
        kind,
        issueId: record.issueId,
        revision: record.revision,
        to,
      });
      tell(text.state.moved(record.issueKey, stateOf(register, moved.state).label));
      props.onMoved(moved);
    } catch (error) {
      const failure = toProblem(error);
      const theirs = conflictingRecord(failure);
      if (theirs === null) setProblem({ code: failure.code, message: inWords(register, failure) });
      else props.onConflict(theirs);
    } finally {
      setMoving(null);
    }
  };

  return (
    <div className="dk-stack">
      <div className="dk-row" role="group" aria-label={text.columns.state}>
        <State register={register} state={record.state} />
        {props.canEdit && state.next.length > 0 && <span className="dk-subtle">{text.state.legend}</span>}
        {props.canEdit &&
          state.next.map((next) => (
            <Button
              key={next}
              spacing="compact"
              isLoading={moving === next}
              isDisabled={props.hasUnsavedChanges === true || (moving !== null && moving !== next)}
              onClick={() => void moveTo(next)}
            >
              {stateOf(register, next).label}
            </Button>
          ))}
        {state.next.length === 0 && <span className="dk-subtle">{text.state.final(state.label)}</span>}
      </div>
      {props.hasUnsavedChanges === true && state.next.length > 0 && (
        <p className="dk-subtle">{text.state.dirty}</p>
      )}
      {problem !== null && <Failure title={text.state.failedTitle} problem={problem} />}
    </div>
  );
}

/** A state can need fields that this view does not show: they are named by their labels. */
function inWords(register: RegisterView, problem: ApiProblem): string {
  const needed = Object.entries(problem.fields).map(([path, words]) => {
    const key = path.replace(/^values\./, '');
    return `${register.fields.find((field) => field.key === key)?.label ?? key}: ${words}`;
  });
  return [problem.message, ...needed].join(' ');
}
