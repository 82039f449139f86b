import type { Page } from 'playwright-core';
import { INVOKE_RESPONSE_BYTES } from '../../sandbox/forge/limits';
import { commitments, registers, settings } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import { seriousFaults } from '../support/accessibility';
import { commitment, pageOf, SEVERAL } from '../support/commitment-answers';
import { appInUse, configuration, file, list, names, record } from '../support/screen-answers';
import { type Answering, type AppAnswers, ok } from '../support/screens';
import { goTo, ISSUE, lastAsked, PROJECT, screensInBrowser } from '../support/screens-in-browser';
import { misturned, withWorstNames } from '../support/worst-names';

jest.setTimeout(120_000);

const open = screensInBrowser();
const openAt = (path: string, answers: Answering, more = {}) =>
  open('project-page', PROJECT, answers, { path, ...more });
const overflow = (page: Page) => page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);

/** Goes to a part of the page, and waits until it has come. */
async function goAndLook(page: Page, part: string): Promise<void> {
  await goTo(page, part);
  const shown = page.locator('.dk-tab:not(.dk-away)');
  await page.locator('[aria-current=page]', { hasText: part }).first().waitFor();
  await shown.locator('h1').first().waitFor({ state: 'attached' });
  await shown.locator('.dk-skeleton').first().waitFor({ state: 'detached' });
}

const decided = { switchedOnAt: null, confluence: true };

/** As the platform between screen and app does: what is too long does not pass. */
const withLimit = (app: AppAnswers): Answering => ({
  invoke: async (name, request) => {
    const answer = await app.invoke(name, request);
    const bytes = Buffer.byteLength(JSON.stringify(answer));
    if (bytes > INVOKE_RESPONSE_BYTES)
      throw new Error(`The response has ${bytes} bytes, at most ${INVOKE_RESPONSE_BYTES} pass the bridge.`);
    return answer;
  },
});

