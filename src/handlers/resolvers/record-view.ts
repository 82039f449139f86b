import type { RecordView, RegisterView, UnreadableView } from '../../contract/register-views';
import { maxLengthOf, type Register } from '../../domain/registers';
import type { Place } from '../place';
import type { ListedRecord, UnreadableRecord } from '../../usecases/list-records';

const urlOf = (place: Place, issueKey: string): string => `${place.siteUrl}/browse/${issueKey}`;

/** Whose register, seen from where, with which rights. */
export interface Viewer {
  readonly register: Register;
  readonly place: Place;
  readonly canEdit: boolean;
}

export function recordView(
  { issue, record }: ListedRecord,
  { register, place, canEdit }: Viewer,
): RecordView {
  const next = register.lifecycle[record.state]?.next ?? [];
  return {
    id: null,
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    summary: issue.summary,
    url: urlOf(place, issue.issueKey),
    revision: record.revision,
    state: record.state,
    score: record.score,
    residualScore: record.residualScore,
    targetScore: null,
    band: bandOf(register, record.score),
    movement: null,
    approval: null,
    locked: false,
    corrects: null,
    rights: { edit: canEdit, correct: false, moveTo: canEdit ? [...next] : [], vote: false, happened: false },
    values: { ...record.values },
    updatedAt: record.updatedAt,
  };
}

const bandOf = ({ score }: Register, value: number | null): string | null =>
  value === null ? null : (score?.bands.find(({ from }) => value >= from)?.label ?? null);

export function unreadableView({ issue, why, lastGood }: UnreadableRecord, viewer: Viewer): UnreadableView {
  return {
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    summary: issue.summary,
    url: urlOf(viewer.place, issue.issueKey),
    cause: 'unreadable',
    why,
    lastGood: lastGood && recordView({ issue, record: lastGood.record }, { ...viewer, canEdit: false }),
    lastGoodAt: lastGood?.at ?? null,
    canRestore: false,
  };
}

const BUILT_IN: Readonly<Record<string, string>> = {
  key: 'Issue',
  summary: 'Summary',
  state: 'State',
  score: 'Score',
};

/** The definition as form and table need it. */
export function registerView(register: Register): RegisterView {
  return {
    kind: register.kind,
    title: register.title,
    singular: register.singular,
    prefix: '',
    groups: [{ title: register.singular, fields: Object.keys(register.fields) }],
    fields: Object.entries(register.fields).map(([key, field]) => ({
      key,
      label: field.label,
      kind: field.kind,
      required: field.required ?? false,
      ...(field.help === undefined ? {} : { help: field.help }),
      ...(field.kind === 'choice' ? { options: field.options.map((option) => ({ ...option })) } : {}),
      ...(field.kind === 'scale' ? { min: 1, max: field.levels.length, levels: [...field.levels] } : {}),
      ...(field.kind === 'number' && field.min !== undefined ? { min: field.min } : {}),
      ...(field.kind === 'number' && field.max !== undefined ? { max: field.max } : {}),
      ...(field.kind === 'text' || field.kind === 'longText' ? { maxLength: maxLengthOf(field) } : {}),
    })),
    states: Object.entries(register.lifecycle).map(([value, { label, tone, next, needs }]) => ({
      value,
      label,
      tone,
      next: [...next],
      final: next.length === 0,
      locks: false,
      needs: [...(needs ?? [])],
    })),
    columns: register.columns.map((key) => ({
      key,
      label: BUILT_IN[key] ?? register.fields[key]?.label ?? key,
    })),
    ratings: [],
    scales: { probability: [], impact: [] },
    cells: [],
    bands: (register.score?.bands ?? []).map((band) => ({ ...band })),
    appetite: null,
    cadence: {},
    reviewField: register.review?.field ?? null,
    dueRules: [],
    approvals: null,
    happened: null,
  };
}
