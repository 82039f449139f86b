import type { ProjectSettings } from '../../api/contract';
import { pageIdOf } from '../../shared/page-id';
import type { PersonOption } from '../../shared/person-picker';
import { text } from './messages';

/** The settings as the form's controls hold them. */
export interface SettingsInput {
  readonly enabled: boolean;
  readonly sponsorId: PersonOption | null;
  readonly zone: string;
  /** One date a line. */
  readonly holidays: string;
  readonly reportEnabled: boolean;
  readonly spaceKey: string;
  readonly parentPageId: string;
  /** What other parts of the page change; kept as it is here. */
  readonly rest: Pick<ProjectSettings, 'policy' | 'actionQuery' | 'tasks' | 'digestTarget'>;
}

/** The form's field for a field of the request, where the two have different names. */
const FORM_FIELD: Readonly<Record<string, keyof SettingsInput>> = {
  'report.enabled': 'reportEnabled',
  'report.spaceKey': 'spaceKey',
  'report.parentPageId': 'parentPageId',
};

/** @returns The form's own name for a field that a problem is about: `holidays.3` is about `holidays`. */
export function formField(path: string): string {
  return FORM_FIELD[path] ?? path.split('.')[0] ?? path;
}

export function toInput(settings: ProjectSettings, names: Readonly<Record<string, string>>): SettingsInput {
  const { sponsorId, report, policy, actionQuery, tasks, digestTarget } = settings;
  return {
    enabled: settings.enabled,
    sponsorId: sponsorId === null ? null : { value: sponsorId, label: names[sponsorId] ?? sponsorId },
    zone: settings.zone,
    holidays: settings.holidays.join('\n'),
    reportEnabled: report.enabled,
    spaceKey: report.spaceKey ?? '',
    parentPageId: report.parentPageId ?? '',
    rest: { policy, actionQuery, tasks, digestTarget },
  };
}

export function toSettings(input: SettingsInput): ProjectSettings {
  const spaceKey = input.spaceKey.trim();
  return {
    enabled: input.enabled,
    sponsorId: input.sponsorId?.value ?? null,
    holidays: datesOf(input.holidays),
    zone: input.zone,
    report: {
      enabled: input.reportEnabled,
      spaceKey: spaceKey === '' ? null : spaceKey,
      parentPageId: pageIdOf(input.parentPageId),
    },
    ...input.rest,
  };
}

/** @returns What is wrong with the dates, by line, or `undefined` where all can be read. */
export function holidaysProblem(written: string): string | undefined {
  const bad = written
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !isDate(line))
    .map(({ line, number }) => text.holidays.bad(number, line));
  if (bad.length > 0) return bad.join(' ');
  return datesOf(written).length > MAX_HOLIDAYS ? text.holidays.tooMany(MAX_HOLIDAYS) : undefined;
}

const MAX_HOLIDAYS = 500;

/** @returns What is wrong with the parent page, if anything is. */
export function parentProblem(written: string): string | undefined {
  return written.trim() === '' || pageIdOf(written) !== null ? undefined : text.report.badParent;
}

/** Sorted, each once, so that the order in which somebody typed them never looks like a change. */
const datesOf = (written: string): string[] =>
  [...new Set(written.split('\n').map((line) => line.trim()))].filter((line) => line !== '').sort();

function isDate(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(written)
  );
}
