import type { Page } from 'playwright-core';
import { registerSettings } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { appInUse, registerConfiguration } from '../support/screen-answers';
import { lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();

async function openSettings(app = appInUse(), more: { colorMode?: 'light' | 'dark' } = {}) {
  const screen = await open('project-settings', PROJECT, app, more);
  await screen.page.getByRole('tab', { name: 'Registers' }).click();
  await screen.page.getByRole('form', { name: 'Risks' }).waitFor();
  return screen;
}
const save = (page: Page) => page.getByRole('button', { name: 'Save this register' }).click();

describe('the settings of a register', () => {
  it.each(['light', 'dark'] as const)(
    'have no serious accessibility fault in the %s theme',
    async (colorMode) => {
      const { page, complaints } = await openSettings(appInUse(), { colorMode });
      await page.getByRole('radio', { name: 'A score for each cell' }).check();
      await page.getByText('Reminders about records').click();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('show the map as it will look, and save scales, scores, bands and reviews', async () => {
    const app = appInUse();
    const { page, flags } = await openSettings(app);
    await page.getByRole('button', { name: 'Add a step to probability' }).click();
    await page.getByLabel('Probability, step 6').fill('Certain');
    await page.getByLabel('Lowest score of band 1').fill('20');
    await page.getByLabel('Days between reviews in band 2').fill('14');
    await page.getByLabel('Appetite').fill('');
    const row = page.getByRole('row', { name: '6 Certain' });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'Low 6',
      'Medium 12',
      'Medium 18',
      'High 24',
      'High 30',
    ]);
    await page.getByRole('checkbox', { name: 'Response' }).check();
    await save(page);
    await flags.saying('The settings of risks are saved');
    const { bands, scales, cadence } = registerConfiguration;
    expect(lastAsked(app, 'registerSettings.save')).toEqual({
      kind: 'risk',
      settings: {
        ...registerConfiguration,
        scales: { ...scales, probability: [...scales.probability, 'Certain'] },
        bands: bands.map((band, at) => (at === 0 ? { ...band, from: 20 } : band)),
        cadence: { ...cadence, Medium: 14 },
        appetite: null,
        required: ['owner', 'response'],
      },
      seen: registerConfiguration,
    });
  });

  it('say what the form would do to the records, when somebody asks', async () => {
    const app = appInUse();
    const { page } = await openSettings(app);
    expect(lastAsked(app, 'registers.list')).toBeUndefined();
    await page.getByRole('button', { name: 'Show what this does to the risks' }).click();
    await page.getByText('All 2 open risks that are rated stay where they are.').waitFor();
    await page.getByLabel('Lowest score of band 1').fill('12');
    await page.getByText('2 from Medium to High: R-7, R-8').waitFor();
    await page.getByLabel('Appetite').fill('10');
    await page.getByText('2 instead of 0 above the appetite').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Lowest score of band 1').fill('twelve');
    await page.getByText('Shown again once every field of the form is right.').waitFor();
  });

  it('take a score for each cell, beginning with what the steps give', async () => {
    const app = appInUse();
    const { page } = await openSettings(app);
    await page.getByRole('radio', { name: 'A score for each cell' }).check();
    const cell = page.getByLabel('Score of 1 Very low, 5 Severe');
    expect(await cell.inputValue()).toBe('5');
    await cell.fill('16');
    await page.getByRole('row', { name: '1 Very low' }).getByText('High 16').waitFor();
    await save(page);
    await page.getByRole('button', { name: 'Save this register' }).waitFor();
    expect(lastAsked(app, 'registerSettings.save')).toMatchObject({
      settings: { rule: { method: 'matrix', cells: [[1, 2, 3, 4, 16], [2, 4, 6, 8, 10], {}, {}, {}] } },
    });
  });

  it('say at the field what the form and the app refuse', async () => {
    const app = appInUse().on(registerSettings.save, () =>
      problem('BAD_INPUT', 'The settings were not saved.', {
        prefix: 'Decisions already use the prefix D. Choose another.',
        'approval.rule': 'A quorum of 5 cannot be reached.',
      }),
    );
    const { page } = await openSettings(app);
    await page.getByLabel('Lowest score of band 1').fill('many');
    await save(page);
    await page.getByText('Write a number.').waitFor();
    expect(await page.getByLabel('Lowest score of band 1').getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(app, 'registerSettings.save')).toBeUndefined();

    await page.getByLabel('Lowest score of band 1').fill('15');
    await page.getByLabel('Prefix of their numbers').fill('d');
    await page.getByRole('radio', { name: 'A number of them' }).check();
    await page.getByLabel('How many').fill('5');
    await save(page);
    await page.getByText('Decisions already use the prefix D. Choose another.').waitFor();
    await page.getByText('A quorum of 5 cannot be reached.').waitFor();
    expect(lastAsked(app, 'registerSettings.save')).toMatchObject({
      settings: { prefix: 'D', approval: { rule: { quorum: 5 } } },
    });
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('keep what was typed until it is saved or discarded', async () => {
    const { page } = await openSettings();
    await page.getByLabel('Name', { exact: true }).first().fill('Delivery lead');
    await page.getByRole('button', { name: 'Decisions' }).click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Name', { exact: true }).first().inputValue()).toBe('Delivery lead');
    await page.getByRole('button', { name: 'Discard them' }).click();
    await page.getByRole('button', { name: 'Decisions' }).click();
    await page.getByRole('form', { name: 'Decisions' }).waitFor();
    expect(await page.getByText('How the score is found').count()).toBe(0);
    expect(await page.getByText('Authorities').count()).toBe(0);
  });
});
