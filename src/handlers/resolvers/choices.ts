import type { Deps } from '../../compose';
import { choices as contract } from '../../contract';
import { type Chooser, type ChooseDeps, mayChoose, promise, snooze, undo } from '../../usecases/choose';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';

const chooseDeps = ({ choices, projects, user }: Deps): ChooseDeps => ({
  choices,
  projects,
  issues: user.issues,
  access: user.access,
});

const chooserOf = (deps: Deps, place: Place): Chooser => ({
  actor: place.accountId,
  commitmentId: `jira:${place.issue.id}`,
  now: deps.clock.now(),
});

/** What is chosen about the issue whose panel is open, as the person who looks may see it. */
async function stateOf(deps: Deps, place: Place) {
  const { commitmentId } = chooserOf(deps, place);
  const item = (await deps.user.issues.live([commitmentId])).get(commitmentId) ?? null;
  const choice = item && (await deps.choices.get(commitmentId));
  const config = await deps.projects.get(place.project.id);
  return {
    choice: choice && {
      snoozedUntil: choice.snoozedUntil,
      promised: choice.promised,
      by: choice.by,
      at: choice.at,
      reason: choice.reason,
    },
    channel: (await deps.choices.channels())[place.accountId] ?? ('each' as const),
    digestsHere: (config?.digestTarget ?? null) !== null,
    dueDate: item?.dueDate ?? null,
    canChoose: item !== null && (await mayChoose(deps.user, item, place.accountId)),
    names: await deps.user.people.names(choice ? [choice.by] : []),
  };
}

export const choices = [
  defineAnswer(contract.read, (deps, _request, place) => stateOf(deps, place)),
  defineAnswer(contract.snooze, async (deps, { until, reason }, place) => {
    await snooze(chooseDeps(deps), chooserOf(deps, place), until, reason);
    return stateOf(deps, place);
  }),
  defineAnswer(contract.promise, async (deps, { date, reason }, place) => {
    await promise(chooseDeps(deps), chooserOf(deps, place), date, reason);
    return stateOf(deps, place);
  }),
  defineAnswer(contract.undo, async (deps, _request, place) => {
    await undo(chooseDeps(deps), chooserOf(deps, place));
    return stateOf(deps, place);
  }),
  defineAnswer(contract.setChannel, async (deps, { channel }, place) => {
    await deps.choices.setChannel(place.accountId, channel);
    return stateOf(deps, place);
  }),
];
