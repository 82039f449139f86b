import type { Page } from 'playwright-core';
import { messages, portfolio, registers, reports } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { appInUse, record, report } from '../support/screen-answers';
import { ok } from '../support/screens';
import { goTo, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
const openAt = (path: string, answers = appInUse()) => open('project-page', PROJECT, answers, { path });

const NEXT = {
  label: '2012-W30',
  ask: null,
  cutOff: '2012-07-27T03:30:00.000Z',
  publish: '2012-07-27T09:30:00.000Z',
  whyNotPublish: null,
};

/** Minutes pass on the browser's clock, and somebody comes back to the window. */
async function returnAfter(page: Page, minutes: number): Promise<void> {
  await page.clock.install();
  await page.clock.fastForward(minutes * 60_000);
  await page.evaluate("window.dispatchEvent(new Event('focus'))");
}

describe('without a connection', () => {
  it('the screen says so, keeps what is written, and saves it when the connection is back', async () => {
    const app = appInUse().on(registers.create, ({ summary }) => ok(record(40, { summary })));
    const { page, flags } = await openAt('/registers', app);
    await page.getByRole('button', { name: 'Add risk' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Summary').fill('We take the second supplier');
    await dialog.getByLabel('Cause').fill('One is not enough.');
    for (const scale of ['Probability', 'Impact rating'])
      await dialog.getByRole('radiogroup', { name: scale }).getByRole('radio').first().check();
    await dialog.getByLabel('Owner').fill('three');
    await page.getByRole('option', { name: 'Person Three' }).click();
    await page.context().setOffline(true);
    await page.getByText('You are offline. What you see may be old').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByLabel('Event').fill('None delivers.');
    const save = dialog.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    expect(await save.getAttribute('title')).toBe('You are offline: nothing was sent.');
    await page.context().setOffline(false);
    await page.getByText('You are offline. What you see may be old').waitFor({ state: 'detached' });
    await save.click();
    await flags.saying('PRJ-40 is on the register');
  });

  it('what could not be read is read by itself when the connection is back', async () => {
    const { page } = await openAt('/registers');
    await page.getByRole('grid').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /^Decisions/ }).click();
    await page.getByText('You are offline: nothing was sent.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('grid').first().waitFor();
  });

  it('a part that was never looked at says that it could not be loaded', async () => {
    const { page, navigations } = await openAt('/portfolio');
    await page.getByRole('row').first().waitFor();
    await page.context().setOffline(true);
    await goTo(page, 'Plan');
    await page.getByText('You were offline when it was asked for.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.evaluate('0');
    expect(navigations).toEqual(['reload']);
  });
});

describe('what is on the screen', () => {
  it('is asked for again when somebody comes back to it after a while, and not before', async () => {
    const app = appInUse();
    const { page } = await openAt('/portfolio', app);
    await page.getByRole('row').first().waitFor();
    const asked = () => app.asked.filter(({ name }) => name === 'portfolio.read').length;
    const first = asked();
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await goTo(page, 'Plan');
    await goTo(page, 'Portfolio');
    expect(asked()).toBe(first);
    app.on(portfolio.read, () =>
      ok({
        projects: [],
        totals: { open: 0, overdue: 0, opened: 0, resolved: 0, red: 0, amber: 0, green: 0, missing: 0 },
      }),
    );
    await returnAfter(page, 6);
    await page.getByRole('heading', { name: 'No project to show' }).waitFor();
  });

  it('stays, marked with its age, where it cannot be asked for again', async () => {
    const app = appInUse();
    const { page } = await openAt('/portfolio', app);
    await page.getByRole('row').first().waitFor();
    app.on(portfolio.read, () => problem('RATE_LIMITED', 'Jira asks to wait 30 seconds.'));
    await returnAfter(page, 7);
    await page.getByText('This could not be refreshed. What you see is as of 7 minutes ago.').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('goes where the right to see it went', async () => {
    const app = appInUse();
    const { page } = await openAt('/portfolio', app);
    await page.getByRole('row').first().waitFor();
    app.on(portfolio.read, () => problem('FORBIDDEN', 'You may not browse this project any more.'));
    await returnAfter(page, 7);
    await page.getByText('You may not browse this project any more.').waitFor();
    await page.getByText('Ask somebody who administers this project for the permission.').waitFor();
    expect(await page.getByRole('row').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('follows what was changed in another part of the page', async () => {
    const app = appInUse()
      .on(reports.read, () => ok({ report: null, next: NEXT }))
      .on(reports.publishNow, () => ok({ report, warning: null }));
    const { page, flags } = await openAt('/messages', app);
    await page.getByText('Every message that Docket decided to send').waitFor();
    await goTo(page, 'Reports');
    await page.getByRole('button', { name: 'Publish now' }).dblclick();
    await flags.saying('The report is published');
    expect(app.asked.filter(({ name }) => name === 'reports.publishNow')).toHaveLength(1);
    app.on(messages.list, () => ok({ messages: [], names: {}, next: null }));
    await goTo(page, 'Messages');
    await page.getByRole('heading', { name: 'Nothing sent yet' }).waitFor();
  });
});

describe('after an update of the app', () => {
  it('a part whose code is gone says so, and the rest of the page stays', async () => {
    const { page, navigations } = await openAt('/messages');
    await page.route('**/plan-tab-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await goTo(page, 'Plan');
    await page.getByText('Docket was updated', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.evaluate('0');
    expect(navigations).toEqual(['reload']);
    await goTo(page, 'Messages');
    await page.getByText('Every message that Docket decided to send').waitFor();
  });
});
