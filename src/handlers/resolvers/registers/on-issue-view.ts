import type { RecordView, RegisterView, UnreadableView } from '../../../contract/register-views';
import type { OnIssue } from '../../../usecases/registers/read-on-issue';
import { peopleIn, recordView, unreadableView, type Viewer } from './record-view';
import { registerView } from './register-view';
import type { Worded } from '../../../words';

interface OnIssueView {
  readonly records: { register: RegisterView; record: RecordView }[];
  readonly unreadable: { register: RegisterView; unreadable: Worded<UnreadableView> }[];
  readonly others: RegisterView[];
}

/** What every register has on one issue, for the person who looks. */
export function onIssueView(found: readonly OnIssue[], viewer: Omit<Viewer, 'register'>): OnIssueView {
  const view: OnIssueView = { records: [], unreadable: [], others: [] };
  for (const { register: own, entry, unreadable } of found) {
    const register = registerView(own);
    const seenBy = { ...viewer, register: own };
    if (entry) view.records.push({ register, record: recordView(entry, seenBy) });
    else if (unreadable) view.unreadable.push({ register, unreadable: unreadableView(unreadable, seenBy) });
    else view.others.push(register);
  }
  return view;
}

/** Everybody whom the records on one issue name. */
export const peopleOnIssue = (found: readonly OnIssue[]): string[] =>
  found.flatMap(({ register, entry }) => (entry ? peopleIn(register, entry.record) : []));
