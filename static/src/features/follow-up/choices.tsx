import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { choices } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { ChoiceGroup } from '../../shared/choice-group';
import { Failure } from '../../shared/loaded';
import { toProblem } from '../../shared/use-call';
import { ActiveChoice } from './active-choice';
import { ChoiceForm } from './choice-form';
import { text } from './messages';
import type { Channel, ChoiceState } from './state';

/** Snooze, promise, undo, and how the person who looks wants to be told. Every answer brings the new state along. */
export function Choices(props: { readonly initial: ChoiceState; readonly onChanged: () => void }) {
  const [state, setState] = useState(props.initial);
  const [open, setOpen] = useState<'snooze' | 'promise' | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  const changed = (now: ChoiceState, words: string) => {
    setState(now);
    setOpen(null);
    tell(words);
    props.onChanged();
  };
  const attempt = async (ask: () => Promise<ChoiceState>, words: string) => {
    setBusy(true);
    setProblem(null);
    try {
      changed(await ask(), words);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const setChannel = (channel: Channel) =>
    void attempt(() => call(choices.setChannel, { channel }), text.channel.saved);

  return (
    <>
      {state.choice !== null && <ActiveChoice choice={state.choice} names={state.names} />}
      {problem !== null && <Failure title={text.failed} problem={problem} />}
      {open !== null && <ChoiceForm key={open} kind={open} onSaved={changed} onClose={() => setOpen(null)} />}
      {open === null && state.canChoose && (
        <div className="dk-row">
          <Button onClick={() => setOpen('snooze')}>{text.snooze.open}</Button>
          {state.dueDate !== null && <Button onClick={() => setOpen('promise')}>{text.promise.open}</Button>}
          {state.choice !== null && (
            <Button
              appearance="subtle"
              isLoading={busy}
              onClick={() => void attempt(() => call(choices.undo, {}), text.undone)}
            >
              {text.undo}
            </Button>
          )}
        </div>
      )}
      <ChoiceGroup
        path="channel"
        legend={text.channel.legend}
        help={state.digestsHere ? text.channel.help : text.channel.noDigestsHere}
        options={text.channel.options}
        value={state.channel}
        disabled={busy}
        onChange={setChannel}
      />
    </>
  );
}
