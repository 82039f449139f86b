import type { Page } from 'playwright-core';
import { choices, panel } from '../../src/contract';
import type { OwedView } from '../../src/contract/choices';
import { seriousFaults } from '../support/accessibility';
import { appInUse, followUp, names, owed, panelOf } from '../support/screen-answers';
import { ok } from '../support/screens';
import { ISSUE, lastAsked, problem, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
const withOwed = (...list: OwedView[]) =>
  appInUse().on(panel.read, () => ok(panelOf({ followUp: followUp({ owed: list }) })));
const overflow = (page: Page) => page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);

const snoozed = {
  followUp: followUp({
    choice: {
      snoozedUntil: '2012-07-20',
      promised: null,
      by: 'u-1',
      at: '2012-07-16T04:00:00.000Z',
      reason: 'Waiting for the vendor.',
    },
  }),
  names,
};
const plain = { followUp: followUp(), names };

describe('the ladder of an issue', () => {
  it('shows what was sent, what is next and to whom, and whom the chain tells, in one call', async () => {
    const app = appInUse();
    const { page, complaints } = await open('issue-panel', ISSUE, app);
    const card = page.getByRole('article', { name: 'This issue' });
    await card.getByText('Due today', { exact: true }).first().waitFor();
    expect(await card.getByRole('listitem').allTextContents()).toEqual([
      '1 working day aheadsentPerson One · Fri, 13 Jul 2012, 09:00',
      'Due todaysentPerson One · Mon, 16 Jul 2012, 09:00',
      '1 working day lateNextPerson One · Tue, 17 Jul 2012, 09:00Rule: remind the owner 1 working day after it.',
      'Escalation, level 1to comePerson Three · Thu, 19 Jul 2012, 09:00',
    ]);
    await card.getByText('2 more steps').click();
    await card.getByText('Mon, 23 Jul 2012').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    expect([...new Set(app.asked.map(({ name }) => name))]).toEqual(['panel.read']);
  });

  it.each<[string, Partial<OwedView>, string]>([
    [
      'has no date',
      { attention: 'undated', dueDate: null, standing: null },
      'Without a due date nothing is sent.',
    ],
    ['is done', { attention: 'done' }, 'nothing more is sent'],
    ['rests', { attention: 'quiet', status: 'On hold' }, 'while the issue is “On hold”'],
    ['is backlog', { attention: 'backlog' }, 'already long overdue'],
    ['is none of the query', { attention: 'uncounted' }, 'follows up only the issues'],
  ])('says why nothing is sent where the issue %s', async (_why, change, words) => {
    const { page } = await open('issue-panel', ISSUE, withOwed({ ...owed, steps: [], ...change }));
    await page.getByText(words).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('names who is told instead where there is no owner, or their account is closed', async () => {
    const gone = { ...owed, id: 'b', rule: 'Review, R-7', ownerGone: true };
    const { page } = await open('issue-panel', ISSUE, withOwed({ ...owed, owners: [] }, gone));
    await page.getByText('Owner: Nobody. The project lead is told instead.').waitFor();
    await page
      .getByRole('article', { name: 'Review, R-7' })
      .getByText('This account is closed. The project lead is told instead.')
      .waitFor();
  });

  it('says that the project is switched off, and still shows registers and messages', async () => {
    const app = appInUse().on(panel.read, () => ok(panelOf({ followUp: { is: 'off' } })));
    const { page } = await open('issue-panel', ISSUE, app);
    await page.getByText('Docket is switched off in this project').waitFor();
    await page.getByRole('region', { name: 'Risk R-7' }).waitFor();
    expect(await page.getByRole('button', { name: 'Snooze until' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('fits into a panel of 300 pixels, with long words and names of another direction', async () => {
    const app = appInUse().on(panel.read, () =>
      ok(
        panelOf({
          followUp: followUp({ owed: [owed, { ...owed, id: 'b', rule: `Review, ${'R'.repeat(255)}` }] }),
          names: { ...names, 'u-1': 'مريم 👩🏽‍🚀 '.repeat(20), 'u-3': 'N'.repeat(255) },
        }),
      ),
    );
    const { page } = await open('issue-panel', ISSUE, app, { viewport: { width: 300, height: 900 } });
    await page.getByRole('article', { name: 'This issue' }).waitFor();
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Snooze until' }).click();
    expect(await overflow(page)).toBe(0);
  });
});

describe('a choice about an issue', () => {
  it('to snooze it says who did it when and why, and is taken back', async () => {
    const app = appInUse()
      .on(choices.snooze, () => ok(snoozed))
      .on(choices.undo, () => ok(plain));
    const { page, flags } = await open('issue-panel', ISSUE, app);
    await page.getByRole('button', { name: 'Snooze until' }).click();
    await page.getByLabel('Quiet until').and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Snooze until' }).and(page.locator(':focus')).press('Enter');
    await page.getByRole('button', { name: 'Snooze', exact: true }).click();
    await page.getByText('Choose a date.').waitFor();
    expect(lastAsked(app, 'choices.snooze')).toBeUndefined();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByLabel('Quiet until').fill('20/07/2012');
    await page.keyboard.press('Enter');
    await page.getByLabel('Reason').fill('Waiting for the vendor.');
    await page.getByRole('button', { name: 'Snooze', exact: true }).click();
    await flags.saying('Reminders are snoozed');
    expect(lastAsked(app, 'choices.snooze')).toEqual({
      until: '2012-07-20',
      reason: 'Waiting for the vendor.',
    });
    await page.getByText('Snoozed until Fri, 20 Jul 2012').waitFor();
    await page.getByText('Person One · 16 Jul 2012, 09:30').waitFor();
    await page.getByText('Waiting for the vendor.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Snoozed until Fri, 20 Jul 2012').waitFor({ state: 'detached' });
    await flags.saying('Reminders follow the due date again');
  });

  it('to promise a new date keeps the first promise beside it', async () => {
    const promised = { date: '2012-08-03', firstDate: '2012-07-16' };
    let refusals = 0;
    const app = appInUse().on(choices.promise, () => {
      refusals += 1;
      if (refusals === 1) return problem('BAD_INPUT', 'No.', { date: 'Choose 2012-07-16 or a later day.' });
      const choice = { snoozedUntil: null, promised, by: 'u-1', at: '2012-07-16T04:00:00.000Z', reason: '' };
      const again = { ...owed, dueDate: '2012-08-03', firstDate: '2012-07-16' };
      return ok({ followUp: followUp({ choice, owed: [again] }), names });
    });
    const { page, flags } = await open('issue-panel', ISSUE, app);
    await page.getByRole('button', { name: 'Promise a new date' }).click();
    await page.getByLabel('New date', { exact: true }).fill('01/07/2012');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Promise', exact: true }).click();
    await page.getByText('Choose 2012-07-16 or a later day.').waitFor();
    await page.getByRole('button', { name: 'Promise', exact: true }).click();
    await flags.saying('The new date is promised');
    await page.getByText('New date promised: Fri, 3 Aug 2012').waitFor();
    await page.getByText('First promised: Mon, 16 Jul 2012').waitFor();
  });

  it('of how one is told is kept, and says where there are no digests', async () => {
    const app = appInUse()
      .on(panel.read, () => ok(panelOf({ followUp: followUp({ digestsHere: false }) })))
      .on(choices.setChannel, ({ channel }) => ok({ channel }));
    const { page, flags } = await open('issue-panel', ISSUE, app);
    await page.getByText('How you are told: A message for each item').click();
    await page.getByText('This one has none').waitFor();
    await page.getByRole('radio', { name: 'One digest a day' }).click();
    await flags.saying('You will be told that way from now on');
    await page.getByRole('radio', { name: 'One digest a day', checked: true }).waitFor();
    expect(lastAsked(app, 'choices.setChannel')).toEqual({ channel: 'digest' });
  });

  it('is not offered to those who may not, who are told who may', async () => {
    const app = appInUse().on(panel.read, () =>
      ok(panelOf({ followUp: { ...snoozed.followUp, canChoose: false } })),
    );
    const { page } = await open('issue-panel', ISSUE, app);
    await page.getByText('Only the owner, and people who may edit this issue').waitFor();
    await page.getByText('Snoozed until').waitFor();
    for (const name of ['Snooze until', 'Promise a new date', 'Undo'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
  });
});
