import type { Page } from 'playwright-core';
import { registers } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { appInUse, file, list, record, register } from '../support/screen-answers';
import { ok } from '../support/screens';
import { PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
type Overrides = Parameters<typeof list>[0];

/** The project page with a register of this content, its table drawn. */
async function openRegister(over: Overrides = {}, more: { colorMode?: 'light' | 'dark' } = {}) {
  const app = appInUse()
    .on(registers.list, () => ok(list(over)))
    .on(registers.read, ({ issueId }) => {
      const opened = over.records?.find((one) => one.issueKey === issueId);
      return ok(file(record(1, { ...opened })));
    });
  const screen = await open('project-page', PROJECT, app, more);
  await table(screen.page).waitFor();
  return screen;
}

const table = (page: Page) => page.getByRole('grid', { name: 'Risks' });
const map = (page: Page) => page.getByRole('grid', { name: /^Heat map/ });
/** Keys of the issues in the lines that are drawn, top down. */
const keys = (page: Page) =>
  table(page)
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .map((row) => ({ row, index: Number(row.getAttribute('aria-rowindex')) }))
        .sort((one, other) => one.index - other.index)
        .flatMap(({ row }) => row.querySelector('a')?.textContent ?? []),
    );
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'risks' });

const focusedText = (page: Page) => page.evaluate('document.activeElement?.textContent');

/** Scrolls the table to a part of its height, and says of ten places in view whether a line is drawn there. */
const scrollTo = (part: number) => `(async () => {
  const grid = document.querySelector('[role=grid][aria-label=Risks]');
  grid.scrollIntoView();
  grid.scrollTop = ${part} * (grid.scrollHeight - grid.clientHeight);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { top, left, height } = grid.getBoundingClientRect();
  return Array.from({ length: 10 }, (_, index) =>
    document.elementFromPoint(left + 30, top + (height * (index + 0.5)) / 10)?.closest('[role=row]') !== null);
})()`;

