import type { Page } from 'playwright-core';
import { commitments } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { commitment, pageOf, SEVERAL } from '../support/commitment-answers';
import { appInUse, names } from '../support/screen-answers';
import { type AppAnswers, ok } from '../support/screens';
import { goTo, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();

const openTab = async (
  app: AppAnswers = appInUse().on(commitments.list, () => ok(pageOf(SEVERAL))),
  more: Parameters<typeof open>[3] = {},
) => {
  const screen = await open('project-page', PROJECT, app, more);
  await goTo(screen.page, 'Commitments');
  return { app, ...screen };
};
const grid = (page: Page) => page.getByRole('grid', { name: 'Commitments' });
/** The keys or titles of the rows in sight, from the top. */
const items = async (page: Page) => grid(page).getByRole('row').getByRole('link').allTextContents();
const overflow = (page: Page) => page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);

describe('the commitments', () => {
  it('come from all sources, oldest dates first, each with where it stands and who is told next', async () => {
    const { page, complaints } = await openTab();
    await grid(page).waitFor();
    expect(await items(page)).toEqual(['PRJ-3', 'PRJ-4', 'PRJ-2', 'PRJ-1', 'Minutes', 'PRJ-7', 'PRJ-6']);
    expect(
      await grid(page).getByRole('row', { name: /PRJ-3/ }).getByRole('gridcell').allTextContents(),
    ).toEqual([
      'PRJ-3',
      'Write down the interface 3',
      'Issue',
      'Person Two',
      '3 Jul 2012',
      '9 working days late level 2',
      '17 Jul 2012, 09:00 · Person One',
      '⋯',
    ]);
    await page.getByText('7 commitments', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are filtered by a press on a bar, by values and by words, and the address keeps it', async () => {
    const { page } = await openTab();
    await page.getByRole('table', { name: 'By owner' }).getByRole('button', { name: 'Person Two' }).click();
    expect(await items(page)).toEqual(['PRJ-3', 'PRJ-4']);
    await page.getByRole('table', { name: 'By age' }).getByRole('button', { name: '6 to 10 late' }).click();
    expect(await items(page)).toEqual(['PRJ-3']);
    await page.getByText('1 of 7 commitments').waitFor();
    await goTo(page, 'Plan');
    await goTo(page, 'Commitments');
    expect(await items(page)).toEqual(['PRJ-3']);
    await page.getByRole('button', { name: 'Remove the filter Owner: Person Two' }).click();
    await page.getByRole('button', { name: /^Remove the filter By age/ }).click();
    await page.getByRole('button', { name: 'Source', exact: true }).first().click();
    await page.getByRole('checkbox', { name: 'Page task' }).check();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await items(page)).toEqual(['Minutes']);
    await page.getByRole('searchbox', { name: 'Search commitments' }).fill('no such words');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  });

  it('are grouped by owner, with those that nobody owns last', async () => {
    const { page } = await openTab();
    await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: 'Owner' });
    const heads = grid(page).getByRole('button', { expanded: true });
    expect(await heads.allTextContents()).toEqual([
      '▾ Person One 3',
      '▾ Person Three 1',
      '▾ Person Two 2',
      '▾ None 1',
    ]);
  });

  it('show all that is known of one, with the keyboard alone', async () => {
    const { page } = await openTab();
    await grid(page).waitFor();
    await grid(page).getByRole('link', { name: /PRJ-3/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It is 9 working days late.').waitFor();
    await dialog.getByText('Rule: remind the owner 1 working day after the due date.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(
      await grid(page)
        .getByRole('button', { name: 'Write down the interface 3' })
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true);
  });

  it('are acted on from there: reminded once, snoozed, given to somebody else', async () => {
    const row = SEVERAL[2] ?? commitment(3);
    const acted = { outcome: 'done' as const, recipient: 'u-2', why: 'Asked for.', row, names };
    let reminders = 0;
    const app = appInUse()
      .on(commitments.list, () => ok(pageOf(SEVERAL)))
      .on(commitments.remind, () => {
        reminders += 1;
        return ok({ ...acted, outcome: reminders === 1 ? 'done' : 'already' });
      })
      .on(commitments.snooze, ({ until }) =>
        ok({ ...acted, row: { ...row, held: 'snoozed', snoozedUntil: until } }),
      )
      .on(commitments.reassign, ({ to }) => ok({ ...acted, row: { ...row, owner: to } }));
    const { page, flags } = await openTab(app);
    await grid(page).getByRole('button', { name: 'Write down the interface 3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Remind now' }).click();
    await flags.saying('Person Two is told now');
    await dialog.getByRole('button', { name: 'Remind now' }).click();
    await dialog.getByText('nothing is sent twice').waitFor();
    await dialog.getByRole('button', { name: 'Snooze' }).click();
    await dialog.getByLabel('Quiet until').and(page.locator(':focus')).waitFor();
    await dialog.getByLabel('Quiet until').fill('20/07/2012');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Snooze', exact: true }).click();
    await flags.saying('Reminders are snoozed');
    expect(lastAsked(app, 'commitments.snooze')).toEqual({
      commitmentId: row.id,
      until: '2012-07-20',
      reason: '',
    });
    await dialog.getByText('Snoozed until Fri, 20 Jul 2012').waitFor();
    await dialog.getByRole('button', { name: 'Reassign' }).click();
    await dialog.getByRole('button', { name: 'Reassign' }).click();
    await dialog.getByText('Choose a person.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByLabel('New owner').fill('Person Three');
    await page.getByRole('option', { name: 'Person Three' }).click();
    await dialog.getByRole('button', { name: 'Reassign' }).click();
    await flags.saying('Person Three owns it now');
    await page.keyboard.press('Escape');
    await grid(page).getByRole('row', { name: /PRJ-3/ }).getByText('Person Three').waitFor();
  });

  it('have a menu in their line that the keyboard reaches, with what is allowed', async () => {
    const row = SEVERAL[2] ?? commitment(3);
    const app = appInUse()
      .on(commitments.list, () => ok(pageOf(SEVERAL)))
      .on(commitments.remind, () => ok({ outcome: 'done', recipient: 'u-2', why: 'Asked for.', row, names }))
      .on(commitments.escalate, () =>
        ok({ outcome: 'withheld', recipient: null, why: 'Nobody is next.', row, names }),
      );
    const { page, flags } = await openTab(app);
    const about = grid(page).getByRole('button', { name: 'What to do about PRJ-3' });
    await grid(page).getByRole('link', { name: /PRJ-3/ }).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'What to do about PRJ-3' });
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual([
      'Remind now',
      'Escalate now',
      'Snooze',
      'Reassign',
      'Open PRJ-3',
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await flags.saying('Person Two is told now');
    expect(await about.evaluate((one) => one.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing was sent. Nobody is next.').waitFor();
    await about.click();
    await menu.getByRole('menuitem', { name: 'Snooze' }).click();
    await page.getByRole('dialog').getByLabel('Quiet until').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('say why an act came to nothing', async () => {
    const why = 'It is snoozed until 2012-07-20.';
    const app = appInUse()
      .on(commitments.list, () => ok(pageOf(SEVERAL)))
      .on(commitments.remind, () => problem('FORBIDDEN', 'You may not edit the issues of this project.'))
      .on(commitments.escalate, () =>
        ok({ outcome: 'withheld', recipient: null, why, row: SEVERAL[2] ?? null, names }),
      );
    const { page } = await openTab(app);
    await grid(page).getByRole('button', { name: 'Write down the interface 3' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Remind now' }).click();
    await dialog.getByText('You may not edit the issues of this project.').waitFor();
    await dialog.getByRole('button', { name: 'Escalate now' }).click();
    await dialog.getByText(`Nothing was sent. ${why}`).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('are saved as a file, as they are shown', async () => {
    const { page, flags } = await openTab();
    const owners = page.getByRole('table', { name: 'By owner' });
    for (const name of ['Person Three', 'Person Two']) await owners.getByRole('button', { name }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('PRJ commitments 2012-07-16.csv');
    await flags.saying('PRJ commitments 2012-07-16.csv is saved');
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
    expect(Buffer.concat(chunks).toString('utf8').split('\r\n')).toEqual([
      '\ufeffItem,What,Source,Owner,Due,Where it stands,Next message',
      'PRJ-3,Write down the interface 3,Issue,Person Two,2012-07-03,"9 working days late, level 2","17 Jul 2012, 09:00 Person One"',
      'PRJ-4,Write down the interface 4,Issue,Person Two,2012-07-03,"2 working days late, Snoozed",',
      'Minutes,Book the room,Page task,Person Three,2012-07-17,1 working day left,"17 Jul 2012, 09:00 Person One"',
    ]);
  });

  it('fit narrow windows with names of any length and direction', async () => {
    const long = { ...names, 'u-1': 'N'.repeat(255), 'u-2': 'مريم 👩🏽‍🚀 '.repeat(20) };
    const summary = 'שלום '.repeat(50);
    const rows = SEVERAL.map((row, n) => (n === 2 ? { ...row, summary } : row));
    const app = appInUse().on(commitments.list, () => ok(pageOf(rows, { names: long })));
    const { page } = await openTab(app, { viewport: { width: 420, height: 900 } });
    await grid(page).waitFor();
    expect(await overflow(page)).toBe(0);
  });
});

describe('a long list of commitments', () => {
  /** Pages whose answers wait until the test lets them go. */
  const paged = (count: number) => {
    const waiting: (() => void)[] = [];
    const app = appInUse().on(commitments.list, async ({ cursor }) => {
      const page = Number(cursor ?? 0);
      if (page > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      const rows = Array.from({ length: 100 }, (_, n) => commitment(page * 100 + n + 1));
      const next = page + 1 < count ? String(page + 1) : null;
      return ok(pageOf(rows, { next, total: page === 0 ? count * 100 : null }));
    });
    return { app, letGo: () => waiting.splice(0).forEach((go) => go()) };
  };

  it('shows the first page at once, says how far it is, and can be stopped and read on', async () => {
    const { app, letGo } = paged(3);
    const { page, flags } = await openTab(app);
    await page.getByText('100 commitments', { exact: true }).waitFor();
    await page.getByRole('progressbar', { name: 'Reading the commitments' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop: Reading the commitments' }).click();
    letGo();
    await page.getByText('Not all of them are read.').waitFor();
    await page.getByText('100 commitments', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await flags.saying(
      'PRJ commitments 2012-07-16.csv is saved with what was read so far: 100 commitments. Read on for all of them',
    );
    await page.getByRole('button', { name: 'Read on' }).click();
    await page.getByRole('progressbar').waitFor();
    letGo();
    await page.getByText('200 commitments', { exact: true }).waitFor();
    letGo();
    await page.getByText('300 commitments', { exact: true }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(lastAsked(app, 'commitments.list')).toEqual({ cursor: '2' });
  });

  it('keeps what was read where the rest fails, and tries again', async () => {
    let failures = 0;
    const app = appInUse().on(commitments.list, ({ cursor }) => {
      if (cursor === null) return ok(pageOf([commitment(1)], { next: 'b', total: 2 }));
      failures += 1;
      return failures === 1 ? problem('RATE_LIMITED', 'Jira asks for a pause.') : ok(pageOf([commitment(2)]));
    });
    const { page } = await openTab(app);
    await page.getByText('Jira asks for a pause.').waitFor();
    expect(await items(page)).toEqual(['PRJ-1']);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('2 commitments', { exact: true }).waitFor();
  });

  it.each([
    [{ enabled: false, rows: [] }, 'Docket is switched off here', 1],
    [{ rows: [] }, 'No open commitments', 0],
  ])('says what to do where there is none: %j', async (over, words, links) => {
    const app = appInUse().on(commitments.list, () => ok(pageOf([], over)));
    const { page } = await openTab(app, { administers: true });
    await page.getByRole('heading', { name: words }).waitFor();
    await page.getByRole('link', { name: 'Settings', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: "Open Docket's project settings" }).count()).toBe(links);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('names what could not be read', async () => {
    const unseen = ['Confluence tasks: Confluence is not there.'];
    const { page } = await openTab(appInUse().on(commitments.list, () => ok(pageOf(SEVERAL, { unseen }))));
    await page.getByText('Confluence tasks: Confluence is not there.').waitFor();
  });
});
