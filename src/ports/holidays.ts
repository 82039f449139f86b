import type { LocalDate } from '../domain/calendar';

/** Public holidays by country. Not customer data: an implementation may remember them between invocations. */
export interface Holidays {
  /** Whether `code` (`DE`, `DE-BY`, `DE-BY-A`) names a country, with the region that it has. */
  isKnown(code: string): Promise<boolean>;
  /** The whole days off of one year, as the calendar there writes them; none where the code is unknown. */
  of(code: string, year: number): Promise<readonly LocalDate[]>;
}
