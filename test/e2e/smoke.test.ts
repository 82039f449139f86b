import type { Frame } from 'playwright-core';
import { seriousFaults } from '../support/accessibility';
import { peopleOnSite, type PersonAtPage } from '../support/people-on-site';
import { goTo } from '../support/screens-in-browser';

/** What a newcomer does first: `npm start`, a browser, and each of the app's screens once, with nothing in between. */
describe('what npm start serves', () => {
  const people = peopleOnSite();
  let admin: PersonAtPage | undefined;
  beforeEach(() => {
    admin = undefined;
  });

  /** Opens a page of the site as its administrator. @returns the app's frame in it. */
  const open = async (path: string): Promise<Frame> => {
    if (admin) return admin.goTo(path);
    admin = await people.openAs('stefan', path);
    return admin.app;
  };
  const rest = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await people.rest(method, path, body);
    expect(response.status).toBe(200);
    return response.json();
  };
  const flag = async (words: string | RegExp) => admin?.flag(words);

  it('says where to look, and each of these places is there', async () => {
    expect(Object.keys(people.site().places)).toEqual(
      expect.arrayContaining([
        'Start here',
        'A reminder',
        'Risk register',
        'Status page',
        'Messages, and why',
      ]),
    );
    for (const url of Object.values(people.site().places))
      expect([url, (await fetch(url)).status]).toEqual([url, 200]);
    expect(people.site().lines.join('\n')).not.toContain('Not as it should be');
  });

  it('lets a coordinator add a risk, which Jira then finds by its score', async () => {
    const register = await open('/projects/PAY/docket/registers');
    await register.getByRole('button', { name: 'Add risk' }).click();
    await register.getByLabel('Summary').fill('The rollback was never rehearsed');
    await register.getByLabel('Cause').fill('The rehearsal was cut from the plan.');
    await register.getByLabel('Event').fill('A rollback takes longer than the window.');
    await register
      .getByLabel('Impact', { exact: false })
      .first()
      .fill('Shops cannot take payments in the morning.');
    await register
      .getByRole('radiogroup', { name: /^Probability/ })
      .getByRole('radio', { name: '5 Very high' })
      .check();
    await register
      .getByRole('radiogroup', { name: /^Impact rating/ })
      .getByRole('radio', { name: '5 Severe' })
      .check();
    await register.getByRole('button', { name: 'Save' }).click();
    await flag(/is on the register/);
    await register
      .getByRole('row', { name: /The rollback was never rehearsed/ })
      .getByText('25 High')
      .waitFor();
    expect(await seriousFaults(register)).toEqual([]);

    const found = await rest('POST', '/rest/api/3/search/jql', {
      jql: 'project = PAY AND docketRiskScore = 25',
      fields: ['summary'],
    });
    expect(found).toMatchObject({ issues: [{ fields: { summary: 'The rollback was never rehearsed' } }] });
  });

  it('shows what was sent and why, what is backlog, and the last report', async () => {
    const project = await open('/projects/NET/docket');
    await goTo(project, 'Messages');
    await project
      .getByRole('cell', { name: /^Rule: / })
      .first()
      .waitFor();
    await goTo(project, 'Backlog');
    await project.getByRole('link', { name: 'Open in Jira' }).waitFor();
    await goTo(project, 'Reports');
    await project.getByRole('heading', { name: /^Report 2026-W/ }).waitFor();
    await project.getByText(/^It went out /).waitFor();
  });

  it('shows what would be sent next, and lets a person put it off and take that back', async () => {
    const project = await open('/projects/PAY/docket');
    await goTo(project, 'Messages');
    await goTo(project, 'Planned');
    await project.getByText(/^\d+ messages in the next 5 days\.$/).waitFor();
    await project
      .getByRole('cell', { name: /^Rule: / })
      .first()
      .waitFor();

    const panel = await open(new URL(people.site().places['A reminder'] ?? '').pathname);
    const next = panel.getByRole('listitem').filter({ has: panel.getByText('Next', { exact: true }) });
    const before = (await next.textContent()) ?? '';
    await panel.getByRole('button', { name: 'Snooze until' }).click();
    await panel.getByLabel('Quiet until').fill('03.12.2026');
    await admin?.page.keyboard.press('Enter');
    await panel.getByLabel('Reason').fill('The vendor answers on Monday.');
    await panel.getByRole('button', { name: 'Snooze', exact: true }).click();
    await flag('Reminders are snoozed');
    await panel.getByText('Snoozed until Thu, 3 Dec 2026').waitFor();
    await next.filter({ hasText: before }).waitFor({ state: 'detached' });
    expect(await seriousFaults(panel)).toEqual([]);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await next.filter({ hasText: before }).waitFor();
  });

  it('saves the policy of a project, and shows it again', async () => {
    const settings = await open('/projects/HRP/settings/docket');
    await settings.getByLabel('Issues, by a query').fill('colour = red');
    await settings.getByRole('button', { name: 'Save settings' }).click();
    await settings.getByText(/^Jira does not accept the query: .*colour/).waitFor();
    await settings.getByLabel('Issues, by a query').fill('labels = cut-over');
    await settings.getByLabel('Remind before the due date').fill('7');
    await settings.getByLabel('Quiet statuses').fill('On hold');
    await settings.getByRole('button', { name: 'Save settings' }).click();
    await flag('The settings are saved');
    const again = await open('/projects/HRP/settings/docket');
    await again.getByText('Nothing is sent while an item is On hold.').waitFor();
    expect(await again.getByLabel('Remind before the due date').inputValue()).toBe('7');
    expect(await again.getByLabel('Issues, by a query').inputValue()).toBe('labels = cut-over');
  });

  it('saves the settings of a project, and shows them again', async () => {
    const settings = await open('/projects/HRP/settings/docket');
    await settings.getByLabel('Holidays').fill('2026-12-25');
    await settings.getByRole('button', { name: 'Save settings' }).click();
    await flag('The settings are saved');
    const again = await open('/projects/HRP/settings/docket');
    await again.getByLabel('Holidays').waitFor();
    expect(await again.getByLabel('Holidays').inputValue()).toBe('2026-12-25');
    expect(await seriousFaults(again)).toEqual([]);
  });

  it('draws the status of a project in a macro on any page', async () => {
    const spaces = (await rest('GET', '/wiki/api/v2/spaces?keys=PAY')) as { results: { id: string }[] };
    const macro = {
      type: 'extension',
      attrs: {
        extensionType: 'com.atlassian.ecosystem',
        extensionKey: 'app/environment/static/status-macro',
        parameters: { guestParams: { projectKey: 'PAY' } },
      },
    };
    const created = (await rest('POST', '/wiki/api/v2/pages', {
      spaceId: spaces.results[0]?.id,
      status: 'current',
      title: 'How we are doing',
      body: {
        representation: 'atlas_doc_format',
        value: JSON.stringify({ version: 1, type: 'doc', content: [macro] }),
      },
    })) as { id: string };
    const status = await open(`/wiki/pages/${created.id}`);
    await status.getByRole('heading', { name: /^Payments Platform Migration/ }).waitFor();
  });
});
