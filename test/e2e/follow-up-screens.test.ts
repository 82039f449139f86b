import type { Page } from 'playwright-core';
import { preview, settings } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import { seriousFaults } from '../support/accessibility';
import { appInUse, configuration, names } from '../support/screen-answers';
import { type AppAnswers, ok } from '../support/screens';
import { goTo, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();

/** Chooses a person by typing part of the name. */
const choosePerson = async (page: Page, label: string, name: string) => {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.getByRole('option', { name }).click();
};
const addTag = async (page: Page, label: string, ...tags: string[]) => {
  for (const tag of tags) {
    await page.getByLabel(label, { exact: true }).fill(tag);
    await page.keyboard.press('Enter');
  }
};
const save = (page: Page) => page.getByRole('button', { name: 'Save settings' }).click();
const saved = (app: AppAnswers) => {
  const { seen: _seen, ...own } = settings.save.request.parse(lastAsked(app, 'settings.save'));
  return own;
};

describe('the policy of a project', () => {
  const openSettings = async (
    change: Partial<typeof configuration> = {},
    defaults = DEFAULT_POLICY_SHAPE,
  ) => {
    const answer = { settings: { ...configuration, ...change }, switchedOnAt: null, confluence: true };
    const app = appInUse().on(settings.read, () => ok({ ...answer, names, defaults, policy: [] }));
    const screen = await open('project-settings', PROJECT, app);
    await screen.page.getByRole('heading', { name: 'Policy' }).waitFor();
    return { app, ...screen };
  };

  it('is sent back as it came where nobody touched it', async () => {
    const { app, page, flags, complaints } = await openSettings();
    await save(page);
    await flags.saying('The settings are saved');
    expect(saved(app)).toEqual(configuration);
    expect(complaints).toEqual([]);
  });

  it('says how many tasks Docket does not see, where tasks are followed up', async () => {
    const tasks = { spaceKeys: ['TEAM'], pageIds: [], chaseOn: 'issue' as const };
    const { page } = await openSettings({ tasks });
    await page.getByText('Docket sees 3 open tasks with an owner and a date').waitFor();
    await page.getByText('You see 2 open tasks more, which Docket does not follow up').waitFor();
    await page.getByText("everybody who sees the issue reads the task's words").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('takes other days, another hour, a longer chain, and quiet statuses', async () => {
    const { app, page, flags } = await openSettings();
    await page.getByLabel('Remind before the due date').fill('10, 2');
    await page.getByRole('switch', { name: 'Remind the owner of what is late' }).uncheck();
    await page.getByRole('button', { name: 'Remove level 2' }).click();
    await page.getByRole('button', { name: 'Add a level' }).click();
    await page.getByLabel('Level 2: who is told').fill('a person');
    await page.keyboard.press('Enter');
    await choosePerson(page, 'Level 2: person', 'Person Two');
    await addTag(page, 'Quiet statuses', 'On hold', 'Not started');
    await page.getByRole('checkbox', { name: 'Fri' }).uncheck();
    await page.getByRole('checkbox', { name: 'Sun' }).check();
    await page.getByLabel('Delivery time').fill('07:30');
    await page.getByLabel('Country').fill('gb-SCT');
    await page.getByText('Public holidays of United Kingdom (SCT) are days off.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await save(page);
    await flags.saying('The settings are saved');
    expect(saved(app).policy).toEqual({
      ...DEFAULT_POLICY_SHAPE,
      weekdays: [1, 2, 3, 4, 7],
      deliveryTime: '07:30',
      holidayCountry: 'GB-SCT',
      quietStatuses: ['On hold', 'Not started'],
      ladder: {
        leadDays: [10, 2],
        overdue: null,
        escalations: [
          { day: 3, to: { kind: 'lead' } },
          { day: 8, to: { kind: 'person', accountId: 'u-2' } },
        ],
      },
    });
  });

  it('takes a ladder for some labels, and people who cover for others', async () => {
    const { app, page, flags } = await openSettings();
    await page.getByText('Ladders of their own').click();
    await page.getByRole('button', { name: 'Add a ladder' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Legal');
    await addTag(page, 'For the labels', 'legal');
    await page.getByText('Stand-ins').click();
    await page.getByRole('button', { name: 'Add a stand-in' }).click();
    await choosePerson(page, 'Stand-in 1: owner', 'Person One');
    await choosePerson(page, 'Stand-in 1: who covers', 'Person Three');
    expect(await seriousFaults(page)).toEqual([]);
    await save(page);
    await flags.saying('The settings are saved');
    expect(saved(app).policy).toMatchObject({
      special: [{ name: 'Legal', priorities: [], labels: ['legal'], ladder: DEFAULT_POLICY_SHAPE.ladder }],
      standIns: { 'u-1': 'u-3' },
    });
  });

  it('says at the field what cannot be, leads there, and sends nothing', async () => {
    const { app, page } = await openSettings();
    await page.getByLabel('Level 2: working days late').fill('soon');
    await page.getByRole('button', { name: 'Add a level' }).click();
    await page.getByLabel('Level 3: who is told').fill('a person');
    await page.keyboard.press('Enter');
    await page.getByText('Stand-ins').click();
    await page.getByRole('button', { name: 'Add a stand-in' }).click();
    await choosePerson(page, 'Stand-in 1: owner', 'Person One');
    await page.getByText('Stand-ins').click();
    await save(page);
    await page.getByText('Write a whole number of working days.').first().waitFor();
    await page.getByText('Choose the person whom this level tells.').waitFor();
    await page.getByText('Choose both people, or remove the row.').waitFor();
    const first = page.getByLabel('Level 2: working days late');
    expect(await first.evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    expect(lastAsked(app, 'settings.save')).toBeUndefined();
  });

  it('shows what the app refuses where it belongs, and above the form what belongs nowhere', async () => {
    const { app, page } = await openSettings();
    app.on(settings.save, () =>
      problem('BAD_INPUT', 'The settings were not saved.', {
        actionQuery: "Jira does not accept the query: Field 'colour' does not exist.",
        'policy.ladder.escalations.1': 'Level 2 must come after level 1: day 4 or later.',
        policy: 'The policy names people who cannot be told: Person Two.',
        spaceKey: 'There is no space PRJ.',
        somewhere: 'Unheard of.',
      }),
    );
    await page.getByLabel('Issues, by a query').fill('colour = red');
    await save(page);
    await page.getByText("Jira does not accept the query: Field 'colour' does not exist.").waitFor();
    await page.getByText('Level 2 must come after level 1: day 4 or later.').waitFor();
    await page.getByText('The policy names people who cannot be told: Person Two.').waitFor();
    await page.getByText('There is no space PRJ.').waitFor();
    await page.getByRole('alert').getByText('somewhere: Unheard of.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(lastAsked(app, 'settings.save')).toMatchObject({ actionQuery: 'colour = red' });
  });

  it("goes back to the site's defaults, and keeps what is no part of it", async () => {
    const policy = { ...DEFAULT_POLICY_SHAPE, deliveryTime: '11:00', quietStatuses: ['Paused'] };
    const defaults = { ...DEFAULT_POLICY_SHAPE, deliveryTime: '08:00', weekdays: [1, 2, 3, 4] };
    const { app, page, flags } = await openSettings({ policy, actionQuery: 'labels = action' }, defaults);
    await page.getByRole('button', { name: 'Reset to defaults' }).click();
    await page.getByText('The policy is back to its defaults').waitFor();
    await save(page);
    await flags.saying('The settings are saved');
    expect(saved(app)).toEqual({ ...configuration, actionQuery: 'labels = action', policy: defaults });
  });

  it('takes tasks on pages by their addresses, and a place for digests', async () => {
    const { app, page, flags } = await openSettings();
    await addTag(page, 'Tasks on pages, by space', 'TEAM');
    await page
      .getByLabel('Tasks on pages, by page tree')
      .fill('https://site.example/wiki/spaces/TEAM/pages/4711/Minutes');
    await page.getByRole('radio', { name: 'On the Jira issue that the task links to' }).check();
    await page.getByRole('radio', { name: 'On an issue of this project' }).check();
    await save(page);
    await page.getByText('Write the key of the issue, for example ABC-123.').waitFor();
    await page.getByLabel('Issue key of the digest').fill('prj-1');
    await save(page);
    await flags.saying('The settings are saved');
    expect(saved(app)).toMatchObject({
      tasks: { spaceKeys: ['TEAM'], pageIds: ['4711'], chaseOn: 'issue' },
      digestTarget: { kind: 'issue', key: 'PRJ-1' },
    });
  });
});

describe('the defaults of a site', () => {
  it('are set by its admin with the budget of points, and checked at their fields', async () => {
    const app = appInUse();
    const { page, flags, complaints } = await open('admin-page', {}, app);
    await page.getByRole('tab', { name: 'Defaults' }).click();
    await page.getByText('What projects begin with').click();
    await page.getByLabel('Points an hour').fill('100');
    await page.getByLabel('Remind before the due date').fill('4');
    await page.getByRole('checkbox', { name: 'Fri' }).uncheck();
    await page.getByLabel('Holidays').fill('2012-12-25');
    await page.getByLabel('Level 1: who is told').click();
    expect(await page.getByRole('option').allTextContents()).toEqual([
      'the project lead',
      'the sponsor',
      "the owner's stand-in",
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('At least 500 points').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(lastAsked(app, 'admin.saveDefaults')).toBeUndefined();

    await page.getByLabel('Points an hour').fill('2000');
    await page.getByRole('button', { name: 'Save' }).click();
    await flags.saying('The defaults of the site are saved');
    expect(lastAsked(app, 'admin.saveDefaults')).toEqual({
      pointsAnHour: 2_000,
      holidays: ['2012-12-25'],
      policy: {
        ...DEFAULT_POLICY_SHAPE,
        weekdays: [1, 2, 3, 4],
        ladder: { ...DEFAULT_POLICY_SHAPE.ladder, leadDays: [4] },
      },
      seen: { policy: DEFAULT_POLICY_SHAPE, holidays: [], pointsAnHour: 6_000 },
    });
    expect(complaints).toEqual([]);
  });
});

describe('the preview', () => {
  it('shows day by day what would be sent, with totals, and looks as far ahead as asked', async () => {
    const app = appInUse();
    const { page, navigations, complaints } = await open('project-page', PROJECT, app);
    await goTo(page, 'Messages');
    await goTo(page, 'Planned');
    await page.getByText('5 messages in the next 5 days.').waitFor();
    await page.getByText('2 messages to 2 people').waitFor();
    const day = page.getByRole('table', { name: 'Messages on Thu, 19 Jul 2012' });
    expect(await day.getByRole('row', { name: /Escalation/ }).textContent()).toBe(
      '09:00Person ThreePRJ-21 Write down the interfaceEscalation, level 1' +
        '16 Jul 2012Rule: escalation 1 tells the project lead.',
    );
    expect(await seriousFaults(page)).toEqual([]);
    await day.getByRole('link', { name: 'PRJ-22' }).click();
    expect(navigations).toEqual(['https://site.example/browse/PRJ-22']);

    app.on(preview.ofProject, () => ok({ messages: [], names: {}, cut: false }));
    await page.getByLabel('Look ahead').click();
    await page.getByRole('option', { name: 'Next 10 days' }).click();
    await page.getByText('Nothing would be sent').waitFor();
    expect(lastAsked(app, 'preview.ofProject')).toEqual({ days: 10 });
    expect(complaints).toEqual([]);
  });

  it('says why there is none in a project that is switched off', async () => {
    const off = 'Docket is switched off for this project.';
    const app = appInUse().on(preview.ofProject, () => problem('BAD_INPUT', off));
    const { page } = await open('project-page', PROJECT, app);
    await goTo(page, 'Messages');
    await goTo(page, 'Planned');
    await page.getByText(off).waitFor();
    await page.getByRole('heading', { name: 'No preview' }).waitFor();
  });
});