describe('10,000 rows', () => {
  const PAGE = 5_000;

  it('of commitments, in answers near the limit, can be walked to the last and searched', async () => {
    const app = appInUse().on(commitments.list, ({ cursor }) => {
      const start = Number(cursor ?? 0);
      const rows = Array.from({ length: PAGE }, (_, n) => commitment(start + n + 1));
      return ok(pageOf(rows, { next: start === 0 ? String(PAGE) : null, total: 2 * PAGE }));
    });
    const { page, complaints } = await openAt('/commitments', withLimit(app));
    await page.getByText('10,000 commitments', { exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: 'Commitments' });
    await grid.getByRole('link').first().focus();
    await page.keyboard.press('Control+End');
    await grid.locator(`[aria-rowindex="${2 * PAGE + 1}"]`).waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(120);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('searchbox', { name: 'Search commitments' }).fill('interface 9999');
    await page.getByText('1 of 10,000 commitments').waitFor();
    expect(complaints).toEqual([]);
  });

  it('of a register can be walked to the last and searched', async () => {
    const app = appInUse().on(registers.list, ({ cursor }) => {
      const start = Number(cursor ?? 0);
      const records = Array.from({ length: PAGE }, (_, n) =>
        record(start + n + 1, { summary: `Risk number ${start + n + 1}` }),
      );
      return ok({ ...list({ records, unreadable: [] }), next: start === 0 ? String(PAGE) : null });
    });
    const { page, complaints } = await openAt('/registers', withLimit(app));
    await page.getByText('10,000 of 10,000 risks').waitFor();
    const grid = page.getByRole('grid', { name: 'Risks' });
    await grid.getByRole('link').first().focus();
    await page.keyboard.press('Control+End');
    await grid.locator(`[aria-rowindex="${2 * PAGE + 1}"]`).waitFor();
    expect(await grid.getByRole('row').count()).toBeLessThan(120);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('searchbox', { name: 'Search in this register' }).fill('number 9999');
    await page.getByText('1 of 10,000 risks').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('an answer that is too long to pass between app and screen', () => {
  it('is named, with what to do, and the rest of the page works on', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => commitment(n, { summary: 'x'.repeat(20_000) }));
    const app = appInUse().on(commitments.list, () => ok(pageOf(rows)));
    const { page } = await openAt('/commitments', withLimit(app));
    const alert = page.getByRole('alert');
    await alert.getByText('longer than the 5 MB that can come to a screen at once').waitFor();
    await alert.getByText('Take less at a time').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await goAndLook(page, 'Plan');
  });
});

describe('names of 255 characters, from right to left, and of emoji', () => {
  it.each([1280, 640])(
    'fit into every part of the page at %i pixels and turn no other words',
    async (width) => {
      const app = appInUse().on(commitments.list, () => ok(pageOf(SEVERAL)));
      const { page } = await openAt('/today', withWorstNames(app), { viewport: { width, height: 900 } });
      const faults: Record<string, unknown> = {};
      for (const part of ['Today', 'Commitments', 'Registers', 'Reports', 'Plan', 'Messages', 'Portfolio']) {
        await goAndLook(page, part);
        const [wide, turned] = [await overflow(page), await misturned(page)];
        if (wide > 0 || turned.length > 0) faults[part] = { wide, turned };
      }
      expect(faults).toEqual({});
    },
  );

  it.each([1280, 640])('fit into dialogs and the page of a record at %i pixels', async (width) => {
    const app = appInUse().on(commitments.list, () => ok(pageOf(SEVERAL)));
    const { page } = await openAt('/commitments', withWorstNames(app), { viewport: { width, height: 900 } });
    await page.getByRole('grid', { name: 'Commitments' }).getByRole('button').nth(9).click();
    await page.getByRole('dialog').waitFor();
    expect([await overflow(page), await misturned(page)]).toEqual([0, []]);
    const risk = await openAt('/registers/risk/PRJ-7', withWorstNames(appInUse()), {
      viewport: { width, height: 900 },
    });
    await risk.page.getByRole('button', { name: 'Edit' }).waitFor();
    expect([await overflow(risk.page), await misturned(risk.page)]).toEqual([0, []]);
  });

  it('fit into the panel of an issue', async () => {
    const viewport = { width: 640, height: 900 };
    const { page } = await open('issue-panel', ISSUE, withWorstNames(appInUse()), { viewport });
    await page.getByRole('article').first().waitFor();
    expect([await overflow(page), await misturned(page)]).toEqual([0, []]);
  });
});

describe('a person in a hurry', () => {
  it('who clicks twice enters one record', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const app = appInUse().on(registers.create, async ({ summary }) => {
      await held;
      return ok(record(40, { summary }));
    });
    const { page, flags } = await openAt('/registers', app);
    await page.getByRole('button', { name: 'Add risk' }).dblclick();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Summary').fill('Twice is too often');
    await dialog.getByLabel('Cause').fill('A quick hand.');
    await dialog.getByLabel('Event').fill('Two records.');
    for (const scale of ['Probability', 'Impact rating'])
      await dialog.getByRole('radiogroup', { name: scale }).getByRole('radio').first().check();
    await dialog.getByLabel('Owner').fill('three');
    await page.getByRole('option', { name: 'Person Three' }).click();
    await dialog.getByRole('button', { name: 'Save' }).dblclick();
    answer();
    await flags.saying('PRJ-40 is on the register');
    expect(app.asked.filter(({ name }) => name === 'registers.create')).toHaveLength(1);
  });

  it('who has two tabs open loses no words in the slower one', async () => {
    let now = record(7);
    const app = appInUse()
      .on(registers.read, () => ok(file(now)))
      .on(registers.edit, ({ revision, values }) => {
        if (revision !== now.revision)
          return { ok: false, problem: { code: 'CONFLICT', message: 'Changed meanwhile.', current: now } };
        now = { ...now, revision: revision + 1, values: { ...now.values, ...values } };
        return ok(now);
      });
    const write = async (words: string) => {
      const { page } = await openAt('/registers/risk/PRJ-7', app);
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Cause').fill(words);
      await page.getByLabel('Reason for the change').fill('Two tabs');
      return page;
    };
    const [first, second] = [await write('Of the first tab.'), await write('Of the second tab.')];
    await first.getByRole('button', { name: 'Save' }).click();
    await first.getByRole('dialog').waitFor({ state: 'detached' });
    await second.getByRole('button', { name: 'Save' }).click();
    await second.getByText('Somebody changed this record while you had it open').waitFor();
    await second.getByText('Of the first tab.').waitFor();
    await second.getByText('Of the second tab.').waitFor();
    await second.getByRole('button', { name: 'Save this choice' }).click();
    await second.getByRole('dialog').waitFor({ state: 'detached' });
    expect(lastAsked(app, 'registers.edit')).toMatchObject({ values: { cause: 'Of the second tab.' } });
  });

  it('who has the settings open in two tabs is told before the slower one undoes the other', async () => {
    let now = configuration;
    const app = appInUse()
      .on(settings.read, () =>
        ok({ ...decided, settings: now, names, defaults: DEFAULT_POLICY_SHAPE, policy: [] }),
      )
      .on(settings.save, ({ seen, ...own }) => {
        if (seen !== null && JSON.stringify(seen) !== JSON.stringify(now))
          return { ok: false, problem: { code: 'CONFLICT', message: 'Saved elsewhere.', current: now } };
        now = own;
        return ok({ settings: own, switchedOnAt: null });
      });
    const write = async (holiday: string) => {
      const screen = await open('project-settings', PROJECT, app);
      await screen.page.getByLabel('Holidays').fill(holiday);
      return screen;
    };
    const save = (page: Page) => page.getByRole('button', { name: 'Save settings' }).click();
    const [first, second] = [await write('2012-08-01'), await write('2012-08-02')];
    await save(first.page);
    await first.flags.saying('The settings are saved');
    await save(second.page);
    await second.page.getByText('Saved elsewhere.').waitFor();
    expect(now.holidays).toEqual(['2012-08-01']);
    expect(await second.page.getByLabel('Holidays').inputValue()).toBe('2012-08-02');
    await save(second.page);
    await second.flags.saying('The settings are saved');
    expect(now.holidays).toEqual(['2012-08-02']);
  });
});
