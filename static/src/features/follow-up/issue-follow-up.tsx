import { choices, preview } from '../../api/contract';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { Choices } from './choices';
import { text } from './messages';
import { NextMessages } from './next-messages';

/** What comes next about the issue whose panel is open, and what one can choose about it. */
export function IssueFollowUp() {
  const state = useCall(choices.read, {});
  const plan = useCall(preview.ofIssue, {});
  return (
    <section className="dk-stack" aria-labelledby="dk-follow-up">
      <h2 id="dk-follow-up">{text.title}</h2>
      <Loaded of={state} what={text.what}>
        {(answer) => (
          <>
            <NextMessages plan={plan} hasDueDate={answer.dueDate !== null} />
            <Choices initial={answer} onChanged={() => void plan.reload()} />
          </>
        )}
      </Loaded>
    </section>
  );
}
