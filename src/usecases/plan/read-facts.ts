import type { LocalDate } from '../../domain/calendar';
import { quote } from '../../domain/jql';
import {
  costsUpTo,
  from,
  known,
  type Measure,
  minorDigits,
  type Plan,
  type ProgressPart,
  sumOf,
  unknown,
} from '../../domain/plan';
import { isAppError } from '../../errors';
import type { JiraFacts } from '../../ports/jira-facts';
import { inParallel } from '../parallel';
import { say, type Text } from '../../words';

type Facts = Pick<JiraFacts, 'count' | 'sumField'>;

/** Each issue whose field is read costs a point of the hour's budget that all customers share. */
const MAX_ISSUES = 5_000;
/** Calls at once, as Jira likes them. */
const AT_ONCE = 4;

interface Part {
  readonly name: string | null;
  readonly weight: number;
  readonly scope: string;
}

/** What is done and what there is to do: for the project, or for each phase where phases are weighed. */
export function readProgress(facts: Facts, projectKey: string, plan: Plan): Promise<ProgressPart[]> {
  const project = `project = ${quote(projectKey)}`;
  const weighed: Part[] = plan.phases.flatMap(({ name, weight, versionId }) =>
    weight === null || versionId === null
      ? []
      : [{ name, weight, scope: `${project} AND fixVersion = ${versionId}` }],
  );
  const parts: Part[] = weighed.length > 0 ? weighed : [{ name: null, weight: 1, scope: project }];
  return inParallel(parts, AT_ONCE, async ({ name, weight, scope }) => ({
    name,
    weight,
    ...(await readPart(facts, plan.progress, scope)),
  }));
}

async function readPart(facts: Facts, method: Plan['progress'], scope: string) {
  if (method.by === 'issues') {
    const doneJql = `${scope} AND statusCategory = Done`;
    const [done, total] = await Promise.all([measured(facts.count(doneJql)), measured(facts.count(scope))]);
    return { done, total, doneJql, totalJql: scope };
  }
  const { fieldId, clause } =
    method.by === 'estimates'
      ? { fieldId: 'timeoriginalestimate', clause: 'originalEstimate' }
      : { fieldId: method.fieldId, clause: clauseOf(method.fieldId) };
  const totalJql = `${scope} AND ${clause} is not EMPTY`;
  const doneJql = `${totalJql} AND statusCategory = Done`;
  // Read in two halves, so that each issue is read once.
  const [done, open] = await Promise.all([
    sum(facts, doneJql, fieldId),
    sum(facts, `${totalJql} AND statusCategory != Done`, fieldId),
  ]);
  return { done, total: from([done, open], (a, b) => known(a + b)), doneJql, totalJql };
}

/** Cost so far in minor units, and the query that proves it where Jira holds it. */
export async function readActualCost(facts: Facts, projectKey: string, plan: Plan, asOf: LocalDate) {
  const { actualCost, currency } = plan;
  if (actualCost.source === 'entries')
    return { source: actualCost.source, value: known(sumOf(costsUpTo(plan, asOf))), jql: null };
  const jql = `project = ${quote(projectKey)} AND ${clauseOf(actualCost.fieldId)} is not EMPTY`;
  const units = await sum(facts, jql, actualCost.fieldId);
  const value = from([units], (whole) => known(Math.round(whole * 10 ** minorDigits(currency))));
  return { source: actualCost.source, value, jql };
}

/** `customfield_10016` as JQL writes it. */
const clauseOf = (fieldId: string): string => `cf[${fieldId.replace(/^customfield_/, '')}]`;

async function sum(facts: Facts, jql: string, fieldId: string): Promise<Measure> {
  return measured(
    facts.sumField({ jql, fieldId, max: MAX_ISSUES }),
    say('plan.why.tooMany', { most: MAX_ISSUES, jql }),
  );
}

/** A field or version that is gone is a figure that is missing, not a report that fails. */
async function measured(reading: Promise<number | null>, tooMany: Text = ''): Promise<Measure> {
  try {
    const value = await reading;
    return value === null ? unknown(tooMany) : known(value);
  } catch (error) {
    if (!isAppError(error, 'BAD_INPUT', 'UPSTREAM_SHAPE')) throw error;
    return unknown(say('plan.why.noNumber', { why: error.words }));
  }
}
