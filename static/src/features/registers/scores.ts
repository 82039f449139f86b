import type { RecordView, RegisterView } from '../../api/contract';
import { bandOf } from './columns';

export type Rating = RegisterView['ratings'][number];

/** What a rating comes to, by the project's own rule. */
export interface Rated {
  readonly score: number;
  readonly band: RegisterView['bands'][number] | null;
  readonly isAboveAppetite: boolean;
  /** Days between reviews in this band; `null`: none are asked for. */
  readonly reviewEvery: number | null;
}

/**
 * The score of a rating as the values stand, typed or kept; `null` while one of its scales is empty. Of several impacts
 * the highest counts, as the app counts it.
 */
export function rated(
  register: Pick<RegisterView, 'cells' | 'bands' | 'appetite' | 'cadence'>,
  rating: Pick<Rating, 'probability' | 'impact'>,
  values: Readonly<Record<string, unknown>>,
): Rated | null {
  const step = (key: string): number => Number(values[key] ?? 0);
  const impact = Math.max(...rating.impact.map(step));
  const score = register.cells[step(rating.probability) - 1]?.[impact - 1];
  if (score === undefined) return null;
  const band = bandOf(register, score);
  return {
    score,
    band,
    isAboveAppetite: register.appetite !== null && score > register.appetite,
    reviewEvery: band === null ? null : (register.cadence[band.label] ?? null),
  };
}

const STORED = { inherent: 'score', residual: 'residualScore', target: 'targetScore' } as const;

/** The score that the record carries for a rating. */
export const scoreOf = (record: RecordView, key: Rating['key']): number | null => record[STORED[key]];
