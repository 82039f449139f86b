import type { ReportFiles } from '../../contract/report-files';
import { methodNamed } from '../../domain/plan';
import { risk as riskRegister } from '../../domain/registers';
import type { Report } from '../../domain/reports';
import {
  deltaOf,
  type Delta,
  Dimension,
  EARNED,
  earnedKind,
  FIGURE_NAMES,
  lengthOf,
  type RecordLine,
  shownColour,
  type Snapshot,
} from '../../domain/status';
import { AppError } from '../../errors';
import type { Plans } from '../../ports/plans';
import type { Reports } from '../../ports/reports';
import { say } from '../../words';
import { readHistory } from './read-status';
import { recalled, type Worded } from '../../words';

interface FilesDeps {
  readonly reports: Pick<Reports, 'read' | 'newest'>;
  readonly plans: Pick<Plans, 'read'>;
}

/**
 * A published report for files, without asking Jira or Confluence: it says what its page said.
 *
 * @param asked `isAdmin`: of the project; a plan whose money has been restricted since shows it to nobody else.
 * @throws AppError NOT_FOUND where there is no such report, BAD_INPUT where it is not published yet.
 */
export async function readReportFiles(
  deps: FilesDeps,
  asked: {
    readonly project: { readonly id: string; readonly key: string; readonly name: string };
    readonly label: string;
    readonly isAdmin: boolean;
  },
): Promise<Worded<ReportFiles>> {
  const { project, label } = asked;
  const [row, history, stored] = await Promise.all([
    deps.reports.read(project.id, label),
    readHistory(deps, project.id),
    deps.plans.read(project.id),
  ]);
  if (!row) throw new AppError('NOT_FOUND', say('problem.noReportReload', { label }));
  const { snapshot, report } = row;
  if (!snapshot) throw new AppError('BAD_INPUT', say('problem.notPublished', { label }));
  const previous = row.previous?.snapshot ?? null;
  const isHidden = stored?.plan.audience === 'admins' && !asked.isAdmin;
  const delta = previous && deltaOf(snapshot, previous);
  return {
    project: { key: project.key, name: project.name },
    label,
    length: lengthOf(report.period),
    start: report.period.start,
    end: report.period.end,
    asOf: snapshot.asOf,
    // While a correction is under way, what is out is the revision before it.
    revision: report.state === 'published' ? report.revision : report.revision - 1,
    overall: snapshot.rag,
    before: previous && { label: previous.week, overall: previous.rag },
    dimensions: Dimension.options.map((dimension) => ({
      dimension,
      rag: shownColour(snapshot, dimension),
      before: previous && shownColour(previous, dimension),
      setInReview: snapshot.overrides.find((one) => one.dimension === dimension)?.reason ?? null,
      reasons: snapshot.reasons.flatMap((reason) =>
        reason.dimension === dimension
          ? [
              {
                rag: reason.rag,
                text: isHidden && dimension === 'Cost' ? null : recalled(reason.text, reason.said),
              },
            ]
          : [],
      ),
    })),
    figures: figuresOf(snapshot, delta),
    ...wordsOf(report),
    attention: snapshot.attention.map(recordOf),
    decided: snapshot.decided.map(recordOf),
    ...listsOf(snapshot, delta),
    money: isHidden ? 'hidden' : moneyOf(snapshot),
    history: history.filter(({ asOf }) => asOf <= snapshot.asOf),
  };
}

function figuresOf(snapshot: Snapshot, delta: Delta | null): ReportFiles['figures'] {
  return FIGURE_NAMES.flatMap((name) => {
    const [value, why] = [snapshot.figures[name], snapshot.notComputable[name]];
    if (value === null && why === undefined) return [];
    const measure = value === null ? { notComputable: why ?? '' } : { value };
    const change = delta?.figures[name] ?? null;
    return [{ name, measure, change, jql: snapshot.queries[name] ?? null }];
  });
}

/** What leads wrote counts as published only while nobody is changing it. */
function wordsOf({ state, streams }: Report): Pick<ReportFiles, 'decisions' | 'next' | 'missing'> {
  const published = state === 'published' ? streams : [];
  const said = (of: 'needsDecision' | 'next') =>
    published.flatMap(({ name, answer }) => {
      const text = answer?.[of].trim() ?? '';
      return text === '' ? [] : [{ stream: name, text }];
    });
  return {
    decisions: said('needsDecision'),
    next: said('next'),
    missing: published.flatMap(({ name, answer }) => (answer ? [] : [name])),
  };
}

const recordOf = ({ id, key, summary, state, what, date }: RecordLine) => ({
  id: id ?? key,
  summary,
  state,
  what,
  date,
});

function listsOf(snapshot: Snapshot, delta: Delta | null): Pick<ReportFiles, 'milestones' | 'risks'> {
  const milestones = delta?.milestones ?? snapshot.milestones.map((milestone) => ({ milestone, from: null }));
  const risks = delta?.risks ?? snapshot.risks.map((risk) => ({ risk }));
  return {
    milestones: milestones.map(({ milestone, from, ...moved }) => ({
      name: milestone.name,
      forecast: milestone.date,
      before: from,
      baseline: milestone.baseline,
      first: milestone.first,
      released: milestone.released,
      move: 'move' in moved ? moved.move : null,
    })),
    risks: risks.map(({ risk: { key, summary, score, residual, state }, ...moved }) => ({
      key,
      summary,
      score,
      residual,
      state: { value: state, label: riskRegister.lifecycle[state]?.label ?? state },
      move: 'move' in moved ? moved.move : null,
    })),
  };
}

function moneyOf({ money }: Snapshot): ReportFiles['money'] {
  if (money === null) return 'none';
  const { currency, baseline, method, complete, planned, committed, actual, forecast } = money;
  return {
    currency,
    baseline,
    estimate: money.eacVariant,
    method: methodNamed(method),
    complete,
    budget: {
      planned: { value: planned },
      committed: { value: committed },
      actual,
      forecast: { value: forecast },
    },
    earned: EARNED.flatMap((name) => {
      const measure = money.earned[name];
      return measure ? [{ name, kind: earnedKind(name), measure }] : [];
    }),
  };
}
