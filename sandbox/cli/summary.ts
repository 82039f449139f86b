import type { ArchiveProblem } from '../archive';
import type { Sandbox } from '../index';
import type { Outcome, SentMessage } from './outcome';

const SAMPLES = 6;
const SHOWN_PROBLEMS = 10;

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Stages in the order of the ladder: upcoming(3) before upcoming(1) before due-today before overdue(1) ... */
function rung(stage: string): number {
  const days = Number(/\((\d+)\)/.exec(stage)?.[1] ?? 0);
  if (stage.startsWith('upcoming')) return -days;
  if (stage.startsWith('overdue')) return days;
  return stage.startsWith('escalated') ? 1000 + days : 0;
}

function byStage(messages: readonly SentMessage[]): string[] {
  const counts = new Map<string, number>();
  for (const { stage } of messages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => rung(a) - rung(b))
    .map(([stage, count]) => `  ${String(count).padStart(5)}  ${stage}`);
}

/** Some messages, one of each stage before a second of any. */
function samplesOf(messages: readonly SentMessage[]): SentMessage[] {
  const seen = new Set<string>();
  const firsts = messages.filter(({ stage }) => !seen.has(stage) && seen.add(stage));
  return [...firsts, ...messages.filter((message) => !firsts.includes(message))].slice(0, SAMPLES);
}

function sampleLine(
  { state }: Pick<Sandbox, 'state'>,
  { item, recipient, stage, local }: SentMessage,
): string {
  const who = state.users.get(recipient);
  const dueDate = state.issues.where('key', item.toUpperCase())[0]?.dueDate ?? 'no date';
  const when = local.replace('T', ' ');
  return `  ${item}, due ${dueDate}: ${stage} to ${who?.displayName ?? recipient} at ${when} (${who?.timeZone ?? 'UTC'})`;
}

function problemLines(problems: readonly ArchiveProblem[]): string[] {
  if (problems.length === 0) return [];
  const more = problems.length - SHOWN_PROBLEMS;
  return [
    `${plural(problems.length, 'problem')} in the archive:`,
    ...problems.slice(0, SHOWN_PROBLEMS).map(({ line, why }) => `  line ${line}: ${why}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** What is wrong, for standard error: an archive that is not whole, calls that nothing models, runs that failed. */
export function complaintsOf(outcome: Outcome, problems: readonly ArchiveProblem[]): string[] {
  return [
    ...problemLines(problems),
    ...outcome.unmodelled.map((call) => `The sandbox does not model ${call}.`),
    ...outcome.faults.map((fault) => `Fault: ${fault}.`),
  ];
}

/** What happened, for people to read. */
export function summaryOf(sandbox: Pick<Sandbox, 'state'>, outcome: Outcome, days: number): string[] {
  const { messages, withdrawn, pages, points, calls } = outcome;
  const callCount = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const people = new Set(messages.map(({ recipient }) => recipient)).size;
  return [
    `${plural(messages.length, 'message')} to ${plural(people, 'person', 'people')} in ${plural(days, 'day')}:`,
    ...byStage(messages),
    ...(messages.length > 0
      ? ['For example:', ...samplesOf(messages).map((each) => sampleLine(sandbox, each))]
      : []),
    ...(withdrawn.length > 0 ? [`${plural(withdrawn.length, 'message')} withdrawn before sending:`] : []),
    ...withdrawn.slice(0, SAMPLES).map(({ item, stage, why }) => `  ${item} ${stage}: ${why}`),
    `${plural(pages.length, 'status page')} published${pages.length > 0 ? ':' : '.'}`,
    ...pages.map(({ title, version, figures }) => {
      const words = Object.entries(figures).map(([name, value]) => `${name} ${value ?? 'not known'}`);
      return `  ${title} (version ${version}): ${words.join(', ')}`;
    }),
    `Cost: ${plural(points, 'point')} in ${plural(callCount, 'call')}.`,
  ];
}
