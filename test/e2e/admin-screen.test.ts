import { admin } from '../../src/contract';
import type { ErasureView } from '../../src/contract/admin';
import { seriousFaults } from '../support/accessibility';
import { busyHealth, freshHealth } from '../support/admin-answers';
import { appInUse } from '../support/screen-answers';
import { ok } from '../support/screens';
import { lastAsked, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();

const ANA = '5b10ac8d82e05b22cc7d4ef5';

describe('the admin page', () => {
  it('shows what needs attention, hands work over again, and sets it aside with a reason', async () => {
    let health = busyHealth;
    const app = appInUse()
      .on(admin.read, () => ok(health))
      .on(admin.retry, () => {
        health = { ...busyHealth, letters: [], waiting: [], unread: [] };
        return ok({ handedOver: 1 });
      })
      .on(admin.dismiss, () => ok({}));
    const { page, flags, complaints } = await open('admin-page', {}, app);
    await page.getByText('Docket has no access to this project any more', { exact: false }).waitFor();
    await page.getByText('the points of the hour are used up', { exact: false }).waitFor();
    expect(app.asked.map(({ name }) => name)).toEqual(['admin.read']);
    await page.getByText('Last 7 days').click();
    await page.getByRole('img', { name: /5,800 in one hour|was 5,800/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Dismiss: Reports, PRJ' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByText('Say why.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Reason').fill('Published by hand');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(lastAsked(app, 'admin.dismiss')).toEqual({
      work: 'report 10000 2012-W28 publish',
      reason: 'Published by hand',
    });

    await page.getByRole('button', { name: 'Retry: Reports, PRJ' }).click();
    await flags.saying('1 piece of work was handed over');
    expect(lastAsked(app, 'admin.retry')).toEqual({ works: ['report 10000 2012-W28 publish'] });
    await page.getByText('Nothing needs you.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('leads from installation to a first project, one button at a time', async () => {
    let guide = freshHealth.guide;
    const app = appInUse()
      .on(admin.read, () => ok({ ...freshHealth, guide }))
      .on(admin.saveDefaults, ({ seen: _seen, ...saved }) => {
        guide = { ...guide, done: ['installed', 'defaults'] };
        return ok(saved);
      })
      .on(admin.projects, () => ok({ projects: [{ id: '10000', key: 'PRJ', name: 'Project' }] }))
      .on(admin.chooseProject, () => {
        guide = {
          ...guide,
          project: { id: '10000', key: 'PRJ', name: 'Project' },
          done: ['installed', 'defaults', 'project'],
        };
        return ok({});
      })
      .on(admin.showGuide, ({ shown }) => {
        guide = { ...guide, dismissed: !shown };
        return ok({});
      });
    const { page, navigations, complaints } = await open('admin-page', {}, app);
    await page.getByText('1 of 8 steps done', { exact: false }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open the defaults' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 of 8 steps done', { exact: false }).waitFor();
    await page.getByLabel('Project', { exact: true }).fill('PRJ');
    await page.getByRole('option', { name: 'Project (PRJ)' }).click();
    await page.getByRole('button', { name: 'Choose' }).click();
    await page.getByText('3 of 8 steps done', { exact: false }).waitFor();
    expect(lastAsked(app, 'admin.chooseProject')).toEqual({ projectId: '10000' });
    await page.getByRole('button', { name: 'Open the project settings' }).click();
    expect(navigations).toHaveLength(1);
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.getByRole('button', { name: 'Show first steps' }).click();
    await page.getByText('3 of 8 steps done', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('looks for a person, saves what there is as a file, and erases it once the name is typed', async () => {
    const erased: ErasureView[] = [];
    const row = (store: string, effect: 'anonymised' | 'removed' | 'settings') => ({
      store,
      key: `${store} 1`,
      effect,
      mentions: [{ path: 'entry.recipient', value: ANA }],
    });
    const app = appInUse()
      .on(admin.people, () => ok({ people: [{ accountId: ANA, name: 'Ana Sousa' }] }))
      .on(admin.person, ({ from }) =>
        ok(
          from === null
            ? { rows: [row('ledger', 'anonymised')], next: { store: 1, after: null }, behind: 1, parts: 2 }
            : { rows: [row('project', 'settings')], next: null, behind: 2, parts: 2 },
        ),
      )
      .on(admin.erasures, () => ok({ erasures: erased, names: { admin: 'Ada Admin' } }))
      .on(admin.erase, () => {
        const erasure: ErasureView = {
          id: 'erased:1f3a90c2',
          accountId: null,
          by: 'admin',
          requestedAt: '2012-07-16T03:30:00.000Z',
          endedAt: '2012-07-16T03:31:00.000Z',
          state: 'done',
          behind: 2,
          parts: 2,
          counts: { anonymised: 1, removed: 0 },
          still: [{ store: 'project', key: '10000', effect: 'settings' }],
        };
        erased.push(erasure);
        return ok(erasure);
      });
    const { page, flags, complaints } = await open('admin-page', {}, app);
    await page.getByRole('tab', { name: 'Data of a person' }).click();
    await page.getByLabel('Person', { exact: true }).fill('Ana');
    await page.getByRole('option', { name: 'Ana Sousa' }).click();
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.getByText('Docket keeps 2 rows about Ana Sousa.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as JSON' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('docket-person.json');

    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByText('1 place still names the person', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Type the name as it is shown.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Type “Ana Sousa” to confirm').fill('ana sousa');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await flags.saying('The erasure has begun');
    expect(lastAsked(app, 'admin.erase')).toEqual({ accountId: ANA, typed: 'ana sousa' });
    await page.getByText('Asked for by Ada Admin.', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says that nothing is sent without a licence', async () => {
    const app = appInUse().on(admin.read, () => ok({ ...busyHealth, licensed: false }));
    const { page } = await open('admin-page', {}, app, { colorMode: 'dark' });
    await page.getByText('Docket has no licence on this site').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
