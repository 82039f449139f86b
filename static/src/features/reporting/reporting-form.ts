import { reporting, type ReportingShape } from '../../api/contract';
import { t } from '../../shared/i18n';
import { personOption, type PersonOption } from '../../shared/person';
import { problemAt, withContractProblems } from '../settings/contract-problems';
import { type Row, toRows } from '../settings/rows';
import { bandsOf, tolerancesOf, tolerancesProblems, type BandsInput } from './tolerances-form';

type Scope = ReportingShape['workstreams'][number]['scope'];

export interface StreamInput {
  readonly id: string;
  readonly name: string;
  readonly lead: PersonOption | null;
  readonly kind: Scope['kind'];
  readonly query: string;
}

/** The report settings as the form's controls hold them. */
export interface ReportingInput {
  readonly calendar: ReportingShape['calendar'];
  readonly streams: readonly (StreamInput & Row)[];
  readonly reviewers: readonly PersonOption[];
  readonly stakeholders: readonly PersonOption[];
  readonly audience: ReportingShape['audience'];
  readonly included: readonly string[];
  readonly bands: BandsInput;
}

type Names = Readonly<Record<string, string>>;

export function toReportingInput(stored: ReportingShape, names: Names): ReportingInput {
  return {
    calendar: stored.calendar,
    streams: toRows(
      stored.workstreams.map(({ id, name, leadId, scope }) => ({
        id,
        name,
        lead: personOption(leadId, names),
        kind: scope.kind,
        query: scope.kind === 'jql' ? scope.jql : scope.component,
      })),
    ),
    reviewers: stored.reviewers.map((id) => personOption(id, names)),
    stakeholders: stored.stakeholders.map((id) => personOption(id, names)),
    audience: stored.audience,
    included: stored.includedRestricted,
    bands: bandsOf(stored.tolerances),
  };
}

export function toReporting(input: ReportingInput): ReportingShape {
  return {
    calendar: input.calendar,
    workstreams: input.streams.map(({ id, name, lead, kind, query }) => ({
      id,
      name: name.trim(),
      leadId: lead?.value ?? '',
      scope: kind === 'jql' ? { kind, jql: query.trim() } : { kind, component: query.trim() },
    })),
    reviewers: input.reviewers.map(({ value }) => value),
    stakeholders: input.stakeholders.map(({ value }) => value),
    audience: input.audience,
    includedRestricted: [...input.included],
    tolerances: tolerancesOf(input.bands),
  };
}

/** @returns What is wrong, by path, before anything is sent. */
export function reportingProblems(input: ReportingInput): Readonly<Record<string, string>> {
  const leads = input.streams.map(({ lead }, i) =>
    problemAt(`workstreams.${i}.leadId`, lead === null ? t('reporting.streams.noLead') : undefined),
  );
  const unread = Object.assign({}, ...leads, tolerancesProblems(input.bands)) as Record<string, string>;
  return withContractProblems(unread, reporting.save.request, toReporting(input));
}

/** An id that no workstream of this project has: it stays when the name changes. */
export function freshStreamId(streams: readonly Pick<StreamInput, 'id'>[]): string {
  const taken = new Set(streams.map(({ id }) => id));
  for (let number = streams.length + 1; ; number += 1)
    if (!taken.has(`stream-${number}`)) return `stream-${number}`;
}
