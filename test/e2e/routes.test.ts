import { commitments, reports } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { pageOf, SEVERAL } from '../support/commitment-answers';
import { appInUse, report } from '../support/screen-answers';
import { ok } from '../support/screens';
import { goTo, lastAsked, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const ADDRESS = 'https://site.example/projects/PRJ/apps/project-page';
const open = screensInBrowser();
const openAt = (path: string, answers = appInUse()) => open('project-page', PROJECT, answers, { path });
type Screen = Awaited<ReturnType<typeof openAt>>;

/** Waits until the window has that title. */
async function titled({ page }: Screen, title: string): Promise<void> {
  while ((await page.title()) !== title) await page.evaluate('new Promise(requestAnimationFrame)');
}
/** Waits until the focus is on a heading of these words. */
const headingFocused = ({ page }: Screen, words: string) =>
  page.locator('h1:focus, h2:focus').filter({ hasText: words }).waitFor();
const pathOf = ({ page }: Screen) => new URL(page.url()).hash.slice(1);

describe('the address of the project page', () => {
  it.each([
    ['/messages/planned', 'Messages', 'Planned · PRJ · Docket'],
    ['/plan', 'Plan', 'Plan · PRJ · Docket'],
    ['/portfolio', 'Portfolio', 'Portfolio · PRJ · Docket'],
  ])('%s opens that part, and names the window', async (path, part, title) => {
    const screen = await openAt(path);
    await screen.page
      .getByRole('navigation', { name: 'Docket' })
      .locator('[aria-current=page]')
      .getByText(part, { exact: true })
      .waitFor();
    await titled(screen, title);
    expect(await seriousFaults(screen.page)).toEqual([]);
  });

  it('opens the record that a link names, before its register is there', async () => {
    const app = appInUse();
    const screen = await openAt('/registers/risk/PRJ-8', app);
    await screen.page.getByRole('heading', { name: 'Two key engineers leave before go-live' }).waitFor();
    expect(lastAsked(app, 'registers.read')).toEqual({ kind: 'risk', issueId: 'PRJ-8' });
    await titled(screen, 'R-8 Two key engineers leave before go-live · Risks · PRJ · Docket');
    await screen.page.reload();
    await screen.page.getByRole('heading', { name: 'Two key engineers leave before go-live' }).waitFor();
  });

  it('opens the report that a link names, and goes to the newest', async () => {
    const app = appInUse().on(reports.read, ({ label }) =>
      ok({ report: { ...report, label: label ?? '2012-W29' }, next: null }),
    );
    const screen = await openAt('/reports/2012-W27', app);
    await screen.page.getByRole('heading', { name: 'Report 2012-W27' }).waitFor();
    await titled(screen, 'Report 2012-W27 · PRJ · Docket');
    await screen.page.getByRole('button', { name: 'Newest report' }).click();
    await screen.page.getByRole('heading', { name: 'Report 2012-W29' }).waitFor();
    expect(pathOf(screen)).toBe('/reports');
  });

  it('says so where there is no such page, and leads on', async () => {
    const { page } = await openAt('/registeres');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Go to the first page' }).click();
    await page.getByRole('button', { name: 'Remind now PRJ-7' }).waitFor();
  });
});

describe('the way through the project page', () => {
  it('leads back by the browser: part, record, the line that it was opened from', async () => {
    const screen = await openAt('/plan');
    const { page } = screen;
    await goTo(page, 'Registers');
    await headingFocused(screen, 'Registers');
    await page.getByRole('button', { name: 'Two key engineers leave before go-live' }).click();
    await headingFocused(screen, 'Two key engineers leave before go-live');
    await page.goBack();
    await page.locator('button:focus').getByText('Two key engineers leave before go-live').waitFor();
    expect(pathOf(screen)).toBe('/registers');
    await page.goBack();
    await headingFocused(screen, 'Plan');
    await page.goForward();
    await titled(screen, 'Risks · PRJ · Docket');
  });

  it('comes back to a part as it was left, without waiting for the app', async () => {
    const app = appInUse();
    const { page } = await openAt('/registers/risk/PRJ-8', app);
    await page.getByRole('heading', { name: 'Two key engineers leave before go-live' }).waitFor();
    await goTo(page, 'Messages');
    await goTo(page, 'Backlog');
    await goTo(page, 'Registers');
    expect(
      await page.getByRole('heading', { name: 'Two key engineers leave before go-live' }).isVisible(),
    ).toBe(true);
    await goTo(page, 'Messages');
    await page.locator('[aria-current=page]').getByText('Backlog').waitFor();
  });

  it('keeps the filters of a register in the address, also while a record is read', async () => {
    const screen = await openAt('/registers/risk?open=*&sort=key');
    const { page } = screen;
    expect(await page.getByLabel('Open only').isChecked()).toBe(false);
    await page.getByRole('searchbox').fill('engineers');
    expect(pathOf(screen)).toBe('/registers/risk?q=engineers&open=*&sort=key');
    await page.getByRole('button', { name: 'Two key engineers leave before go-live' }).click();
    await headingFocused(screen, 'Two key engineers leave before go-live');
    expect(pathOf(screen)).toBe('/registers/risk/PRJ-8?q=engineers&open=*&sort=key');
    await page.goBack();
    await page.getByText('1 of 4 risks').waitFor();
  });

  it('hands a link that is opened in a new tab to Jira', async () => {
    const { page, navigations } = await openAt('/plan');
    const link = page.getByRole('link', { name: 'Portfolio' });
    await page.locator(`a[href="${ADDRESS}/portfolio"]`).waitFor();
    await link.click({ modifiers: ['Control'] });
    await page.evaluate('0');
    expect(navigations).toEqual([`${ADDRESS}/portfolio`]);
    expect(await page.locator('[aria-current=page]').allTextContents()).toEqual(['Plan']);
  });
});

describe('the settings', () => {
  it('are a link for those who may change them, to a page of Jira', async () => {
    const { page, navigations } = await open('project-page', PROJECT, appInUse(), { administers: true });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.evaluate('0');
    expect(navigations).toEqual(['https://site.example/projects/PRJ/apps/project-settings']);
    const other = await openAt('/plan');
    await other.page.locator(`a[href="${ADDRESS}/portfolio"]`).waitFor();
    expect(await other.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  });
});

describe('what nobody has saved', () => {
  it('is asked about in its dialog by the back button, and goes with it', async () => {
    const screen = await openAt('/registers');
    const { page } = screen;
    await page.getByRole('button', { name: 'Two key engineers leave before go-live' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Cause').fill('Nobody knows why.');
    await page.goBack();
    await dialog.getByText('Your changes are not saved.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    expect(await dialog.getByLabel('Cause').inputValue()).toBe('Nobody knows why.');
    expect(pathOf(screen)).toBe('/registers/risk/PRJ-8');
    await page.goBack();
    await dialog.getByRole('button', { name: 'Discard them' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('grid', { name: 'Risks' }).waitFor();
    expect(pathOf(screen)).toBe('/registers');
  });

  it('is nothing in a dialog that only shows: the back button closes it', async () => {
    const app = appInUse().on(commitments.list, () => ok(pageOf(SEVERAL)));
    const screen = await openAt('/portfolio', app);
    const { page } = screen;
    await goTo(page, 'Commitments');
    await page.getByRole('grid').getByRole('button', { name: 'Write down the interface 3' }).click();
    await page.getByRole('dialog').waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(pathOf(screen)).toBe('/portfolio');
  });
});
