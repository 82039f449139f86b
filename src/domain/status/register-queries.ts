import { addDays, type LocalDate } from '../calendar';
import { quote } from '../jql';
import { type ConfiguredRegister, readRecord } from '../registers';
import type { RecordLine, TopRisk } from './snapshot';
import type { Band } from './tolerances';

/** A record that asks for something within so many days is listed. */
const NEAR_DAYS = 7;

/** An issue with the properties of registers on it, as read. */
export interface FoundRecords {
  readonly issueId: string;
  readonly key: string;
  readonly summary: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export const pathOf = ({ propertyKey }: ConfiguredRegister, path: string): string =>
  `issue.property[${quote(propertyKey)}].${path}`;
const among = (values: readonly string[]): string => `(${values.map(quote).join(', ')})`;

/** Of records that still stand open. */
export function openJql(register: ConfiguredRegister): string {
  const over = Object.entries(register.lifecycle).flatMap(([state, { final }]) => (final ? [state] : []));
  const state = pathOf(register, 'state');
  return over.length > 0 ? `${state} not in ${among(over)}` : `${state} is not EMPTY`;
}

/** Above any score: where a register has no band of a tone. A number, since JQL is to compare with it. */
export const NEVER = 1_000_000_000;

/** From which exposure on a record is amber and red: the lowest bands of these tones. */
export function bandsOf({ settings }: Pick<ConfiguredRegister, 'settings'>): Band {
  const lowest = (tone: string): number | undefined =>
    settings.bands
      .filter((band) => band.tone === tone)
      .map(({ from }) => from)
      .sort((a, b) => a - b)[0];
  const red = lowest('danger') ?? NEVER;
  return { amber: Math.min(lowest('warning') ?? red, red), red };
}

/** Open threats of the risk register: all, those exposed at least so much. Chances are no risk to the project. */
export function riskQueries(project: string, register: ConfiguredRegister, band: Band) {
  const nature = pathOf(register, 'values.nature');
  const threats = `${project} AND ${openJql(register)} AND (${nature} is EMPTY OR ${nature} != opportunity)`;
  const [score, residual] = [pathOf(register, 'score'), pathOf(register, 'residualScore')];
  const exposed = (from: number): string =>
    `${threats} AND (${residual} >= ${from} OR (${residual} is EMPTY AND ${score} >= ${from}))`;
  return {
    risksAmber: exposed(band.amber),
    risksRed: exposed(band.red),
    list: `${threats} ORDER BY ${score} DESC, id ASC`,
  };
}

/**
 * Records of any register that ask for something by a date that is over or near, or that wait for approval. A register
 * says by its due rules what its dates ask for; whatever has such rules is listed. `null` where no register has any.
 */
export function attentionJql(
  project: string,
  registers: readonly ConfiguredRegister[],
  today: LocalDate,
): string | null {
  const by = quote(addDays(today, NEAR_DAYS));
  const clauses = registers.flatMap((register) => {
    const waits = register.approvals?.waits;
    return [
      ...(waits === undefined ? [] : [`${pathOf(register, 'state')} = ${quote(waits)}`]),
      ...datedRules(register).map(
        ({ date, states }) =>
          `(${pathOf(register, 'state')} in ${among(states)} AND ${pathOf(register, `values.${date}`)} <= ${by})`,
      ),
    ];
  });
  return clauses.length > 0 ? `${project} AND (${clauses.join(' OR ')})` : null;
}

/** Rules by a date that JQL knows. Reviews are between Docket and the record's owner, and no news to a reader. */
const datedRules = ({ due = [], index, review }: ConfiguredRegister) =>
  due.filter(({ date }) => date !== review?.field && index.some(({ path }) => path === `values.${date}`));

/** What a record asks for, most urgent first; `null` where it asks for nothing. */
export function attentionLine(
  register: ConfiguredRegister,
  issue: FoundRecords,
  today: LocalDate,
): RecordLine | null {
  const read = readRecord(register, issue.properties[register.propertyKey]);
  if (!read.ok) return null;
  const { state, values, id } = read.value;
  const line = { kind: register.kind, key: issue.key, id, summary: issue.summary };
  const label = register.lifecycle[state]?.label ?? state;
  const asked = datedRules(register)
    .flatMap(({ label: what, date, states }) => {
      const by = values[date];
      return states.includes(state) && typeof by === 'string' ? [{ what, date: by }] : [];
    })
    .filter(({ date }) => date <= addDays(today, NEAR_DAYS))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  if (asked[0]) return { ...line, state: label, ...asked[0] };
  return state === register.approvals?.waits ? { ...line, state: label, what: 'Approval', date: null } : null;
}

/** States that settle a matter for good, or for now. */
const decidedStates = ({ lifecycle }: ConfiguredRegister): string[] =>
  Object.entries(lifecycle).flatMap(([state, { locks }]) => (locks ? [state] : []));

/** Records that stand decided and were changed since: whether they were decided then, the record itself says. */
export function decidedJql(
  project: string,
  registers: readonly ConfiguredRegister[],
  from: string,
): string | null {
  const clauses = registers.flatMap((register) => {
    const states = decidedStates(register);
    return states.length > 0 ? [`${pathOf(register, 'state')} in ${among(states)}`] : [];
  });
  return clauses.length > 0 ? `${project} AND updated >= ${quote(from)} AND (${clauses.join(' OR ')})` : null;
}

/** A record that was decided in `[start, end]`; `null` where it was not. `dayOf` gives the day of an instant. */
export function decidedLine(
  register: ConfiguredRegister,
  issue: FoundRecords,
  { start, end }: { readonly start: LocalDate; readonly end: LocalDate },
  dayOf: (instant: Date) => LocalDate,
): RecordLine | null {
  const read = readRecord(register, issue.properties[register.propertyKey]);
  if (!read.ok || !decidedStates(register).includes(read.value.state)) return null;
  const { id, state, values, approval, updatedAt } = read.value;
  const said = values['decidedOn'];
  const on = typeof said === 'string' ? said : dayOf(new Date(approval?.decidedAt ?? updatedAt));
  if (on < start || on > end) return null;
  const label = register.lifecycle[state]?.label ?? state;
  return {
    kind: register.kind,
    key: issue.key,
    id,
    summary: issue.summary,
    state: label,
    what: register.singular,
    date: on,
  };
}

/** A risk as the list of the highest shows it; `null` where it cannot be read. */
export function riskLine(register: ConfiguredRegister, issue: FoundRecords): TopRisk | null {
  const read = readRecord(register, issue.properties[register.propertyKey]);
  if (!read.ok) return null;
  const { score, residualScore, state } = read.value;
  return { key: issue.key, summary: issue.summary, score, residual: residualScore, state };
}
