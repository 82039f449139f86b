import type { Deps } from '../../compose';
import { reporting as contract } from '../../contract';
import { ReportingShape } from '../../contract/reporting';
import { localDate, type WorkingCalendar } from '../../domain/calendar';
import { comingReports, DEFAULT_REPORTING, type ReportCalendar, type Reporting } from '../../domain/reports';
import { policyOf } from '../../usecases/policy-of';
import { saveReporting } from '../../usecases/reports/save-reporting';
import type { ProjectConfig } from '../../ports/projects';
import { mayAdminister } from '../rights';
import { checkSeen } from '../seen';
import { defineAnswer } from '../resolver';

interface Ground {
  readonly zone: string;
  readonly working: WorkingCalendar;
  readonly now: Date;
}

async function groundOf({ holidays, clock }: Deps, config: ProjectConfig | null): Promise<Ground> {
  const now = clock.now();
  if (!config) return { zone: 'UTC', working: { weekdays: [1, 2, 3, 4, 5], holidays: new Set() }, now };
  const { calendar } = await policyOf(holidays, config, now);
  return { zone: config.zone, working: calendar, now };
}

const coming = (calendar: ReportCalendar, { zone, working, now }: Ground) =>
  comingReports(calendar, zone, working, { today: localDate(now, zone), now, count: 3 }).map(
    ({ period, ask, cutOff, publish }) => ({
      label: period.label,
      ask: ask?.toISOString() ?? null,
      cutOff: cutOff.toISOString(),
      publish: publish.toISOString(),
    }),
  );

const peopleIn = ({ workstreams, reviewers, stakeholders }: Reporting): string[] => [
  ...new Set([...workstreams.map(({ leadId }) => leadId), ...reviewers, ...stakeholders]),
];

/** How the project reports, as the form reads it. */
const shown = (config: ProjectConfig | null): ReportingShape =>
  ReportingShape.parse(config?.reporting ?? DEFAULT_REPORTING);

async function view(deps: Deps, config: ProjectConfig | null) {
  const reporting = config?.reporting ?? DEFAULT_REPORTING;
  const ground = await groundOf(deps, config);
  return {
    reporting: shown(config),
    zone: ground.zone,
    coming: coming(reporting.calendar, ground),
    underway: (config?.underway ?? []).map((report) => ({ ...report })),
    names: await deps.user.people.names(peopleIn(reporting)),
  };
}

export const reporting = [
  defineAnswer(contract.read, async (deps, _request, { project }) => {
    await mayAdminister(deps, project.id);
    return view(deps, await deps.projects.get(project.id));
  }),
  defineAnswer(contract.save, async (deps, { seen, ...request }, { project }) => {
    await mayAdminister(deps, project.id);
    checkSeen(seen, shown(await deps.projects.get(project.id)));
    const { projects, reports, user } = deps;
    const saving = { projects, reports, issues: user.issues, facts: user.facts };
    return view(deps, await saveReporting(saving, project.id, request));
  }),
  defineAnswer(contract.coming, async (deps, { calendar }, { project }) => {
    await mayAdminister(deps, project.id);
    return { coming: coming(calendar, await groundOf(deps, await deps.projects.get(project.id))) };
  }),
];