/** A register as long as they come, with something of everything in it. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [probability, severity] = [1 + (index % 5), 1 + (Math.floor(index / 5) % 5)];
    const score = probability * severity;
    return record(1_000 + index, {
      id: `R-${index + 1}`,
      summary: `Risk number ${index + 1}`,
      state: register.states[index % 4]?.value ?? '',
      score,
      band: register.bands.find(({ from }) => score >= from)?.label ?? null,
      movement: { direction: index % 3 === 0 ? 'up' : 'same', scoreBefore: 1 },
      values: { probability, severity, owner: `u-${1 + (index % 3)}`, reviewDate: '2012-07-20' },
    });
  });

describe('the table of a register', () => {
  it('begins with the open records, the highest score first, and is sorted by any column', async () => {
    const { page } = await openRegister();
    expect(await keys(page)).toEqual(['PRJ-8', 'PRJ-7', 'PRJ-12']);
    await page.getByLabel('Open only').uncheck();
    expect(await keys(page)).toEqual(['PRJ-8', 'PRJ-7', 'PRJ-9', 'PRJ-12']);
    await page.getByRole('columnheader', { name: 'State' }).getByRole('button').click();
    expect(await keys(page)).toEqual(['PRJ-12', 'PRJ-7', 'PRJ-8', 'PRJ-9']);
    expect(await page.getByRole('columnheader', { name: 'State' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await page.getByRole('columnheader', { name: 'State' }).getByRole('button').click();
    expect(await keys(page)).toEqual(['PRJ-9', 'PRJ-8', 'PRJ-7', 'PRJ-12']);
  });

  it('is searched by words, filtered by values and dates, and says what is set', async () => {
    const { page } = await openRegister({ records: many(60) });
    await page.getByRole('searchbox', { name: 'Search in this register' }).fill('R-1 RISK');
    await status(page).getByText('11 of 60 risks').waitFor();
    await page.getByRole('button', { name: 'Owner' }).first().click();
    await page.getByRole('checkbox', { name: 'Person Two' }).check();
    await status(page).getByText('3 of 60 risks').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focusedText(page)).toBe('Owner ▾');

    await page.getByRole('button', { name: 'Remove the filter Owner: Person Two' }).click();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.locator('summary', { hasText: 'Next review' }).click();
    await page.getByRole('group', { name: 'Next review' }).getByLabel('From').fill('2012-07-21');
    await page.getByRole('heading', { name: 'Nothing fits these filters' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await status(page).getByText('60 of 60 risks').waitFor();
  });

  it('is grouped by what records share, with counts, and a group folds', async () => {
    const { page } = await openRegister({ records: many(12) });
    await page.getByLabel('Group by').selectOption({ label: 'State' });
    const heads = table(page).getByRole('button', { expanded: true });
    expect(await heads.allTextContents()).toEqual([
      '▾ Identified 3',
      '▾ Assessed 3',
      '▾ Responding 3',
      '▾ Occurred 3',
    ]);
    await heads.first().click();
    expect(await table(page).getByRole('button', { expanded: false }).textContent()).toBe('▸ Identified 3');
    expect(await table(page).getAttribute('aria-rowcount')).toBe('14');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('shows the columns that somebody chose, also the next time', async () => {
    const { page } = await openRegister();
    const heads = () => page.getByRole('columnheader').allInnerTexts();
    const before = await heads();
    await page.getByRole('button', { name: 'Columns' }).click();
    expect(await page.getByRole('checkbox', { name: 'Summary' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'Owner' }).uncheck();
    await page.getByRole('checkbox', { name: 'Contract' }).check();
    const chosen = [...before.filter((label) => label !== 'Owner'), 'Contract'];
    expect(await heads()).toEqual(chosen);
    await page.reload();
    await table(page).waitFor();
    expect(await heads()).toEqual(chosen);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('button', { name: 'Back to the standard columns' }).click();
    expect(await heads()).toEqual(before);
  });

  it('is one stop in the tab order, walked by the arrow keys, and opened with Enter', async () => {
    const { page } = await openRegister({ records: many(500) });
    const focused = async () => [
      await page.evaluate("document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex')"),
      await focusedText(page),
    ];
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toEqual(['1', 'Issue']);
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused()).toEqual(['2', 'Risk number 25']);
    await page.keyboard.press('Control+End');
    expect((await focused())[0]).toBe('501');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const [, summary] = await focused();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: String(summary) }).waitFor();
    expect(await focusedText(page)).toBe(summary);
    await page.getByRole('button', { name: 'Back to risks' }).click();
    expect((await focused())[1]).toBe(summary);
  });

  it('draws the lines in view and no more, wherever it is scrolled to', async () => {
    const { page } = await openRegister({ records: many(5_000) });
    expect(await table(page).getAttribute('aria-rowcount')).toBe('5001');
    for (const part of [0, 0.37, 1, 0.5]) {
      expect(await page.evaluate(scrollTo(part))).toEqual(Array.from({ length: 10 }, () => true));
      expect(await table(page).getByRole('row').count()).toBeLessThan(80);
    }
  });

  it('says that everything is closed where it is', async () => {
    const app = appInUse().on(registers.list, () => ok(list({ records: [record(9, { state: 'closed' })] })));
    const { page } = await open('project-page', PROJECT, app);
    await page.getByRole('heading', { name: 'No open risks' }).waitFor();
    await page.getByLabel('Open only').uncheck();
    expect(await keys(page)).toEqual(['PRJ-9']);
  });

  it.each(['light', 'dark'] as const)(
    'has no serious accessibility fault in the %s theme',
    async (colorMode) => {
      const { page, complaints } = await openRegister({ records: many(60) }, { colorMode });
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

describe('the registers of a project', () => {
  it('are counted side by side, and one of them is open', async () => {
    const { page } = await openRegister();
    const picker = page.getByRole('navigation', { name: 'Registers' });
    expect(await picker.getByRole('link').allTextContents()).toEqual([
      'Risks 3 open of 4',
      'Changes 0 open of 0',
      'Decisions 1 open of 1',
    ]);
    const app = appInUse().on(registers.list, ({ kind }) =>
      ok(kind === 'risk' ? list() : list({ register: { ...register, title: 'Changes' }, records: [] })),
    );
    const other = await open('project-page', PROJECT, app);
    await other.page.getByRole('link', { name: /^Changes/ }).click();
    await other.page.getByRole('heading', { name: 'Changes', exact: true }).waitFor();
    expect(await other.page.locator('[aria-current=true]').allTextContents()).toEqual([
      'Changes 0 open of 0',
    ]);
    expect(await seriousFaults(other.page)).toEqual([]);
  });

  it('are shown slice by slice, the first one at once, and can be stopped and read on', async () => {
    const all = many(30);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const app = appInUse().on(registers.list, async ({ cursor, named }) => {
      if (cursor === undefined) return ok(list({ records: all.slice(0, 10), next: 'on' }));
      expect(named).toEqual(['u-1', 'u-2', 'u-3']);
      await held;
      const [records, next] = cursor === 'on' ? [all.slice(9, 20), 'more'] : [all.slice(20), null];
      return ok(list({ records, unreadable: [], names: {}, next }));
    });
    const { page } = await open('project-page', PROJECT, app);
    await status(page).getByText('10 of 10 risks').waitFor();
    await page.getByRole('progressbar', { name: 'Reading the register' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop: Reading the register' }).click();
    release();
    await status(page).getByText('20 of 20 risks').waitFor();
    await page.getByText('Not all of the register is read').waitFor();
    await page.getByRole('button', { name: 'Read on' }).click();
    await status(page).getByText('30 of 30 risks').waitFor();
    expect(await page.getByText('Not all of the register is read').count()).toBe(0);
  });
});

describe('the heat map', () => {
  it('counts the open records of each field, says how they moved, and shows them in the table', async () => {
    const { page } = await openRegister({ records: many(100) });
    const field = page.getByRole('button', {
      name: 'Probability 4 High, Impact 5 Severe: 4 risks. Score 20, High. 1 moved up.',
    });
    await field.click();
    await status(page).getByText('4 of 100 risks').waitFor();
    expect(await field.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Remove the filter Inherent: 4 High, 5 Severe' }).waitFor();
    await field.click();
    await status(page).getByText('100 of 100 risks').waitFor();
  });

  it('has the size of the project, is walked by the arrow keys, and follows the filters', async () => {
    const seven = Array.from({ length: 7 }, (_, index) => `Level ${index + 1}`);
    const { page } = await openRegister({
      register: {
        ...register,
        ratings: [
          { key: 'inherent', label: 'Inherent', probability: 'probability', impact: ['severity'] },
          { key: 'residual', label: 'Residual', probability: 'residualProbability', impact: ['severity'] },
        ],
        scales: { probability: seven, impact: seven },
        cells: seven.map((_, row) => seven.map((_, column) => (row + 1) * (column + 1))),
      },
      records: [record(1), record(2, { state: 'closed' })],
    });
    expect(await map(page).getByRole('button').count()).toBe(49);
    const named = (words: string) => map(page).getByRole('button', { name: words });
    expect(await named('Probability 3 Level 3, Impact 4 Level 4: 1 risk.').count()).toBe(1);
    await page.getByLabel('Open only').uncheck();
    await named('Probability 3 Level 3, Impact 4 Level 4: 2 risks.').waitFor();

    await page.getByRole('button', { name: 'Residual' }).click();
    await named('Probability 2 Level 2, Impact 4 Level 4: 2 risks.').waitFor();
    await page.keyboard.press('Tab');
    for (const key of ['End', 'ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
    expect(await focusedText(page)).toMatch(/^Probability 6 Level 6, Impact 6 Level 6: 0 risks/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('stands under figures that show what they count', async () => {
    const { page } = await openRegister({ records: many(100) });
    await page.getByRole('button', { name: /Show above appetite/ }).click();
    const shown = Number((await status(page).innerText()).split(' ')[0]);
    expect(await page.getByRole('button', { name: `${shown}. Show above appetite` }).count()).toBe(1);
    expect(shown).toBeGreaterThan(0);
  });
});
