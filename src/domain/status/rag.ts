import { keptOf } from '../../words';
import { MEASURES, type Measured } from './measures';
import type { Rag, Reason } from './snapshot';

export interface Rating {
  readonly rag: Rag;
  /** Every measure, worst first; those that could not be computed before the green ones. */
  readonly reasons: readonly Reason[];
}

/** The colour by rule: the worst of all measures, each with the figures that fired. */
export function rate(measured: Measured): Rating {
  const reasons = MEASURES.map((measure): Reason => {
    const { text, ...found } = measure(measured);
    return { figures: [], ...found, text: String(text), said: keptOf(text) };
  });
  return { rag: worst(reasons), reasons: reasons.toSorted((a, b) => rank(b.rag) - rank(a.rag)) };
}

const RANK: Record<Rag, number> = { green: 0, amber: 2, red: 3 };
const rank = (rag: Rag | null) => (rag === null ? 1 : RANK[rag]);

/** A project of which nothing can be computed is not green: somebody has to look. */
function worst(reasons: readonly Reason[]): Rag {
  const known = reasons.flatMap(({ rag }) => (rag === null ? [] : [rag]));
  return known.toSorted((a, b) => RANK[b] - RANK[a])[0] ?? 'amber';
}
