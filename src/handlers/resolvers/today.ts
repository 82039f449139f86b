import type { Deps } from '../../compose';
import { today as contract } from '../../contract';
import type { NoticeView, TodayView } from '../../contract/today';
import { placeOf } from '../../usecases/list-messages';
import type { Notice } from '../../usecases/today/notices';
import { readToday } from '../../usecases/today/read';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { mayBrowse } from '../rights';
import type { Worded } from '../spoken';
import { commitmentView, namesIn } from './commitment-view';
import { itemDeps, viewerOf } from './commitments';
import { targetUrl } from './urls';

/** Switched off, the lead is named as the one to ask. */
async function switchedOff(deps: Deps, place: Place): Promise<Omit<TodayView, 'computedAt'>> {
  const administers = await deps.user.access.can('ADMINISTER_PROJECTS', place.project.id);
  const { leadId } = await deps.user.issues.project(place.project.id);
  return {
    enabled: false,
    administers,
    lead: leadId,
    groups: [],
    snoozed: 0,
    backlog: 0,
    unseen: [],
    names: leadId === null ? {} : await deps.user.people.names([leadId]),
  };
}

function noticeView(notice: Notice, place: Place): Worded<NoticeView> {
  const { id, kind, why } = notice;
  const facts = { id, kind, why, item: '', url: null, register: null, recipient: null };
  if (notice.kind === 'register') return { ...facts, item: notice.title, register: notice.register };
  if (notice.kind === 'unseen') return facts;
  const { commitmentId, item, recipient } = notice.entry;
  const about = placeOf(commitmentId);
  const target = about?.kind === 'page' ? about : { kind: 'issue' as const, id: item };
  return { ...facts, item, url: targetUrl(place, target), recipient };
}

export const today = [
  defineAnswer(contract.read, async (deps, _request, place) => {
    await mayBrowse(deps, place.project.id);
    const computedAt = deps.clock.now().toISOString();
    const { user, snapshots } = deps;
    const seen = await readToday({ ...itemDeps(deps), pages: user.tasks, snapshots }, place.project.id);
    if (!seen) return { ...(await switchedOff(deps, place)), computedAt };
    const viewer = await viewerOf(deps, place);
    const notices = seen.groups.flatMap((group) => group.notices);
    const recipients = notices.flatMap((notice) =>
      notice.kind === 'message' ? [notice.entry.recipient] : [],
    );
    return {
      enabled: true,
      administers: false,
      lead: null,
      groups: seen.groups.map(({ severity, count, isExact, rows, notices: own }) => ({
        severity,
        count,
        exact: isExact,
        rows: rows.map((row) => commitmentView(row, viewer)),
        notices: own.map((notice) => noticeView(notice, place)),
      })),
      snoozed: seen.snoozed,
      backlog: seen.backlog,
      unseen: [...seen.unseen],
      names: await namesIn(
        deps.user.people,
        seen.groups.flatMap(({ rows }) => rows),
        recipients,
      ),
      computedAt,
    };
  }),
];
