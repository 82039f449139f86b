import { localDate } from '../../domain/calendar';
import { type ConfiguredRegister, risk } from '../../domain/registers';
import {
  attentionJql,
  attentionLine,
  type Band,
  bandsOf,
  decidedJql,
  decidedLine,
  exposureOf,
  type Figures,
  type FoundRecords,
  momentOf,
  projectJql,
  type QueryPlan,
  type RecordLine,
  type RegisterFacts,
  riskLine,
  riskQueries,
  type Tolerances,
  type TopRisk,
} from '../../domain/status';
import type { JiraFacts } from '../../ports/jira-facts';
import type { Purse, Share } from './purse';

type Jira = Pick<JiraFacts, 'count' | 'records'>;

/** Properties that one search can bring. */
const PROPERTIES_AT_ONCE = 5;
const RISKS: Share = { least: 5, most: 8 };
const ATTENTION: Share = { least: 5, most: 10 };
const DECIDED: Share = { least: 4, most: 10 };

interface Input {
  readonly registers: readonly ConfiguredRegister[];
  readonly plan: QueryPlan;
  readonly tolerances: Tolerances;
  readonly purse: Purse;
}

type RiskFigures = Pick<Figures, 'risksAmber' | 'risksRed'>;

/** What the registers have to say: the highest risks, what asks for something, what was decided. */
export async function collectRegisters(
  jira: Jira,
  { registers, plan, tolerances, purse }: Input,
): Promise<{
  facts: RegisterFacts;
  figures: RiskFigures;
  queries: Partial<Record<keyof RiskFigures, string>>;
}> {
  const project = projectJql(plan);
  const { today, week, zone } = plan;
  const from = momentOf(week.start, plan);
  const dayOf = (instant: Date) => localDate(instant, zone);
  const decided = await collectLines(jira, purse, {
    registers,
    share: DECIDED,
    jqlOf: (some) => decidedJql(project, some, from),
    lineOf: (register, issue) => decidedLine(register, issue, week, dayOf),
    order: ' ORDER BY updated DESC',
  });
  const risks = await collectRisks(jira, purse, project, registers, tolerances);
  const attention = await collectLines(jira, purse, {
    registers,
    share: ATTENTION,
    jqlOf: (some) => attentionJql(project, some, today),
    lineOf: (register, issue) => attentionLine(register, issue, today),
    order: ' ORDER BY id ASC',
  });
  return {
    facts: {
      risks: risks.risks,
      riskBand: risks.band,
      moreRisks: risks.more,
      attention: attention.lines,
      attentionJql: attention.jql,
      decided: decided.lines,
      decidedJql: decided.jql,
      unreadable: risks.unreadable,
    },
    figures: risks.figures,
    queries: risks.queries,
  };
}

async function collectRisks(
  jira: Jira,
  purse: Purse,
  project: string,
  registers: readonly ConfiguredRegister[],
  tolerances: Tolerances,
) {
  const register = registers.find(({ kind }) => kind === risk.kind);
  if (!register) throw new Error('There is no risk register.');
  const band: Band = tolerances.risk.exposure ?? bandsOf(register);
  const { list, ...queries } = riskQueries(project, register, band);
  const max = purse.take(RISKS);
  const found = await jira.records({ jql: list, propertyKeys: [register.propertyKey], max });
  purse.putBack(max - found.length);
  const risks = found.flatMap((issue): readonly TopRisk[] => listOf(riskLine(register, issue)));
  const exposed = (limit: number) => risks.filter((one) => (exposureOf(one) ?? -1) >= limit).length;
  // A list that came whole counts itself.
  const [amber, red] =
    found.length < max
      ? [exposed(band.amber), exposed(band.red)]
      : await Promise.all([jira.count(queries.risksAmber), jira.count(queries.risksRed)]);
  const figures: RiskFigures = { risksAmber: amber, risksRed: red };
  return {
    risks,
    band,
    figures,
    queries,
    more: found.length === max,
    unreadable: found.length - risks.length,
  };
}

const listOf = <T>(one: T | null): readonly T[] => (one === null ? [] : [one]);

interface Lines {
  readonly registers: readonly ConfiguredRegister[];
  readonly share: Share;
  readonly jqlOf: (registers: readonly ConfiguredRegister[]) => string | null;
  readonly lineOf: (register: ConfiguredRegister, issue: FoundRecords) => RecordLine | null;
  readonly order: string;
}

/** Lines of records of all registers, as many registers at a time as one search can bring. */
async function collectLines(jira: Jira, purse: Purse, { registers, share, jqlOf, lineOf, order }: Lines) {
  const lines: RecordLine[] = [];
  let isWhole = true;
  let left = purse.take(share);
  // Those that are decided on come first: a search may find more than there is room for.
  const speaking = registers
    .filter((register) => jqlOf([register]) !== null)
    .toSorted((a, b) => Number(b.approvals !== undefined) - Number(a.approvals !== undefined));
  for (let from = 0; from < speaking.length; from += PROPERTIES_AT_ONCE) {
    const some = speaking.slice(from, from + PROPERTIES_AT_ONCE);
    const jql = jqlOf(some);
    if (jql === null) continue;
    // Another search is a point of its own.
    const price = from > 0 ? 1 : 0;
    if (left <= price) {
      isWhole = false;
      break;
    }
    left -= price;
    const propertyKeys = some.map(({ propertyKey }) => propertyKey);
    const found = await jira.records({ jql: jql + order, propertyKeys, max: left });
    if (found.length >= left) isWhole = false;
    left -= found.length;
    lines.push(...found.flatMap((issue) => some.flatMap((register) => listOf(lineOf(register, issue)))));
  }
  purse.putBack(left);
  lines.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  return { lines: { items: lines, isWhole }, jql: jqlOf(registers) };
}
