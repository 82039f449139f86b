import { seriousFaults } from '../support/accessibility';
import { peopleOnSite, type PersonAtPage } from '../support/people-on-site';

/** The app's macros on a page of the site that `npm start` serves, with the settings that Confluence opens for them. */
describe('a page with macros', () => {
  const people = peopleOnSite();
  const glance = async (): Promise<string> => {
    const found = await people.rest('GET', '/wiki/api/v2/pages?title=Payments%20at%20a%20glance');
    const { results } = (await found.json()) as { results: { id: string }[] };
    return `/wiki/pages/${results[0]?.id}`;
  };
  const settingsOf = async ({ page }: PersonAtPage, title: string): Promise<string> => {
    const macro = page.locator('figure.macro', { hasText: title });
    return (await macro.getByRole('link', { name: 'Edit the macro' }).getAttribute('href')) ?? '';
  };

  it('draws each macro, and shows another project once somebody has chosen it', async () => {
    const path = await glance();
    const claire = await people.openAs('claire', path);
    await claire.app
      .getByRole('heading', { name: /^Payments Platform Migration/ })
      .first()
      .waitFor();
    expect(await claire.page.locator('figure.macro').count()).toBe(4);

    const settings = await claire.goTo(await settingsOf(claire, 'Docket commitments'));
    await settings.getByLabel('Project', { exact: true }).fill('Network');
    await settings.getByRole('option', { name: /^Data-Centre Network Refresh/ }).waitFor();
    await claire.page.keyboard.press('Enter');
    expect(await seriousFaults(settings)).toEqual([]);
    await settings.getByRole('button', { name: 'Save' }).click();
    await claire.page.waitForURL(/\/pages\/\d+\/Payments/);
    const drawn = claire.page.locator('figure.macro', { hasText: 'Docket commitments' });
    await drawn
      .frameLocator('iframe')
      .getByText(/NET-\d+/)
      .first()
      .waitFor();
    const gone = await claire.page.request.get(new URL(`${path}/macros/nothing`, claire.page.url()).href);
    expect(gone.status()).toBe(404);
  });
});
