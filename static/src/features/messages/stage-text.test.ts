import '../../../../test/support/words';
import { stageText } from './stage-text';

it.each([
  ['upcoming(3)', '3 working days ahead'],
  ['upcoming(1)', '1 working day ahead'],
  ['due-today', 'Due today'],
  ['overdue(1)', '1 working day late'],
  ['overdue(15)', '15 working days late'],
  ['escalated(2)', 'Escalation, level 2'],
  ['asked(2026-11-20)', 'Asked for by hand'],
  ['something-new', 'something-new'],
])('writes %s as "%s"', (stage, words) => {
  expect(stageText(stage)).toBe(words);
});
