import type { RecordView, RegisterView, UnreadableView } from '../../contract/registers';
import { maxLengthOf, type Register } from '../../domain/registers';
import type { Place } from '../place';
import type { ListedRecord, UnreadableRecord } from '../../usecases/list-records';

const urlOf = (place: Place, issueKey: string): string => `${place.siteUrl}/browse/${issueKey}`;

export function recordView({ issue, record }: ListedRecord, place: Place): RecordView {
  return {
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    summary: issue.summary,
    url: urlOf(place, issue.issueKey),
    revision: record.revision,
    state: record.state,
    score: record.score,
    residualScore: record.residualScore,
    values: { ...record.values },
    updatedAt: record.updatedAt,
  };
}

export function unreadableView({ issue, why, lastGood }: UnreadableRecord, place: Place): UnreadableView {
  return {
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    summary: issue.summary,
    url: urlOf(place, issue.issueKey),
    why,
    lastGood: lastGood && recordView({ issue, record: lastGood.record }, place),
    lastGoodAt: lastGood?.at ?? null,
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
    states: Object.entries(register.lifecycle).map(([value, { label, tone, next }]) => ({
      value,
      label,
      tone,
      next: [...next],
      final: next.length === 0,
    })),
    columns: register.columns.map((key) => ({
      key,
      label: BUILT_IN[key] ?? register.fields[key]?.label ?? key,
    })),
    bands: (register.score?.bands ?? []).map((band) => ({ ...band })),
  };
}
