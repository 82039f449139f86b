import { commitments, today } from '../../src/contract';
import type { Acted } from '../../src/contract/commitments';
import { seriousFaults } from '../support/accessibility';
import { appInUse } from '../support/screen-answers';
import { ok } from '../support/screens';
import { problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';
import { commitmentRow, todayView } from '../support/today-answers';

jest.setTimeout(60_000);

const open = screensInBrowser();
const openToday = (answers = appInUse(), more = {}) =>
  open('project-page', PROJECT, answers, { path: '/today', ...more });

const told: Acted = {
  outcome: 'done',
  recipient: 'ann',
  why: 'Rule: somebody asked for this reminder on 2012-07-16.',
  row: commitmentRow({
    attention: { severity: 'serious', why: '2 working days late.', action: 'open' },
    actions: ['snooze', 'reassign', 'escalate', 'open'],
  }),
  names: { ann: 'Ann Lee' },
};

describe('today', () => {
  it.each(['light', 'dark'] as const)(
    'groups by severity, with counts and reasons (%s)',
    async (colorMode) => {
      const { page, complaints } = await openToday(appInUse(), { colorMode });
      const serious = page.getByRole('region', { name: /Serious/ });
      await serious.getByText('about 314', { exact: true }).waitFor();
      await serious.getByText('2 working days late.').first().waitFor();
      await serious.getByRole('link', { name: 'And about 312 more' }).waitFor();
      await page.getByText('Docket cannot see the space TEAM').waitFor();
      await page.getByRole('link', { name: '2 items are snoozed' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('reminds with one press, at once on the screen, and keeps the focus in its line', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const app = appInUse().on(commitments.remind, async () => {
      await asked;
      return ok(told);
    });
    const { page, flags } = await openToday(app);
    const remind = page.getByRole('button', { name: 'Remind now PRJ-7' });
    await remind.press('Enter');
    await remind.waitFor({ state: 'detached' });
    await page.locator('button:focus').getByText('More').waitFor();
    await page.getByRole('button', { name: 'Remind now PRJ-9' }).dblclick();
    answer();
    await flags.saying('Ann Lee is told now');
    const reminded = app.asked.filter(({ name }) => name === commitments.remind.name);
    expect(reminded.map(({ request }) => request)).toEqual([
      { commitmentId: 'jira:10007' },
      { commitmentId: 'jira:10009' },
    ]);
  });

  it('asks for nothing with a second click that lands on another button', async () => {
    const app = appInUse().on(commitments.remind, () => ok(told));
    const { page } = await openToday(app);
    const late = page.getByRole('button', { name: 'Remind now PRJ-9' });
    await late.dispatchEvent('click', { detail: 2 });
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).click();
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).waitFor({ state: 'detached' });
    await late.waitFor();
    const reminded = app.asked.filter(({ name }) => name === commitments.remind.name);
    expect(reminded.map(({ request }) => request)).toEqual([{ commitmentId: 'jira:10007' }]);
  });

  it('takes back what the app refuses, and says why', async () => {
    const app = appInUse().on(commitments.remind, () =>
      problem('BAD_INPUT', 'This item is snoozed until 2012-07-20: end the snooze first, or escalate it.'),
    );
    const { page } = await openToday(app);
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).click();
    await page.getByRole('alert').getByText('This item is snoozed until').waitFor();
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).waitFor();
  });

  it('has everything else that may be done behind one button', async () => {
    const app = appInUse().on(commitments.escalate, () => ok({ ...told, outcome: 'already' }));
    const { page } = await openToday(app);
    await page.getByRole('button', { name: 'More about PRJ-7' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Escalate now' }).click();
    await dialog.getByText('This was sent before').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('has one thing to do first in every line, notices included', async () => {
    const snoozed = commitmentRow({
      held: 'snoozed',
      snoozedUntil: '2012-08-01',
      attention: { severity: 'serious', why: '9 working days late.', action: 'wake' },
      actions: ['snooze', 'wake', 'open'],
    });
    const told = commitmentRow({
      id: 'jira:10012',
      item: 'PRJ-12',
      url: 'https://site.example/browse/PRJ-12',
      attention: { severity: 'serious', why: '2 working days late.', action: 'open' },
    });
    const groups = todayView.groups.map((group) =>
      group.severity === 'serious' ? { ...group, rows: [snoozed, told] } : group,
    );
    const app = appInUse()
      .on(today.read, () => ok({ ...todayView, groups }))
      .on(commitments.wake, () =>
        ok({ outcome: 'done', recipient: null, why: '', row: commitmentRow(), names: {} }),
      );
    const { page, flags } = await openToday(app);
    await page.getByRole('link', { name: 'Open PRJ-12' }).waitFor();
    await page.getByRole('link', { name: 'Open Risks' }).waitFor();
    await page.getByRole('link', { name: '2 items are snoozed' }).waitFor();
    await page.getByRole('button', { name: 'End snooze PRJ-7' }).click();
    await flags.saying('The snooze is ended: reminders go on');
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).waitFor();
    await page.getByRole('link', { name: '1 item is snoozed' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says what to do where Docket is switched off', async () => {
    const off = { ...todayView, enabled: false, groups: [] };
    const admin = await openToday(
      appInUse().on(today.read, () => ok({ ...off, administers: true })),
      { administers: true },
    );
    await admin.page.getByRole('heading', { name: 'Docket is not switched on here' }).waitFor();
    await admin.page.getByRole('link', { name: "Open Docket's project settings" }).waitFor();
    const other = await openToday(appInUse().on(today.read, () => ok({ ...off, lead: 'ann' })));
    await other.page.getByText('Ann Lee leads this project').waitFor();
  });

  it('says where everything is when nothing needs attention, and reads again when asked', async () => {
    const calm = todayView.groups.map((group) => ({ ...group, count: 0, rows: [], notices: [] }));
    let reads = 0;
    const app = appInUse().on(today.read, () => {
      reads += 1;
      return ok({ ...todayView, groups: reads === 1 ? todayView.groups : calm });
    });
    const { page } = await openToday(app);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('heading', { name: 'Nothing needs attention now' }).waitFor();
    await page.getByRole('link', { name: 'See all commitments' }).waitFor();
  });
});
