import type { PlanFacts } from './money';
import type { Figures, FigureName, RecordLine, TopRisk } from './snapshot';
import type { Band } from './tolerances';

/** An issue in one of the page's lists. */
export interface Item {
  readonly key: string;
  readonly summary: string;
  readonly dueDate: string | null;
  /** Account id and display name; null where nobody is assigned. */
  readonly owner: { readonly id: string; readonly name: string } | null;
}

/** A list that may be cut: `total` says how many there are. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** A count with the query that proves it. */
export interface Counted {
  readonly value: number;
  readonly jql: string;
}

/** How one person stands with what they owe. */
export interface OwnerFacts {
  /** Null for what nobody is assigned to. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly overdue: Counted;
  /** Due in the period and done in time, or too late; null for nobody, who promised nothing. */
  readonly kept: Counted | null;
  readonly late: Counted | null;
  /** What is overdue for longest, and for how many working days. */
  readonly oldest: Item;
  readonly oldestDays: number;
}

export interface Version {
  readonly id: string;
  readonly name: string;
  readonly releaseDate: string | null;
  readonly released: boolean;
  readonly archived: boolean;
}

/** Lines of records, and whether they are all there are. */
export interface RecordList {
  readonly items: readonly RecordLine[];
  readonly isWhole: boolean;
}

/** What the registers have to say. */
export interface RegisterFacts {
  /** Open records with the highest exposure of the risk register, in no order. */
  readonly risks: readonly TopRisk[];
  /** From which exposure on a risk is amber, and red. */
  readonly riskBand: Band;
  /** There may be more than these. */
  readonly moreRisks: boolean;
  /** What asks for something by a date that is over or near, soonest first. */
  readonly attention: RecordList;
  readonly attentionJql: string | null;
  /** What was decided in the period. */
  readonly decided: RecordList;
  readonly decidedJql: string | null;
  /** Records that could not be read. */
  readonly unreadable: number;
}

/** What was read for one report. */
export interface Facts {
  /** JQL that says which of the project's issues count; empty where all do. */
  readonly scope: string;
  readonly figures: Figures;
  readonly notComputable: Partial<Record<FigureName, string>>;
  /** Those who owe what is overdue for longest. */
  readonly owners: readonly OwnerFacts[];
  /** What other people owe that is overdue; null where the rows are everybody. */
  readonly otherOwners: Counted | null;
  /** Soonest first. */
  readonly dueNextWeek: Listed<Item>;
  readonly versions: readonly Version[];
  readonly registers: RegisterFacts;
  /** `null`: the project has no plan. */
  readonly plan: PlanFacts | null;
}
