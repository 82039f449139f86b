import {
  dueStep,
  isPlain,
  isReviewed,
  type Period,
  recentPeriods,
  type Reporting,
  type Steps,
  stepsOf,
} from '../../domain/reports';
import { type WorkingCalendar, localDate } from '../../domain/calendar';
import { AppError } from '../../errors';
import type { ProjectConfig } from '../../ports/projects';
import type { ReportRow } from '../../ports/reports';
import { LEASE_MS } from '../follow-up/recover';
import { policyOf } from '../policy-of';
import { joined, type SaidKey, say, type Text, type Words } from '../../words';
import { configOf, type ReportDeps } from './deps';
import { type Ground, groundOf } from './ground';
import { remindReviewers } from './remind-reviewers';
import { newRow, stepsIn } from './rows';
import { ask, close, release } from './steps';
import { tell } from './tell';

/** Reports that one look considers; those before are out, or were given up. */
const MOST_REPORTS = 6;
/** Asking, closing, publishing and telling is all that can be due at once. */
const MOST_STEPS = 5;

/** What became of the reports of one run, in words. */
export interface Advanced {
  readonly sent: number;
  readonly note: Text;
}

type Due = 'ask' | 'cut-off' | 'publish' | 'tell';

const TAKEN = {
  ask: 'admin.asked',
  'cut-off': 'admin.cutOff',
  publish: 'admin.published',
  tell: 'admin.told',
} as const satisfies Record<Due, SaidKey>;

/**
 * Takes every step that is due of a project's reports: of those that are under way, by the times that they were begun
 * with, and of those that should begin. Safe to run twice, at once, or after a run that died.
 *
 * @throws AppError as the ports do, and BAD_INPUT where the settings cannot be followed.
 */
export async function advanceReports(
  deps: ReportDeps,
  { projectId, now }: { readonly projectId: string; readonly now: Date },
): Promise<Advanced> {
  const config = await configOf(deps, projectId);
  const rows = await deps.reports.newest(projectId, MOST_REPORTS);
  const { calendar: working } = await policyOf(deps.holidays, config, now);
  // Asked of Jira and Confluence only where there is something to do: most looks find nothing.
  let ground: Ground | undefined;
  const notes: Words[] = [];
  let sent = 0;
  for (const begun of candidates(rows, config, working, now)) {
    let row = begun;
    for (let n = 0; n < MOST_STEPS; n += 1) {
      const due = nextStep(row, config.reporting, now);
      if (due === null) break;
      const before = row;
      ground ??= await groundOf(deps, config, now);
      row = await takeStep(deps, ground, row, due);
      if (due === 'tell') sent += tellingsIn(row);
      notes.push(say(TAKEN[due], { label: row.report.period.label }));
      if (row.version === before.version) break;
    }
    // Settings may have changed, or the run that should have said it died.
    if (row.report.state === 'in-review') await remindReviewers(deps, config, row);
  }
  return { sent, note: notes.length === 0 ? say('admin.nothingToDo') : joined(notes, '; ') };
}

/** @throws AppError RATE_LIMITED while another run, dead or alive, holds the claim to tell: its lease has to end first. */
function tellingsIn({ told, report }: ReportRow): number {
  if (told) return 1;
  throw new AppError('RATE_LIMITED', say('problem.tellingNow', { label: report.period.label }), {
    retryAfterSeconds: LEASE_MS / 1000,
  });
}

/** Reports that may have a step to take, oldest first. */
function candidates(
  rows: readonly ReportRow[],
  { reporting, zone, projectId }: ProjectConfig,
  working: WorkingCalendar,
  now: Date,
): ReportRow[] {
  const today = localDate(now, zone);
  const kept = new Set(rows.map(({ report }) => report.period.label));
  const fresh = recentPeriods(today, reporting.calendar)
    .filter(({ label }) => !kept.has(label))
    .map((period: Period) => {
      const steps: Steps = stepsOf(period, reporting.calendar, zone, working);
      return newRow(projectId, period, steps, reporting, now);
    });
  return [...rows, ...fresh].sort((a, b) => (a.report.period.start < b.report.period.start ? -1 : 1));
}

function nextStep(row: ReportRow, reporting: Reporting, now: Date): Due | null {
  const { report, page } = row;
  const steps = stepsIn(row);
  const reviewed = isReviewed(reporting);
  if (row.version === 0) {
    const due = dueStep(null, steps, reviewed, now);
    if (due === 'ask') return report.streams.length > 0 ? 'ask' : null;
    if (due === 'cut-off') return isPlain(reporting) ? null : 'cut-off';
    return due === 'publish' && reviewed ? 'cut-off' : due;
  }
  if (report.state === 'published') return row.told ? null : 'tell';
  // Nobody answers, nobody reviews: it was begun by a publication, and that is all there is to it.
  if (report.streams.length === 0 && !reviewed) return steps.publish <= now ? 'publish' : null;
  const isAsked = report.streams.length === 0 || (page !== null && page.id !== null);
  if (report.state === 'collecting' && !isAsked && now < steps.cutOff) return 'ask';
  return dueStep(report, steps, reviewed, now);
}

async function takeStep(deps: ReportDeps, ground: Ground, row: ReportRow, due: Due): Promise<ReportRow> {
  switch (due) {
    case 'ask':
      return (await ask(deps, ground, row)).row;
    case 'cut-off':
      return (await close(deps, ground, row)).row;
    case 'publish':
      return (await release(deps, ground, row)).row;
    case 'tell':
      return tell(deps, ground, row);
  }
}
