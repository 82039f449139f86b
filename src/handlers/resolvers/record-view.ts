import type { RecordView, RegisterView, UnreadableView } from '../../contract/register-views';
import {
  type Axis,
  BUILT_IN_COLUMNS,
  type ConfiguredRegister,
  grid,
  maxLengthOf,
} from '../../domain/registers';
import type { Place } from '../place';
import type { ListedRecord, UnreadableRecord } from '../../usecases/list-records';

const urlOf = (place: Place, issueKey: string): string => `${place.siteUrl}/browse/${issueKey}`;

/** Whose register, seen from where, with which rights. */
export interface Viewer {
  readonly register: ConfiguredRegister;
  readonly place: Place;
  readonly canEdit: boolean;
}

export function recordView(
  { issue, record }: ListedRecord,
  { register, place, canEdit }: Viewer,
): RecordView {
  const next = register.lifecycle[record.state]?.next ?? [];
  return {
    id: record.id,
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    summary: issue.summary,
    url: urlOf(place, issue.issueKey),
    revision: record.revision,
    state: record.state,
    score: record.score,
    residualScore: record.residualScore,
    targetScore: record.targetScore,
    band: record.band,
    movement: null,
    approval: null,
    locked: register.lifecycle[record.state]?.locks ?? false,
    corrects: record.corrects ?? null,
    rights: { edit: canEdit, correct: false, moveTo: canEdit ? [...next] : [], vote: false, happened: false },
    values: { ...record.values },
    updatedAt: record.updatedAt,
  };
}

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

const scaleOf = (axis: Axis, levels: readonly string[]) => ({
  axis,
  min: 1,
  max: levels.length,
  levels: [...levels],
});

/** The definition as form and table need it. */
export function registerView(register: ConfiguredRegister): RegisterView {
  const { settings } = register;
  return {
    kind: register.kind,
    title: register.title,
    singular: register.singular,
    prefix: settings.prefix,
    groups: register.groups.map(({ title, fields }) => ({ title, fields: [...fields] })),
    fields: Object.entries(register.fields).map(([key, field]) => ({
      key,
      label: field.label,
      kind: field.kind,
      required: register.isRequired(key),
      ...(field.help === undefined ? {} : { help: field.help }),
      ...(field.kind === 'choice' ? { options: field.options.map((option) => ({ ...option })) } : {}),
      ...(field.kind === 'scale' ? scaleOf(field.axis, register.levels(field.axis)) : {}),
      ...(field.kind === 'number' && field.min !== undefined ? { min: field.min } : {}),
      ...(field.kind === 'number' && field.max !== undefined ? { max: field.max } : {}),
      ...(field.kind === 'text' || field.kind === 'longText' ? { maxLength: maxLengthOf(field) } : {}),
    })),
    states: Object.entries(register.lifecycle).map(([value, { label, tone, next, needs, final, locks }]) => ({
      value,
      label,
      tone,
      next: [...next],
      final: final ?? false,
      locks: locks ?? false,
      needs: [...(needs ?? [])],
    })),
    columns: register.columns.map((key) => ({
      key,
      label: BUILT_IN_COLUMNS[key] ?? register.fields[key]?.label ?? key,
    })),
    ratings: (register.score?.ratings ?? []).map((rating) => ({ ...rating, impact: [...rating.impact] })),
    scales: { probability: [...settings.scales.probability], impact: [...settings.scales.impact] },
    cells: grid(settings),
    bands: settings.bands.map((band) => ({ ...band })),
    appetite: settings.appetite,
    cadence: { ...settings.cadence },
    reviewField: register.review?.field ?? null,
    dueRules: (register.due ?? []).map(({ key, label, date, who, states }) => ({
      key,
      label,
      date,
      who,
      states: [...states],
    })),
    approvals: register.approvals ? { state: register.approvals.waits } : null,
    happened: null,
  };
}
