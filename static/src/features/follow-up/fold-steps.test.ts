import type { StepView } from '../../api/contract';
import { foldSteps } from './fold-steps';

const step = (text: string): StepView => {
  const [stage = '', state = 'coming'] = text.split(' ');
  return {
    key: text,
    stage,
    state: state as StepView['state'],
    day: '2026-07-20',
    recipient: null,
    local: null,
    why: '',
  };
};
const folded = (...texts: string[]) => {
  const { earlier, shown, later, next } = foldSteps(texts.map(step));
  const names = (steps: readonly StepView[]) => steps.map(({ stage }) => stage).join(' ');
  return [names(earlier), names(shown), names(later), next?.stage];
};

it('keeps the last two, the next, and the next of the chain in sight', () => {
  expect(
    folded(
      ...['upcoming(3) passed', 'upcoming(1) sent', 'due-today sent', 'overdue(1) withheld'],
      ...['overdue(3)', 'escalated(1)', 'overdue(5)', 'overdue(7)', 'escalated(2)', 'overdue(9)'],
    ),
  ).toEqual([
    'upcoming(3) upcoming(1)',
    'due-today overdue(1) overdue(3) escalated(1)',
    'overdue(5) overdue(7) escalated(2) overdue(9)',
    'overdue(3)',
  ]);
});

it('passes over what is snoozed to what comes next', () => {
  expect(
    folded(
      ...['due-today sent', 'overdue(1) snoozed', 'overdue(3) snoozed'],
      ...['escalated(1)', 'overdue(5)', 'escalated(2)'],
    ),
  ).toEqual(['', 'due-today escalated(1)', 'overdue(1) overdue(3) overdue(5) escalated(2)', 'escalated(1)']);
});

it('folds nothing of a short ladder', () => {
  expect(folded('due-today sent', 'overdue(1)')).toEqual(['', 'due-today overdue(1)', '', 'overdue(1)']);
});

it('has no next step at the end of a ladder', () => {
  expect(folded('due-today sent')).toEqual(['', 'due-today', '', undefined]);
});
