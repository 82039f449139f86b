import type { LocalDate } from '../calendar';
import type { ConfiguredRegister } from './configure';
import { reviewDate } from './review';
import type { StoredRecord } from './stored';

/** A register in numbers. */
export interface RegisterFigures {
  readonly total: number;
  /** Not in a final state. */
  readonly open: number;
  readonly byState: Readonly<Record<string, number>>;
  /** Open records by the label of their band. */
  readonly byBand: Readonly<Record<string, number>>;
  /** Open records that nobody has rated. */
  readonly unrated: number;
  /** The scores of open records together; `null` in a register without scores. */
  readonly exposure: number | null;
  /** Open records whose review date is over. */
  readonly overdueReviews: number;
}

export const isOpen = ({ lifecycle }: ConfiguredRegister, state: string): boolean =>
  lifecycle[state]?.final !== true;

/** @param today the date in the project's zone */
export function figuresOf(
  register: ConfiguredRegister,
  records: readonly StoredRecord[],
  { today, zone }: { readonly today: LocalDate; readonly zone: string },
): RegisterFigures {
  const open = records.filter(({ state }) => isOpen(register, state));
  const isLate = (record: StoredRecord): boolean => (reviewDate(register, record, zone) ?? today) < today;
  const exposure = open.reduce((sum, { score }) => sum + (score ?? 0), 0);
  return {
    total: records.length,
    open: open.length,
    byState: countBy(records.map(({ state }) => state)),
    byBand: countBy(open.flatMap(({ band }) => band ?? [])),
    unrated: register.score ? open.filter(({ score }) => score === null).length : 0,
    // Sums of decimal scores are freed of binary dust: 0.1 + 0.2 is 0.3.
    exposure: register.score ? Number(exposure.toFixed(6)) : null,
    overdueReviews: open.filter(isLate).length,
  };
}

function countBy(labels: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries(counts);
}
