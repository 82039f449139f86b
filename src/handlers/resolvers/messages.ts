import { messages as contract } from '../../contract';
import { itemName, latestBacklogDate } from '../../domain/commitments';
import { PUBLISHED_STAGE } from '../../domain/reports';
import type { MessageView } from '../../contract/messages';
import { listMessages, placeOf, type SeenMessage } from '../../usecases/list-messages';
import { policyOf } from '../../usecases/policy-of';
import { joined, say } from '../../words';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import type { Worded } from '../spoken';
import { mayBrowse } from '../rights';
import { targetUrl } from './urls';

/** Rows a page. Each issue and page in it is a point, since the viewer's right to see it is asked of the product. */
const PAGE = 100;

/** Everybody whom a message names: who was told, and who asked for it. */
export const peopleIn = ({ entry: { recipient, askedBy } }: Pick<SeenMessage, 'entry'>): string[] =>
  askedBy === null ? [recipient] : [recipient, askedBy];

/** One message as a screen shows it; of what is hidden, nothing that says what it is about. */
export function messageView(
  { entry, hidden }: SeenMessage,
  n: number,
  place: Place,
  names: Readonly<Record<string, string>>,
): Worded<MessageView> {
  const { key, commitmentId, item, recipient, stage, dueDate, state, why, claimedAt, settledAt, local } =
    entry;
  const facts = { hidden, stage, state, local, at: settledAt ?? claimedAt };
  if (hidden !== null)
    return { ...facts, key: `hidden-${n}`, item: '', url: '', recipient: '', dueDate: '', why: '' };
  const about = stage === PUBLISHED_STAGE ? entry.target : placeOf(commitmentId);
  const target = about?.kind === 'page' ? about : { kind: 'issue' as const, id: item };
  // Names are read when they are shown, never stored.
  const asker = entry.askedBy === null ? null : askedFor(names[entry.askedBy]);
  const reason = asker === null ? why : joined([why, asker]);
  return { ...facts, key, item, url: targetUrl(place, target), recipient, dueDate, why: reason };
}

const askedFor = (who: string | undefined) =>
  who === undefined ? say('messages.askedForByLeaver') : say('messages.askedForBy', { who });

export const messages = [
  defineAnswer(contract.list, async (deps, { cursor }, place) => {
    await mayBrowse(deps, place.project.id);
    const { ledger, user } = deps;
    const { messages: seen, next } = await listMessages(
      { ledger, issues: user.issues, pages: user.tasks },
      place.project.id,
      PAGE,
      cursor,
    );
    const shown = seen.filter(({ hidden }) => hidden === null);
    const names = await deps.user.people.names(shown.flatMap(peopleIn));
    return { messages: seen.map((message, n) => messageView(message, n, place, names)), names, next };
  }),
  defineAnswer(contract.backlog, async (deps, _request, place) => {
    await mayBrowse(deps, place.project.id);
    const config = await deps.projects.get(place.project.id);
    if (!config?.switchedOnAt) return { switchedOnAt: null, items: [], more: false, jql: '' };
    const switchedOn = new Date(config.switchedOnAt);
    const policy = await policyOf(deps.holidays, config, switchedOn);
    const dueUpTo = latestBacklogDate(policy, switchedOn);
    const { actionQuery } = config;
    const scope = actionQuery === null ? '' : ` AND (${actionQuery})`;
    const found = await deps.user.issues.overdue({
      projectId: place.project.id,
      actionQuery,
      dueUpTo,
      atMost: PAGE + 1,
    });
    return {
      switchedOnAt: config.switchedOnAt,
      more: found.length > PAGE,
      jql: `project = ${place.project.key}${scope} AND statusCategory != Done AND duedate <= "${dueUpTo}" ORDER BY duedate ASC`,
      items: found.slice(0, PAGE).map(({ target, summary, dueDate }) => ({
        issueKey: itemName({ target }),
        summary,
        dueDate,
        url: targetUrl(place, target),
      })),
    };
  }),
];
