import type { RecordRights, RecordView, UnreadableView } from '../../../contract/register-views';
import {
  type ConfiguredRegister,
  isLocked,
  type Marks,
  mayVote,
  movementOf,
  possibleWith,
  type StoredRecord,
} from '../../../domain/registers';
import type { FoundRecord } from '../../../ports/records';
import type { UnreadableRecord } from '../../../usecases/registers/list-records';
import type { Place } from '../../place';
import { targetUrl } from '../urls';
import type { Worded } from '../../../words';

type ShownIssue = Pick<FoundRecord, 'issueId' | 'issueKey' | 'summary'>;

/** Who looks at which register, from where, with which rights. */
export interface Viewer {
  readonly register: ConfiguredRegister;
  readonly place: Place;
  readonly canEdit: boolean;
  /** The records as the last snapshot kept them; absent where movement is not shown. */
  readonly marks?: Marks | null;
}

export const recordView = (
  { issue, record }: { readonly issue: ShownIssue; readonly record: StoredRecord },
  viewer: Viewer,
): RecordView => ({
  id: record.id,
  ...issueView(issue, viewer),
  revision: record.revision,
  state: record.state,
  score: record.score,
  residualScore: record.residualScore,
  targetScore: record.targetScore,
  band: record.band,
  movement: movementOf(issue.issueId, record.score, viewer.marks ?? null),
  approval: approvalView(record),
  locked: isLocked(viewer.register, record),
  corrects: record.corrects ?? null,
  rights: rightsOf(record, viewer),
  firstPromised: { ...record.firstPromised },
  values: { ...record.values },
  updatedAt: record.updatedAt,
});

export function unreadableView(
  { issue, cause, why, lastGood }: UnreadableRecord,
  viewer: Viewer,
): Worded<UnreadableView> {
  return {
    ...issueView(issue, viewer),
    cause,
    why,
    lastGood: lastGood && recordView({ issue, record: lastGood }, { ...viewer, canEdit: false }),
    lastGoodAt: lastGood?.updatedAt ?? null,
    canRestore: viewer.canEdit && lastGood !== null,
  };
}

const issueView = ({ issueId, issueKey, summary }: ShownIssue, { place }: Viewer) => ({
  issueId,
  issueKey,
  summary,
  url: targetUrl(place, { kind: 'issue', id: issueId, key: issueKey }),
});

function approvalView({ approval }: StoredRecord): RecordView['approval'] {
  if (!approval) return null;
  return {
    ...approval,
    approvers: [...approval.approvers],
    votes: approval.votes.map((vote) => ({ ...vote })),
    decidedAt: approval.decidedAt ?? null,
  };
}

function rightsOf(record: StoredRecord, { register, place, canEdit }: Viewer): RecordRights {
  if (!canEdit) return { edit: false, correct: false, moveTo: [], vote: false, happened: false };
  const possible = possibleWith(register, record);
  return { ...possible, moveTo: [...possible.moveTo], vote: mayVote(register, record, place.accountId) };
}

/** Everybody whom a record names. */
export function peopleIn(register: ConfiguredRegister, { values, approval }: StoredRecord): string[] {
  const named = Object.entries(register.fields).flatMap(([key, { kind }]) =>
    kind === 'person' || kind === 'people' ? (values[key] ?? []) : [],
  ) as string[];
  const voters = approval?.votes.map(({ who }) => who) ?? [];
  return [...named, ...(approval ? [...approval.approvers, ...voters, approval.requestedBy] : [])];
}
