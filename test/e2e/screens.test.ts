import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { admin, messages, panel, registers, reports, settings, status } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { freshHealth } from '../support/admin-answers';
import {
  appInUse,
  configuration,
  list,
  names,
  panelOf,
  record,
  sent,
  shownStatus,
} from '../support/screen-answers';
import { DIST, ok } from '../support/screens';
import { goTo, ISSUE, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
const MACRO = { type: 'macro', config: { projectKey: 'PRJ' } };

/** Chooses a level of a scale by its word. */
const choose = (page: Page, scale: string, word: string) =>
  page
    .getByRole('radiogroup', { name: scale })
    .first()
    .getByRole('radio', { name: word, exact: true })
    .check();
describe('every screen', () => {
  const screens = [
    ['project-page', PROJECT, 'Two key engineers leave before go-live'],
    ['issue-panel', ISSUE, 'Messages about this issue'],
    ['project-settings', PROJECT, 'Working calendar'],
    ['admin-page', {}, 'Project (PRJ)'],
    ['status-macro', MACRO, 'Overdue'],
  ] as const;

  it.each(
    screens.flatMap((screen) => (['light', 'dark'] as const).map((mode) => [mode, ...screen] as const)),
  )(
    'is drawn in the %s theme without a complaint or a serious accessibility fault: %s',
    async (colorMode, name, extension, words) => {
      const { page, complaints } = await open(name, extension, appInUse(), { colorMode });
      await page.getByText(words, { exact: true }).first().waitFor();
      expect(await page.locator('html').getAttribute('data-color-mode')).toBe(colorMode);
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('says what failed and why, and asks again when told to', async () => {
    let answers = 0;
    const app = appInUse().on(admin.read, () => {
      answers += 1;
      return answers === 1 ? problem('RATE_LIMITED', 'Jira asks to wait 30 seconds.') : ok(freshHealth);
    });
    const { page } = await open('admin-page', {}, app);
    await page.getByText('Jira asks to wait 30 seconds.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No project uses Docket yet').waitFor();
  });

  it('survives an answer in a form that it does not know', async () => {
    const app = appInUse().unlike('admin.read', { ok: true, value: { projects: 'many' } });
    const { page } = await open('admin-page', {}, app);
    await page.getByText('Docket answered "admin.read" in a form that this screen does not know.').waitFor();
  });

  it('holds no script or handler inside its page, which Forge would block', async () => {
    const pages = (await readdir(DIST)).filter((name) => name.endsWith('.html'));
    expect(pages).toHaveLength(11);
    for (const name of pages) {
      const html = await readFile(join(DIST, name), 'utf8');
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|(?:src|href)="(?!\.\/)/);
    }
  });
});

describe('the register', () => {
  it('says what to do where it is empty, and offers nothing to those who may only read', async () => {
    const empty = { records: [], unreadable: [], names: {} };
    const writer = await open(
      'project-page',
      PROJECT,
      appInUse().on(registers.list, () => ok(list(empty))),
    );
    await writer.page.getByRole('heading', { name: 'No risks yet' }).waitFor();
    expect(await writer.page.locator('.dk-empty').getByRole('button').allTextContents()).toEqual([
      'Add risk',
      'Add to existing issue',
      'Import from CSV',
    ]);
    const reader = await open(
      'project-page',
      PROJECT,
      appInUse().on(registers.list, () => ok(list({ ...empty, canEdit: false }))),
    );
    await reader.page.getByText('Nobody has added anything yet.').waitFor();
    expect(await reader.page.getByRole('button', { name: /^Add/ }).count()).toBe(0);
  });

  it('adds a risk from the form that its definition draws, by keyboard', async () => {
    const app = appInUse().on(registers.create, ({ summary }) => ok(record(40, { summary })));
    const { page, flags } = await open('project-page', PROJECT, app);
    await page.getByRole('button', { name: 'Add risk' }).click();
    await page.getByRole('dialog').waitFor();
    await page.locator('input[name=summary]:focus').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.keyboard.type('The supplier goes out of business');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Only one supplier.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('No interface.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByLabel('Owner').fill('three');
    await page.getByRole('option', { name: 'Person Three' }).click();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(lastAsked(app, 'registers.create')).toMatchObject({
      kind: 'risk',
      summary: 'The supplier goes out of business',
      values: {
        cause: 'Only one supplier.',
        event: 'No interface.',
        probability: 2,
        severity: 1,
        owner: 'u-3',
        response: null,
        helpers: null,
      },
    });
    await flags.saying('PRJ-40 is on the register');
  });

  it('shows what is missing, and what the app refuses, at the field', async () => {
    const app = appInUse().on(registers.attach, () =>
      problem('BAD_INPUT', 'One field needs another look.', { 'values.owner': 'This person has left.' }),
    );
    const { page } = await open('project-page', PROJECT, app);
    await page.getByRole('button', { name: 'Add to existing issue' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('"" is no issue key; write it like ABC-123.').waitFor();
    await page.getByText('Cause is needed.').waitFor();
    await page.getByText('Probability is needed.').waitFor();
    expect(lastAsked(app, 'registers.attach')).toBeUndefined();

    await page.getByLabel('Issue key').fill('prj-3');
    await page.getByLabel('Cause').fill('A cause.');
    await page.getByLabel('Event').fill('An event.');
    await choose(page, 'Probability', '3 Medium');
    await choose(page, 'Impact rating', '4 Major');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This person has left.').waitFor();
    expect(lastAsked(app, 'registers.attach')).toMatchObject({ issueKey: 'PRJ-3' });
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('the other tabs', () => {
  it('ask for nothing before they are opened', async () => {
    const app = appInUse();
    const { page } = await open('project-page', PROJECT, app);
    await page.getByRole('grid', { name: 'Risks' }).waitFor();
    expect(new Set(app.asked.map(({ name }) => name))).toEqual(
      new Set(['registers.overview', 'registers.list']),
    );
  });

  it('show messages with their reason, and the backlog with its query', async () => {
    const { page, navigations } = await open('project-page', PROJECT);
    await goTo(page, 'Messages');
    await page.getByText('It was done before the message went out.').waitFor();
    expect(await page.getByRole('row', { name: /PRJ-22/ }).textContent()).toBe(
      '16 Jul 2012, 09:00PRJ-22Person Two3 working days late16 Jul 2012WithdrawnIt was done before the message went out.',
    );
    expect(await seriousFaults(page)).toEqual([]);

    await goTo(page, 'Backlog');
    await page.getByRole('link', { name: 'Open in Jira' }).click();
    expect(navigations).toEqual([
      'https://site.example/issues/?jql=project%20%3D%20%22PRJ%22%20AND%20key%20in%20(PRJ-31%2C%20PRJ-32)%20ORDER%20BY%20due%20ASC',
    ]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('find what was withheld among the newest messages, and go on to older ones', async () => {
    const isWithheld = ({ state }: (typeof sent)[number]) => state === 'withheld';
    const app = appInUse().on(messages.list, ({ cursor }) =>
      ok(
        cursor === null
          ? { messages: sent.filter((one) => !isWithheld(one)), names, next: 'page-2' }
          : { messages: sent.filter(isWithheld), names, next: null },
      ),
    );
    const { page } = await open('project-page', PROJECT, app, { path: '/messages' });
    await page.getByText('There are older ones.').waitFor();
    await page.getByLabel('Outcome').selectOption({ label: 'Withheld (0)' });
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Show older messages' }).click();
    await page.getByRole('row', { name: /PRJ-23/ }).waitFor();
    await page.getByText('1 of 3 messages', { exact: true }).waitFor();
    expect(lastAsked(app, 'messages.list')).toEqual({ cursor: 'page-2' });
    expect(await page.getByRole('button', { name: 'Show older messages' }).count()).toBe(0);
    await page.getByLabel('Outcome').selectOption({ label: 'All' });
    await page.getByRole('searchbox', { name: 'Search messages' }).fill('may not see');
    await page.getByText('1 of 3 messages', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('say what will come where there is nothing yet', async () => {
    const app = appInUse()
      .on(messages.list, () => ok({ messages: [], names: {}, next: null }))
      .on(messages.backlog, () => ok({ switchedOnAt: null, items: [], more: false, jql: 'project = PRJ' }))
      .on(reports.read, () => ok({ report: null, next: null }));
    const { page } = await open('project-page', PROJECT, app);
    await goTo(page, 'Messages');
    await page.getByRole('heading', { name: 'Nothing sent yet' }).waitFor();
    await goTo(page, 'Backlog');
    await page.getByText('Docket is not switched on in this project yet.').waitFor();
    await goTo(page, 'Reports');
    await page.getByRole('heading', { name: 'No report yet' }).waitFor();
  });
});

describe('the messages on an issue', () => {
  it('fit into a narrow panel, with the whole reason', async () => {
    const app = appInUse().on(panel.read, () => ok(panelOf({ messages: sent })));
    const { page } = await open('issue-panel', ISSUE, app, { viewport: { width: 360, height: 760 } });
    const list = page.getByRole('list', { name: 'Messages' });
    await list.waitFor();
    expect(await list.getByRole('listitem').nth(1).textContent()).toBe(
      '3 working days lateWithdrawnPerson Two, 16 Jul 2012, 09:00; due 16 Jul 2012' +
        'It was done before the message went out.',
    );
    const cut = await page.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(cut).toBe(0);
    expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  });
});

describe('the project settings', () => {
  it('name a bad line of the holidays, and save what is right', async () => {
    const app = appInUse();
    const { page, flags } = await open('project-settings', PROJECT, app);
    await page.getByLabel('Holidays').fill('2012-07-04\n2012-02-30');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await page.getByText('Line 2: "2012-02-30" is no date. Write it as YYYY-MM-DD.').waitFor();
    expect(lastAsked(app, 'settings.save')).toBeUndefined();

    await page.getByLabel('Holidays').fill('2012-07-04');
    await page.getByLabel('Parent page').fill('https://site.example/wiki/spaces/PRJ/pages/4711/Status');
    await page.getByRole('switch', { name: 'Follow up on due dates' }).uncheck();
    await page.getByRole('button', { name: 'Save settings' }).click();
    await flags.saying('The settings are saved');
    expect(lastAsked(app, 'settings.save')).toEqual({
      ...configuration,
      enabled: false,
      holidays: ['2012-07-04'],
      report: { enabled: true, spaceKey: 'PRJ', parentPageId: '4711' },
      seen: configuration,
    });
  });

  it('show what a change would send before it is saved', async () => {
    const { page } = await open('project-settings', PROJECT);
    await page.getByText(/^As saved, \d+ messages are sent in the next 5 days/).waitFor();
    await page.getByRole('switch', { name: 'Follow up on due dates' }).uncheck();
    await page.getByText(/^With your changes: no messages in the next 5 days instead of \d+\.$/).waitFor();
    await page.getByRole('heading', { name: /messages fewer$/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Holidays').fill('tomorrow');
    await page.getByText('Shown again once every field of the form is right.').waitFor();
  });

  it('say so where Confluence is not connected, and where one may not see them', async () => {
    const { policy: defaults } = configuration;
    const rest = { switchedOnAt: null, confluence: false, names, policy: [], defaults };
    const answer = { settings: configuration, ...rest };
    const without = await open(
      'project-settings',
      PROJECT,
      appInUse().on(settings.read, () => ok(answer)),
    );
    await without.page.getByText('Confluence is not connected').waitFor();
    const refused = await open(
      'project-settings',
      PROJECT,
      appInUse().on(settings.read, () => problem('FORBIDDEN', 'Only project administrators may see this.')),
    );
    await refused.page.getByText('Only project administrators may see this.').waitFor();
  });
});

describe('the status macro', () => {
  it.each([
    ['nobody has chosen a project', { type: 'macro' }, appInUse(), 'Choose a project'],
    [
      'the viewer may not browse the project',
      MACRO,
      appInUse().on(status.macro, () => problem('FORBIDDEN', 'No.')),
      'You cannot see this project',
    ],
    [
      'nothing was published',
      MACRO,
      appInUse().on(status.macro, () => ok({ ...shownStatus, status: null, history: [] })),
      'No report has been published for PRJ. The first one shows here as soon as it is out.',
    ],
  ])('says so where %s', async (_when, extension, app, words) => {
    const { page } = await open('status-macro', extension, app);
    await page.getByText(words).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('draws what the reports said over time, each picture with its numbers as a table', async () => {
    const { page, complaints } = await open('status-macro', MACRO, appInUse());
    for (const title of ['Colours', 'Burn-up', 'Milestone trend', 'Overdue work by age', 'Exposed risks']) {
      const picture = page.getByRole('figure', { name: title });
      await picture.getByText(`${title} as a table`).click();
      expect(await picture.getByRole('row').count()).toBe(11);
    }
    const slipped = page
      .getByRole('figure', { name: 'Milestone trend' })
      .getByRole('row', { name: '2012-W29' });
    expect(await slipped.innerText()).toMatch(/Sep/);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says how old its figures are where no report has followed', async () => {
    const now = '2012-08-31T15:00:00.000Z';
    const app = appInUse().on(status.macro, () => ok({ ...shownStatus, now }));
    const { page } = await open('status-macro', MACRO, app);
    await page.getByText(/These figures are \d+ days old/).waitFor();
  });
});

describe('the portfolio', () => {
  it('says what is missing before what is worst, and what changed', async () => {
    const { page, complaints } = await open('project-page', PROJECT);
    await goTo(page, 'Portfolio');
    const rows = page.getByRole('row', { name: /Network|Project \(PRJ\)/ });
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toContain('Report 2012-W28 is missing');
    expect(await rows.nth(1).innerText()).toMatch(
      /Amber\s+Schedule\s+58\s+4\s+Green → Amber, −3 open, \+1 overdue/,
    );
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
