import type { Deps } from '../../compose';
import { choices as contract } from '../../contract';
import { type Chooser, type ChooseDeps, promise, snooze, undo } from '../../usecases/choose';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { followUpNow } from './panel';

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

export const choices = [
  defineAnswer(contract.snooze, async (deps, { until, reason }, place) => {
    await snooze(chooseDeps(deps), chooserOf(deps, place), until, reason);
    return followUpNow(deps, place);
  }),
  defineAnswer(contract.promise, async (deps, { date, reason }, place) => {
    await promise(chooseDeps(deps), chooserOf(deps, place), date, reason);
    return followUpNow(deps, place);
  }),
  defineAnswer(contract.undo, async (deps, _request, place) => {
    await undo(chooseDeps(deps), chooserOf(deps, place));
    return followUpNow(deps, place);
  }),
  defineAnswer(contract.setChannel, async (deps, { channel }, place) => {
    await deps.choices.setChannel(place.accountId, channel);
    return { channel };
  }),
];
