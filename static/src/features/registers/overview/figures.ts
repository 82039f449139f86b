import type { RecordView, RegisterView } from '../../../api/contract';

/** What a register comes to today; closed records count in the total only. */
export interface Figures {
  readonly total: number;
  readonly open: number;
  /** Open records by band, highest band first, bands without any included. */
  readonly byBand: readonly {
    readonly label: string;
    readonly tone: RegisterView['bands'][number]['tone'];
    readonly count: number;
  }[];
  /** Sum of the open records' scores; `null` where the register has no score. */
  readonly exposure: number | null;
  /** Open records above the project's appetite; `null` where it has none. */
  readonly aboveAppetite: number | null;
  /** Open records whose next review was due before today; `null` where nothing is reviewed. */
  readonly reviewsOverdue: number | null;
}

/** @param today `YYYY-MM-DD`, where the project is. */
export function figuresOf(register: RegisterView, records: readonly RecordView[], today: string): Figures {
  const open = records.filter(isOpenIn(register));
  const scored = register.ratings.length > 0;
  const { appetite, reviewField } = register;
  return {
    total: records.length,
    open: open.length,
    byBand: scored
      ? [...register.bands]
          .sort((one, other) => other.from - one.from)
          .map(({ label, tone }) => ({
            label,
            tone,
            count: open.filter(({ band }) => band === label).length,
          }))
      : [],
    exposure: scored ? open.reduce((sum, { score }) => sum + (score ?? 0), 0) : null,
    aboveAppetite:
      scored && appetite !== null
        ? open.filter(({ score }) => score !== null && score > appetite).length
        : null,
    reviewsOverdue: reviewField === null ? null : open.filter(isReviewOverdue(reviewField, today)).length,
  };
}

/** A state that the register does not know is no reason to hide a record: it counts as open. */
export function isOpenIn(register: RegisterView): (record: RecordView) => boolean {
  const closed = new Set(register.states.filter(({ final }) => final).map(({ value }) => value));
  return ({ state }) => !closed.has(state);
}

const isReviewOverdue =
  (field: string, today: string) =>
  ({ values }: RecordView): boolean => {
    const due = values[field];
    return typeof due === 'string' && due < today;
  };
