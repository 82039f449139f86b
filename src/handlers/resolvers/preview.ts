import type { Deps } from '../../compose';
import { preview as contract } from '../../contract';
import { itemName, stageName } from '../../domain/commitments';
import { notePreview } from '../../usecases/admin/guide';
import { type Plan, type PlannedMessage, previewProject } from '../../usecases/preview';
import { previewSettings } from '../../usecases/preview-settings';
import { followUpDeps } from '../consumers/remind';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { mayAdminister, mayBrowse } from '../rights';
import { settingsDeps } from '../settings-deps';
import { targetUrl } from './urls';

export const previewDeps = (deps: Deps) => ({
  ...followUpDeps(deps),
  visible: deps.user.issues,
  visibleTasks: deps.user.tasks,
});

const view =
  (place: Place) =>
  ({ key, commitment, recipient, stage, local, at, why }: PlannedMessage) => ({
    key,
    item: itemName(commitment),
    summary: commitment.summary,
    url: targetUrl(place, commitment.target),
    recipient: recipient.accountId,
    stage: stageName(stage),
    dueDate: commitment.dueDate,
    local,
    at: at.toISOString(),
    why,
  });

/** Names come with the people that the plan was made for: nothing more has to be read. */
const namesIn = ({ messages }: Plan): Record<string, string> =>
  Object.fromEntries(messages.map(({ recipient }) => [recipient.accountId, recipient.displayName]));

const answer = (plan: Plan, place: Place) => ({
  messages: plan.messages.map(view(place)),
  names: namesIn(plan),
  cut: plan.cut,
});

export const preview = [
  defineAnswer(contract.ofProject, async (deps, { days }, place) => {
    await mayBrowse(deps, place.project.id);
    const plan = await previewProject(previewDeps(deps), place.project.id, days);
    await notePreview(deps, place.project.id, deps.clock.now());
    return answer(plan, place);
  }),
  defineAnswer(contract.ofSettings, async (deps, { settings, days }, place) => {
    await mayAdminister(deps, place.project.id);
    const plan = await previewSettings(
      previewDeps(deps),
      settingsDeps(deps),
      place.project.id,
      settings,
      days,
    );
    return answer(plan, place);
  }),
];
