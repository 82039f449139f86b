import {
  ArchiveError,
  readArchive,
  refuseOutside,
  scheduleArchive,
  seedFromArchive,
  type ArchiveProblem,
} from '../archive';
import { SEED_NOW, SEED_SPONSORS, seedDemoSite } from '../seed';
import { SEED_RECORDS } from '../seed/records';
import type { RecordEntry } from '../seed/record-entry';
import type { SiteState } from '../site/state';
import { DEMO_END, DEMO_STORY, putGlance, scheduleWork, type StoryStep } from '../story';
import { UsageError, type SiteArgs } from './args';
import { firstEvening } from './opening';

const DAY = 86_400_000;

/** A site that a command asked for, ready to be given to `createSandbox`. */
export interface ChosenSite {
  /** Where its clock starts, epoch milliseconds. */
  readonly now: number;
  readonly seed: (state: SiteState) => void;
  /** Account ids of sponsors by project key. */
  readonly sponsors: Readonly<Record<string, string>>;
  /** What people enter and do when Docket is opened there. */
  readonly records: readonly RecordEntry[];
  readonly story: readonly StoryStep[];
  /** How far the opening takes the clock, epoch milliseconds. */
  readonly until: number;
  /** What the archive could not give. */
  readonly problems: readonly ArchiveProblem[];
}

export interface ChooseOptions extends SiteArgs {
  /** Keys of the projects to put on the site; all where absent or empty. */
  readonly projects?: readonly string[];
  /** How many days ahead an archive's own events are put on the clock; to its end where absent. */
  readonly days?: number;
}

/** How far from its Monday the seed still has something to follow up. */
const SEED_DAYS = 31;

function chooseSeed(now: number | null): ChosenSite {
  const start = now ?? SEED_NOW;
  if (start < SEED_NOW || start > SEED_NOW + SEED_DAYS * DAY) {
    const [from, to] = [SEED_NOW, SEED_NOW + SEED_DAYS * DAY].map((instant) =>
      new Date(instant).toISOString(),
    );
    throw new UsageError(
      `--now ${new Date(start).toISOString()} is outside the data: the built-in site runs from ${from} to ${to}.`,
    );
  }
  const common = { now: start, sponsors: SEED_SPONSORS, records: SEED_RECORDS, problems: [] };
  // Who names an instant wants to see that one, and no two weeks of story before it.
  if (now !== null) return { ...common, seed: seedDemoSite, story: [], until: firstEvening(start) };
  return {
    ...common,
    story: DEMO_STORY,
    until: DEMO_END,
    seed(state) {
      seedDemoSite(state);
      putGlance(state);
      scheduleWork(state);
    },
  };
}

async function chooseArchive(
  path: string,
  now: number,
  { projects = [], days }: ChooseOptions,
): Promise<ChosenSite> {
  const only = projects.length > 0 ? { projects } : {};
  const archive = await readArchive(path, only);
  refuseOutside(archive, now);
  const until = days === undefined ? archive.last : now + days * DAY;
  return {
    now,
    sponsors: {},
    records: [],
    story: [],
    until: firstEvening(now),
    problems: archive.problems,
    seed(state) {
      seedFromArchive(state, archive, { now, ...only });
      scheduleArchive(state, archive, until);
    },
  };
}

/**
 * The site that the flags ask for.
 * @throws UsageError for an instant outside the seed; ArchiveError for an archive that cannot be used, a project that
 * it does not have, or an instant outside its data.
 */
export async function chooseSite(options: ChooseOptions): Promise<ChosenSite> {
  if (options.importPath === null) return chooseSeed(options.now);
  if (options.now === null) throw new UsageError('--import needs --now.');
  return chooseArchive(options.importPath, options.now, options);
}

/** True for what is the caller's to mend: it gets a sentence and no stack trace. */
export function isCallersFault(error: unknown): error is UsageError | ArchiveError {
  return error instanceof UsageError || error instanceof ArchiveError;
}
