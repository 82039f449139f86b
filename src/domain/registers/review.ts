import { addDays, type LocalDate, localDate } from '../calendar';
import type { ConfiguredRegister } from './configure';
import type { StoredRecord } from './stored';

/** When a record is to be looked at next: the date that it names, else as often after its last change as its band asks. */
export function reviewDate(
  { review, settings }: ConfiguredRegister,
  { values, band, updatedAt }: StoredRecord,
  zone: string,
): LocalDate | null {
  if (!review) return null;
  const given = values[review.field];
  if (typeof given === 'string') return given;
  const every = band === null ? null : settings.cadence[band];
  return typeof every === 'number' ? addDays(localDate(new Date(updatedAt), zone), every) : null;
}
