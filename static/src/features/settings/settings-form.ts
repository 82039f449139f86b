import { settings, type ProjectSettings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { pageIdOf } from '../../shared/page-id';
import { personOption, type PersonOption } from '../../shared/person';
import { problemAt, withContractProblems } from './contract-problems';
import { toPolicy, toPolicyInput, type PolicyInput } from './policy-form';
import { policyProblems } from './policy-problems';
import { sourcesProblems, toSources, toSourcesInput, type SourcesInput } from './sources-form';

/** The settings as the form's controls hold them. */
export interface SettingsInput {
  readonly enabled: boolean;
  readonly sponsor: PersonOption | null;
  readonly zone: string;
  /** One date a line. */
  readonly holidays: string;
  readonly policy: PolicyInput;
  readonly sources: SourcesInput;
  readonly reportEnabled: boolean;
  readonly spaceKey: string;
  readonly parentPage: string;
}

export function toInput(settings: ProjectSettings, names: Readonly<Record<string, string>>): SettingsInput {
  const { sponsorId, report } = settings;
  return {
    enabled: settings.enabled,
    sponsor: sponsorId === null ? null : personOption(sponsorId, names),
    zone: settings.zone,
    holidays: settings.holidays.join('\n'),
    policy: toPolicyInput(settings.policy, names),
    sources: toSourcesInput(settings),
    reportEnabled: report.enabled,
    spaceKey: report.spaceKey ?? '',
    parentPage: report.parentPageId ?? '',
  };
}

export function toSettings(input: SettingsInput): ProjectSettings {
  const spaceKey = input.spaceKey.trim();
  return {
    enabled: input.enabled,
    sponsorId: input.sponsor?.value ?? null,
    holidays: datesOf(input.holidays),
    zone: input.zone,
    policy: toPolicy(input.policy),
    ...toSources(input.sources),
    report: {
      enabled: input.reportEnabled,
      spaceKey: spaceKey === '' ? null : spaceKey,
      parentPageId: pageIdOf(input.parentPage),
    },
  };
}

/** @returns What is wrong, by path, before anything is sent. */
export function settingsProblems(input: SettingsInput): Readonly<Record<string, string>> {
  const unread = {
    ...problemAt('holidays', holidaysProblem(input.holidays)),
    ...problemAt('report.parentPageId', parentProblem(input.parentPage)),
    ...policyProblems(input.policy),
    ...sourcesProblems(input.sources),
  };
  return withContractProblems(unread, settings.save.request, toSettings(input));
}

/** @returns What is wrong with the dates, by line, or `undefined` where all can be read. */
export function holidaysProblem(written: string): string | undefined {
  const bad = written
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !isDate(line))
    .map(({ line, number }) => t('settings.holidays.bad', { line: number, written: line }));
  if (bad.length > 0) return bad.join(' ');
  return datesOf(written).length > MAX_HOLIDAYS
    ? t('settings.holidays.tooMany', { max: MAX_HOLIDAYS })
    : undefined;
}

const MAX_HOLIDAYS = 500;

/** @returns What is wrong with the parent page, if anything is. */
export function parentProblem(written: string): string | undefined {
  return written.trim() === '' || pageIdOf(written) !== null ? undefined : t('settings.report.badParent');
}

/** Sorted, each once, so that the order in which somebody typed them never looks like a change. */
export const datesOf = (written: string): string[] =>
  [...new Set(written.split('\n').map((line) => line.trim()))].filter((line) => line !== '').sort();

function isDate(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(written)
  );
}
