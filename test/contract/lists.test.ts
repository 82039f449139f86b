import { EARNED as EARNED_ON_SCREEN, IMPORT_COLUMNS_SHAPE } from '../../src/contract/plan';
import { reports } from '../../src/contract';
import { IMPORT_COLUMNS } from '../../src/domain/plan';
import { QUESTIONS } from '../../src/domain/reports';
import { Dimension, EARNED } from '../../src/domain/status';

/** Screens import the contract alone: what it lists again of the domain has to be the same list. */
describe('the contract names', () => {
  it('the measures of earned value', () => {
    // The days late stand apart on the screen.
    expect([...EARNED_ON_SCREEN, 'daysLate']).toEqual(EARNED);
  });

  it('the columns of a plan from a file', () => {
    expect(IMPORT_COLUMNS_SHAPE).toEqual(IMPORT_COLUMNS);
  });

  it('the dimensions of a report, and what its leads are asked', () => {
    expect(reports.override.request.shape.dimension.options).toEqual(Dimension.options);
    expect(Object.keys(reports.answer.request.shape.update.shape).sort()).toEqual(
      QUESTIONS.map(({ key }) => key).sort(),
    );
  });
});
