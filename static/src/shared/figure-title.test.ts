import '../../../test/support/words';
import { figureTitles } from '../../../src/domain/status';
import { figureTitle } from './figure-title';

it.each([
  ['week', '2012-W29'],
  ['fortnight', '2012-W29-30'],
  ['month', '2012-07'],
] as const)('calls every figure of a %s as the page does', (length, label) => {
  const titles = figureTitles(label);

  expect(titles.map(([name]) => figureTitle(name, length))).toEqual(titles.map(([, title]) => title));
});
