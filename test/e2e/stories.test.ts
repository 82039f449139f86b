import { seriousFaults } from '../support/accessibility';
import { peopleOnSite } from '../support/people-on-site';

const DOCKET = '/projects/PAY/docket';

/**
 * What Docket is for, as five people live it on the site that `npm start` serves: the real app under the content
 * security policy of Custom UI. One week of one project; each story goes on where the one before has ended.
 */
describe('a week with Docket', () => {
  const people = peopleOnSite();

  it('a lead who has not answered writes the update of the team, and loses nothing by a second click', async () => {
    const lead = await people.openAs('marcus', `${DOCKET}/reports`);
    const gateway = lead.app.getByRole('article', { name: 'Gateway' });
    await gateway.getByText('Missing').waitFor();
    expect(await seriousFaults(lead.app)).toEqual([]);
    await gateway.getByRole('button', { name: 'Write the update: Gateway' }).click();
    const dialog = lead.app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save the update' }).click();
    await dialog
      .getByText('Write at least one line: what is done, what is next, or what is in the way.')
      .waitFor();
    await dialog.getByLabel('Done').fill('Rate limits are live for the Nordic merchants.');
    await dialog.getByLabel('Next', { exact: true }).fill('Load test with the second bank.');
    await dialog.getByRole('radio', { name: 'High' }).check();
    expect(await seriousFaults(lead.app)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save the update' }).dblclick();
    await lead.flag('The update of Gateway is saved');
    await gateway.getByText('Rate limits are live for the Nordic merchants.').waitFor();
    await gateway.getByText(/^Marcus Oyelaran in Jira, /).waitFor();
    // Another lead's part is not theirs to write.
    await lead.app
      .getByRole('article', { name: 'Ledger' })
      .getByText('Only Tobias Wernicke or a reviewer can write it.')
      .waitFor();
  });

  it('a manager sets a colour with a reason, approves and publishes, and finds it all on the page', async () => {
    const manager = await people.openAs('ines', `${DOCKET}/reports`);
    await manager.app.getByText('Every lead has answered.').waitFor();
    await manager.app.getByRole('button', { name: 'Change the colour of Schedule' }).click();
    const dialog = manager.app.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Amber' }).check();
    await dialog.getByLabel('Why').fill('The Nordic banks confirmed the new window on Thursday.');
    await dialog.getByRole('button', { name: 'Set the colour' }).click();
    await manager.flag('The colour of Schedule is set');
    await manager.app.getByRole('button', { name: 'Approve' }).click();
    await manager.flag('The report is approved');
    await manager.app.getByText(/^Ines Falkenrath approved it, /).waitFor();
    expect(await seriousFaults(manager.app)).toEqual([]);

    await manager.page.getByRole('button', { name: '+1 day' }).click();
    const out = await manager.goTo(`${DOCKET}/reports`);
    await out.getByText(/^It went out .*, approved by Ines Falkenrath\.$/).waitFor();
    const link = out.getByRole('link', { name: /^Open "PAY weekly status 2026-W48/ });
    await manager.page.goto(`${await link.getAttribute('href')}`);
    await manager.page.getByRole('heading', { name: 'Overall status' }).waitFor();
    await manager.page.getByText('The Nordic banks confirmed the new window on Thursday.').first().waitFor();
    await manager.page.getByText('Rate limits are live for the Nordic merchants.').first().waitFor();
  });

  it('a sponsor decides on a change that is too big for the manager, from the link alone', async () => {
    const coordinator = await people.openAs('claire', `${DOCKET}/registers/change`);
    const change = coordinator.app.getByRole('button', { name: /Move the Nordic cut-over/ });
    await change.click();
    await coordinator.app.getByText('You asked for this, so somebody else decides on it.').waitFor();
    const path = new URL(coordinator.page.url()).pathname;
    expect(path).toMatch(/\/registers\/change\/PAY-\d+$/);

    const sponsor = await people.openAs('ruth', path);
    await sponsor.app.getByLabel('Comment').fill('The banks have the last word on their freeze.');
    expect(await seriousFaults(sponsor.app)).toEqual([]);
    await sponsor.app.getByRole('button', { name: 'Approve' }).dblclick();
    await sponsor.flag('You approved this');
    await sponsor.app.getByText('voted, which made it approved').waitFor();
    expect(await sponsor.app.getByText('voted, which made it approved').count()).toBe(1);
  });
});
