import { DEFAULT_LADDER } from '../commitments';
import type { Band } from './score';
import type { ApprovalSettings, RegisterSettings, ScoreRule } from './settings';

export const PROBABILITY = ['Very low', 'Low', 'Medium', 'High', 'Very high'] as const;
export const IMPACT = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'] as const;

/** Published bands disagree on where red begins (15, 16 and 20 are all in use): a project may say. */
export const FIVE_BY_FIVE_BANDS: readonly Band[] = [
  { from: 15, label: 'High', tone: 'danger' },
  { from: 8, label: 'Medium', tone: 'warning' },
  { from: 1, label: 'Low', tone: 'success' },
];

/** Numeric scales of the PMBOK Guide for 5 by 5 (4th edition, 11.3.2.2), where the steps of impact double. */
export const PMBOK_NUMERIC = {
  method: 'numeric',
  probability: [0.1, 0.3, 0.5, 0.7, 0.9],
  impact: [0.05, 0.1, 0.2, 0.4, 0.8],
} as const satisfies ScoreRule;

/** The zones of the same book's matrix. */
export const PMBOK_BANDS: readonly Band[] = [
  { from: 0.18, label: 'High', tone: 'danger' },
  { from: 0.06, label: 'Medium', tone: 'warning' },
  { from: 0.005, label: 'Low', tone: 'success' },
];

const DEFAULT_APPROVAL: ApprovalSettings = {
  rule: 'all',
  selfApproval: false,
  authorities: [{ name: 'Project lead', upToDays: null, upToMoney: null, people: [], role: 'manager' }],
  graceDays: 3,
};

/** What every register begins with where its definition says nothing else: ratings on 5 by 5. */
export const RATED: Omit<RegisterSettings, 'prefix'> = {
  scales: { probability: PROBABILITY, impact: IMPACT },
  rule: { method: 'product' },
  bands: FIVE_BY_FIVE_BANDS,
  appetite: null,
  cadence: { High: 7, Medium: 14, Low: 30 },
  required: [],
  issueType: null,
  labels: [],
  ladder: DEFAULT_LADDER,
  approval: DEFAULT_APPROVAL,
};

/** The same without ratings. */
export const UNRATED: Omit<RegisterSettings, 'prefix'> = {
  ...RATED,
  scales: { probability: [], impact: [] },
  bands: [],
  cadence: {},
};
