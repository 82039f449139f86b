import { sameJson } from '../json';
import type { Tone } from './define';
import type { RegisterSettings, ScoreRule } from './settings';

export interface Band {
  /** Lowest score in the band. */
  readonly from: number;
  readonly label: string;
  readonly tone: Exclude<Tone, 'progress'>;
}

/** Products of decimal figures, freed of binary dust: 0.9 x 0.8 is 0.72. */
const exact = (score: number): number => Number(score.toFixed(6));

/** The score of a cell by its two steps, from 1; `null` where the rule has no such cell. */
export function cellScore(rule: ScoreRule, probability: number, impact: number): number | null {
  switch (rule.method) {
    case 'product':
      return probability * impact;
    case 'numeric': {
      const [p, i] = [rule.probability[probability - 1], rule.impact[impact - 1]];
      return p === undefined || i === undefined ? null : exact(p * i);
    }
    case 'matrix':
      return rule.cells[probability - 1]?.[impact - 1] ?? null;
  }
}

/** Every cell of the project's grid, rows by probability, lowest first. Settings that were checked leave none out. */
export function grid({ scales, rule }: Pick<RegisterSettings, 'scales' | 'rule'>): number[][] {
  return scales.probability.map((_, p) => scales.impact.map((__, i) => cellScore(rule, p + 1, i + 1) ?? 0));
}

/** The band that a score falls in; `null` where none reaches so low. */
export const bandOf = (bands: readonly Band[], score: number): Band | null =>
  bands.find(({ from }) => score >= from) ?? null;

type Scoring = Pick<RegisterSettings, 'scales' | 'rule' | 'bands'>;

/** Whether the same values can have another score or band under other settings; words of the steps do not matter. */
export function scoresChange(before: Scoring, after: Scoring): boolean {
  const core = ({ scales, rule, bands }: Scoring) => ({
    steps: [scales.probability.length, scales.impact.length],
    rule,
    bands: bands.map(({ from, label }) => ({ from, label })),
  });
  return !sameJson(core(before), core(after));
}
