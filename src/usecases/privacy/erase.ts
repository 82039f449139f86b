import { erasedId, eraseFrom, namesPerson, VALUES } from '../../domain/privacy';
import { ALL_PROJECTS, type Occurrence } from '../../domain/schedule/jobs';
import { AppError } from '../../errors';
import type { Clock } from '../../ports/clock';
import type { Ids } from '../../ports/ids';
import type {
  ErasedCounts,
  Erasure,
  Erasures,
  FoundRow,
  PersonalData,
  StillNamed,
} from '../../ports/personal-data';
import type { JobQueue } from '../../ports/schedule';
import { say, type Words } from '../../words';
import { placeAfter } from './look';

export interface EraseDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly erasures: Erasures;
  readonly personalData: PersonalData;
  readonly queue: JobQueue;
}

/** A consumer may run 600 s; one page takes well below a second. */
const SLICE_MS = 300_000;
/** What is busy is looked at again after this long, so often; by then every run has come to its end. */
const AGAIN_AFTER_SECONDS = 900;
const MOST_PASSES = 4;
/** Rows that are named one by one; there are as many as the settings and registers that name a person. */
const MOST_STILL = 100;

const occurrenceOf = ({ id }: Pick<Erasure, 'id'>): Occurrence => ({
  id: `privacy ${ALL_PROJECTS} ${id}`,
  job: 'privacy',
  projectId: ALL_PROJECTS,
  period: id,
});

/**
 * Begins to erase what Docket keeps of a person, in the background.
 * @param by the admin who asks for it; `null` where the account was closed
 * @returns the one that is under way already, where there is one
 */
export async function startErasure(deps: EraseDeps, accountId: string, by: string | null): Promise<Erasure> {
  const { clock, ids, erasures, queue } = deps;
  const running = (await erasures.all()).find(
    (one) => one.state === 'running' && one.accountId === accountId,
  );
  const token = ids.next();
  const erasure: Erasure = running ?? {
    id: erasedId(token),
    accountId,
    by,
    requestedAt: clock.now().toISOString(),
    state: 'running',
    store: 0,
    after: null,
    passes: 0,
    counts: { anonymised: 0, removed: 0 },
    still: [],
    endedAt: null,
    writer: token,
  };
  if (!running) await erasures.create(erasure);
  // One that is under way may have lost its message: a second one does no harm.
  await queue.push('privacy', [occurrenceOf(erasure)]);
  return erasure;
}

/**
 * Stops it. What is erased stays erased.
 * @throws AppError NOT_FOUND where it has come to its end
 */
export async function cancelErasure(
  deps: Pick<EraseDeps, 'clock' | 'ids' | 'erasures'>,
  id: string,
): Promise<void> {
  const { clock, ids, erasures } = deps;
  const erasure = await erasures.get(id);
  if (erasure?.state !== 'running') throw new AppError('NOT_FOUND', say('problem.erasureEnded'));
  const endedAt = clock.now().toISOString();
  const next: Erasure = {
    ...erasure,
    state: 'cancelled',
    accountId: null,
    after: null,
    endedAt,
    writer: ids.next(),
  };
  // Its run has moved the note on meanwhile.
  if (!(await erasures.replace(erasure, next))) await cancelErasure(deps, id);
}

/**
 * Goes on with an erasure for as long as one run may take, and hands the rest to another message. Rows change one by
 * one, each only if nobody has written it since; so it may die anywhere and run twice.
 */
export async function goOnErasing(deps: EraseDeps, id: string): Promise<Words> {
  const erasure = await deps.erasures.get(id);
  if (erasure?.state !== 'running' || erasure.accountId === null) return say('admin.nothingToDo');
  return new Erasing(deps, erasure, erasure.accountId).run();
}

class Erasing {
  constructor(
    private readonly deps: EraseDeps,
    private erasure: Erasure,
    private readonly accountId: string,
  ) {}

  async run(): Promise<Words> {
    const { clock, personalData, queue } = this.deps;
    const endAt = clock.now().getTime() + SLICE_MS;
    // The platform's cursors are good for minutes; plain keys are few.
    if (personalData.stores[this.erasure.store] === VALUES) this.erasure = { ...this.erasure, after: null };
    for (;;) {
      const { store, after } = this.erasure;
      const name = personalData.stores[store];
      if (name === undefined) break;
      const { rows, next } = await personalData.page(name, after);
      const place = placeAfter({ store, after }, next, personalData.stores.length);
      const isKept = await this.#erase(rows, place ?? { store: personalData.stores.length, after: null });
      if (!isKept) return say('admin.eraseStopped');
      if (place !== null && clock.now().getTime() > endAt) {
        await queue.push('privacy', [occurrenceOf(this.erasure)]);
        return say('admin.eraseGoesOn');
      }
    }
    return this.#end();
  }

  /** One page, and the note of how far it has come. @returns false where somebody else has moved the note */
  async #erase(rows: readonly FoundRow[], place: Pick<Erasure, 'store' | 'after'>): Promise<boolean> {
    const counts = { ...this.erasure.counts };
    const still: StillNamed[] = [];
    for (const row of rows.filter((one) => this.#concerns(one))) await this.#eraseRow(row, counts, still);
    return this.#note({
      ...place,
      counts,
      still: [...this.erasure.still, ...still].slice(0, MOST_STILL),
    });
  }

  /** The note of this very erasure needs the id until its end. */
  #concerns(row: FoundRow): boolean {
    return !(row.store === 'erasure' && row.key === this.erasure.id) && namesPerson(row, this.accountId);
  }

  async #eraseRow(
    row: FoundRow,
    counts: { -readonly [Key in keyof ErasedCounts]: number },
    still: StillNamed[],
  ): Promise<void> {
    const { effect, next } = eraseFrom(row, this.accountId, this.erasure.id);
    const { store, key } = row;
    if (effect === 'anonymised' || effect === 'removed') {
      if (next && (await this.deps.personalData.replace(row, next))) counts[effect] += 1;
      else still.push({ store, key, effect: 'busy' });
    } else still.push({ store, key, effect });
  }

  async #end(): Promise<Words> {
    const { clock, queue } = this.deps;
    const { still, passes, counts } = this.erasure;
    const isBusy = still.some(({ effect }) => effect === 'busy');
    if (isBusy && passes + 1 < MOST_PASSES) {
      if (await this.#note({ store: 0, after: null, passes: passes + 1, still: [] }))
        await queue.push('privacy', [occurrenceOf(this.erasure)], AGAIN_AFTER_SECONDS);
      return say('admin.eraseBusy');
    }
    await this.#note({ state: 'done', accountId: null, after: null, endedAt: clock.now().toISOString() });
    const { anonymised, removed } = counts;
    return say('admin.erased', { anonymised, removed, left: still.length });
  }

  async #note(change: Partial<Erasure>): Promise<boolean> {
    const next = { ...this.erasure, ...change, writer: this.deps.ids.next() };
    if (!(await this.deps.erasures.replace(this.erasure, next))) return false;
    this.erasure = next;
    return true;
  }
}
