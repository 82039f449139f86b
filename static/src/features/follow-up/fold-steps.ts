import type { StepView } from '../../api/contract';

/** The steps of a ladder as a narrow panel shows them: those around today, and the rest folded away. */
export interface FoldedSteps {
  readonly earlier: readonly StepView[];
  readonly shown: readonly StepView[];
  readonly later: readonly StepView[];
  /** The message that goes out next, if any does. */
  readonly next: StepView | null;
}

/** So many steps need no folding, and so many of the past stay in sight. */
const FEW = 5;
const PAST = 2;

const isAhead = ({ state }: StepView): boolean => state === 'coming' || state === 'snoozed';
const isEscalation = ({ stage }: StepView): boolean => stage.startsWith('escalated(');

/** Keeps in sight what was last, what is next, and who is told next of the chain. */
export function foldSteps(steps: readonly StepView[]): FoldedSteps {
  const past = steps.filter((step) => !isAhead(step));
  const ahead = steps.filter(isAhead);
  const coming = ahead.filter(({ state }) => state === 'coming');
  const next = coming[0] ?? null;
  if (steps.length <= FEW) return { earlier: [], shown: steps, later: [], next };
  const chain = coming.find(isEscalation);
  const kept = new Set([next, chain]);
  return {
    earlier: past.slice(0, -PAST),
    shown: [...past.slice(-PAST), ...ahead.filter((step) => kept.has(step))],
    later: ahead.filter((step) => !kept.has(step)),
    next,
  };
}
