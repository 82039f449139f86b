import {
  type Effect,
  eraseFrom,
  erasedId,
  type Mention,
  mentionsOf,
  namesPerson,
} from '../../domain/privacy';
import type { Clock } from '../../ports/clock';
import type { FoundRow, PersonalData } from '../../ports/personal-data';

export interface LookDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly personalData: Pick<PersonalData, 'stores' | 'page'>;
}

/** Where a look goes on. */
export interface Place {
  readonly store: number;
  readonly after: string | null;
}

/** A row that names the person, and what an erasure would do with it. */
export interface Found {
  readonly store: string;
  readonly key: string;
  readonly effect: Effect;
  readonly mentions: readonly Mention[];
}

export interface Looked {
  readonly found: readonly Found[];
  readonly next: Place | null;
  /** Parts of the storage that are behind, of how many. */
  readonly behind: number;
  readonly parts: number;
}

/** A resolver lives for 25 s and answers with 5 MB at most; one row adds at most some 240 kB. */
const LOOK_MS = 8_000;
const MOST_CHARACTERS = 1_500_000;

/** Goes through Docket's storage for a person, as far as one answer reaches. Nothing is changed. */
export async function lookForPerson(
  { clock, personalData }: LookDeps,
  accountId: string,
  from: Place | null,
): Promise<Looked> {
  const { stores } = personalData;
  const endAt = clock.now().getTime() + LOOK_MS;
  const found: Found[] = [];
  let size = 0;
  let place: Place | null = from ?? { store: 0, after: null };
  while (place !== null && size < MOST_CHARACTERS && clock.now().getTime() < endAt) {
    const store: string | undefined = stores[place.store];
    if (store === undefined) break;
    const { rows, next } = await personalData.page(store, place.after);
    for (const row of rows.filter((one) => namesPerson(one, accountId))) {
      const one = foundIn(row, accountId);
      found.push(one);
      size += JSON.stringify(one).length;
    }
    place = placeAfter(place, next, stores.length);
  }
  return { found, next: place, behind: place?.store ?? stores.length, parts: stores.length };
}

/** Where to go on after a page; `null` at the end of the last part. */
export function placeAfter({ store }: Place, next: string | null, parts: number): Place | null {
  if (next !== null) return { store, after: next };
  return store + 1 < parts ? { store: store + 1, after: null } : null;
}

function foundIn(row: FoundRow, accountId: string): Found {
  const { store, key, value } = row;
  const { effect } = eraseFrom(row, accountId, erasedId('look'));
  return { store, key, effect, mentions: mentionsOf(value, accountId) };
}
