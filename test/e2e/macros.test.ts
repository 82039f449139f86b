import { macros } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { macrosInUse, mapExcerpt } from '../support/macro-answers';
import { ok } from '../support/screens';
import { problem, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
const place = (config: object = {}) => ({
  type: 'macro',
  config: { projectKey: 'PRJ', kind: 'risk', ...config },
});

describe('the macros and their settings', () => {
  it.each(
    [
      ['status-macro', 'Risks by probability and impact'],
      ['register-macro', 'The first 4 of about 43.'],
      ['commitments-macro', 'Order the servers'],
      ['status-macro-config', 'Project is there, and you may see it.'],
      ['register-macro-config', 'Rows at most'],
      ['commitments-macro-config', 'Rows of each kind at most'],
    ].flatMap((one) => (['light', 'dark'] as const).map((mode) => [...one, mode] as const)),
  )('%s', async (screen = '', words = '', colorMode = 'light') => {
    const { page, complaints } = await open(screen, place(), macrosInUse(), {
      colorMode: colorMode === 'dark' ? 'dark' : 'light',
    });
    await page.getByText(words).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('draw a heat map with its numbers as a table', async () => {
    const app = macrosInUse().on(macros.register, () => ok(mapExcerpt));
    const { page } = await open('register-macro', place({ view: 'heat-map' }), app);
    const figure = page.getByRole('figure', { name: 'Risks by probability and impact' });
    await figure.getByText('Risks by probability and impact as a table').click();
    await figure
      .getByRole('row', { name: /^4 High/ })
      .getByText('2 (High 20)')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('say politely that a project cannot be seen, and nothing of it', async () => {
    const app = macrosInUse().on(macros.commitments, () => problem('FORBIDDEN', 'No.'));
    const { page } = await open('commitments-macro', place(), app);
    await page.getByText('You cannot see this project').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('say what to do first where nobody has chosen a project', async () => {
    const { page } = await open('register-macro', { type: 'macro' }, macrosInUse());
    await page.getByText('Choose a project').first().waitFor();
  });

  it('say in the settings what is wrong with them, and that a project is gone', async () => {
    const { page } = await open('register-macro-config', place(), macrosInUse());
    await page.getByLabel('Rows at most').fill('500');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a whole number from 1 to 50.').waitFor();
    const gone = macrosInUse().on(macros.choices, () => problem('FORBIDDEN', 'There is none.'));
    const other = await open('status-macro-config', place(), gone);
    await other.page
      .getByText('There is no project PRJ, or you may not see it. Choose another one.')
      .waitFor();
  });
});
