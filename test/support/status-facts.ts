import type { Facts, Figures, RegisterFacts, TopRisk } from '../../src/domain/status';

type Change = Partial<Omit<Facts, 'figures' | 'registers'>> & {
  readonly figures?: Partial<Figures>;
  readonly registers?: Partial<RegisterFacts>;
  /** Open risks that are read whole, so that they count themselves. */
  readonly risks?: readonly TopRisk[];
};

const exposed = (risks: readonly TopRisk[], from: number): number =>
  risks.filter(({ score, residual }) => (residual ?? score ?? 0) >= from).length;

/** What is read of a project in which nothing has gone wrong; a test states what it is about. */
export function factsOf(change: Change = {}): Facts {
  const { figures, registers, risks = [], ...others } = change;
  const counted: Figures = {
    open: 100,
    openDated: 40,
    unowned: 0,
    overdue: 0,
    overdueTo5: 0,
    overdueTo20: 0,
    overdueOver20: 0,
    opened: 5,
    resolved: 5,
    kept: 0,
    late: 0,
    stillDue: null,
    pushedOut: null,
    total: 100,
    createdSince: null,
    removed: null,
    dueNextWeek: 0,
    backlog: null,
    risksAmber: exposed(risks, 8),
    risksRed: exposed(risks, 15),
    ...figures,
  };
  return {
    scope: '',
    figures: counted,
    notComputable: {},
    owners: [],
    otherOwners: null,
    dueNextWeek: { items: [], total: counted.dueNextWeek },
    versions: [],
    plan: null,
    ...others,
    registers: {
      risks,
      riskBand: { amber: 8, red: 15 },
      moreRisks: false,
      attention: { items: [], isWhole: true },
      attentionJql: null,
      decided: { items: [], isWhole: true },
      decidedJql: null,
      unreadable: 0,
      ...registers,
    },
  };
}
