import { portfolio as contract } from '../../contract';
import { readPortfolio } from '../../usecases/reports/portfolio';
import { defineAnswer } from '../resolver';

export const portfolio = [
  defineAnswer(contract.read, ({ projects, reports, holidays, user, clock }) =>
    readPortfolio({ projects, reports, holidays, visible: user.projects }, clock.now()),
  ),
];
