import { utcDate } from './seed';
import { ArchiveError, type Archive } from './types';

const DAY = 86_400_000;

/** Days after the last event during which there is still something to follow up. */
const AFTERMATH_DAYS = 31;

/** @throws ArchiveError where `now` (epoch milliseconds) lies before the first day of the data or long after the last. */
export function refuseOutside(archive: Archive, now: number): void {
  const first = utcDate(archive.first);
  const last = utcDate(archive.last + AFTERMATH_DAYS * DAY);
  const day = utcDate(now);
  if (day >= first && day <= last) return;
  throw new ArchiveError(
    `--now ${new Date(now).toISOString()} is outside the data: the archive can be replayed from ${first} to ${last}` +
      ` (its events are from ${first} to ${utcDate(archive.last)}).`,
  );
}
