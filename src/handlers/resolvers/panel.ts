import type { Deps } from '../../compose';
import { panel as contract } from '../../contract';
import type { FollowUpView } from '../../contract/choices';
import type { FollowedItem } from '../../usecases/issue-panel/read-follow-up';
import {
  type FollowUpOfIssue,
  type PanelDeps,
  type PanelPlace,
  readFollowUpOfIssue,
  readPanel,
} from '../../usecases/issue-panel/read-panel';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import type { Worded } from '../spoken';
import { messageView, peopleIn as messagePeople } from './messages';
import { previewDeps } from './preview';
import { onIssueView, peopleOnIssue } from './registers/on-issue-view';

const panelDeps = (deps: Deps): PanelDeps => ({
  ...previewDeps(deps),
  records: deps.user.records,
  access: deps.user.access,
  copies: deps.copies,
  registerSettings: deps.registerSettings,
});

const panelPlace = ({ project, issue, accountId }: Place): PanelPlace => ({
  projectId: project.id,
  issueId: issue.id,
  actor: accountId,
});

const owedView = ({ owners, steps, ...rest }: FollowedItem) => ({
  ...rest,
  owners: owners.map(({ accountId }) => accountId),
  ownerGone: owners.some(({ active }) => !active),
  steps: [...steps],
});

function followUpView({ followUp, canChoose }: FollowUpOfIssue): Worded<FollowUpView> {
  if (followUp.is !== 'on') return followUp;
  const { is, items, choice, channel, digestsHere } = followUp;
  const chosen = choice && {
    snoozedUntil: choice.snoozedUntil,
    promised: choice.promised,
    by: choice.by,
    at: choice.at,
    reason: choice.reason,
  };
  return { is, owed: items.map(owedView), choice: chosen, channel, digestsHere, canChoose };
}

/** Names of those whom the follow-up names; who was read for it is not asked for again. */
async function namesFor(
  { user }: Deps,
  { followUp }: FollowUpOfIssue,
  others: readonly string[],
): Promise<Record<string, string>> {
  if (followUp.is !== 'on') return user.people.names(others);
  const { people, choice, items } = followUp;
  const told = items.flatMap(({ steps }) => steps.flatMap(({ recipient }) => recipient ?? []));
  const needed = [...others, ...told, ...(choice ? [choice.by] : [])].filter((id) => !(id in people));
  return { ...people, ...(await user.people.names(needed)) };
}

/** The follow-up of the issue whose panel is open, after somebody has chosen something about it. */
export async function followUpNow(deps: Deps, place: Place) {
  const about = await readFollowUpOfIssue(panelDeps(deps), panelPlace(place));
  return { followUp: followUpView(about), names: await namesFor(deps, about, []) };
}

export const panel = [
  defineAnswer(contract.read, async (deps, _request, place) => {
    const read = await readPanel(panelDeps(deps), panelPlace(place));
    const { found, canEdit, entries } = read;
    const people = [...peopleOnIssue(found), ...entries.flatMap((entry) => messagePeople({ entry }))];
    const names = await namesFor(deps, read, people);
    return {
      followUp: followUpView(read),
      ...onIssueView(found, { place, canEdit }),
      canEdit,
      messages: entries.map((entry, n) => messageView({ entry, hidden: null }, n, place, names)),
      names,
    };
  }),
];
