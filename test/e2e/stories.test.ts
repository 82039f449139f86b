import { accountIdOf } from '../../sandbox/seed/people';
import { seriousFaults } from '../support/accessibility';
import { peopleOnSite } from '../support/people-on-site';

const DOCKET = '/projects/PAY/docket';

/**
 * What Docket is for, as five people live it on the site that `npm start` serves: the real app under the content
 * security policy of Custom UI. One week of one project; each story goes on where the one before has ended.
 */
describe('a week with Docket', () => {
  const people = peopleOnSite();

  it('a lead who has not answered writes the update of the team in German, and loses nothing by a second click', async () => {
    const lead = await people.openAs('tobias', `${DOCKET}/reports`);
    const ledger = lead.app.getByRole('article', { name: 'Ledger' });
    await ledger.getByText('Fehlt').waitFor();
    expect(await seriousFaults(lead.app)).toEqual([]);
    await ledger.getByRole('button', { name: 'Meldung schreiben: Ledger' }).click();
    const dialog = lead.app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Meldung speichern' }).click();
    await dialog
      .getByText(
        'Mindestens eine Zeile schreiben: was erledigt ist, was als Nächstes kommt oder was im Weg steht.',
      )
      .waitFor();
    await dialog.getByLabel('Erledigt').fill('Beide Formate der Bank werden verbucht.');
    await dialog.getByLabel('Als Nächstes', { exact: true }).fill('Der November wird doppelt abgeschlossen.');
    await dialog.getByRole('radio', { name: 'Hoch' }).check();
    expect(await seriousFaults(lead.app)).toEqual([]);
    await dialog.getByRole('button', { name: 'Meldung speichern' }).dblclick();
    await lead.flag('Die Meldung ist gespeichert: Ledger');
    await ledger.getByText('Beide Formate der Bank werden verbucht.').waitFor();
    // Another lead's part is not theirs to write.
    await lead.app
      .getByRole('article', { name: 'Card vault' })
      .getByText('Nur Ananya Deshpurkar oder Prüfende können sie schreiben.')
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
    await manager.page.getByText('Beide Formate der Bank werden verbucht.').first().waitFor();
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

  it('a coordinator starts the day with what is worst, reminds its owner once, and sees it kept', async () => {
    const coordinator = await people.openAs('claire', DOCKET);
    const { app } = coordinator;
    await app.getByRole('heading', { name: /^Serious/ }).waitFor();
    expect(await seriousFaults(app)).toEqual([]);
    const remind = app.getByRole('button', { name: /^Remind now PAY-\d+$/ }).first();
    const issue = /PAY-\d+/.exec((await remind.textContent()) ?? '')?.[0] ?? '';
    await remind.dblclick();
    await coordinator.flag(/ is told now$/);

    await app.getByRole('link', { name: 'Commitments', exact: true }).click();
    await app.getByRole('grid', { name: 'Commitments' }).waitFor();
    await app.getByLabel('Search commitments').fill(issue);
    await app.getByRole('grid').getByRole('link', { name: issue }).first().waitFor();
    expect(await seriousFaults(app)).toEqual([]);
    await coordinator.page.goBack();

    const panel = await coordinator.goTo(`/browse/${issue}`);
    await panel.getByRole('heading', { name: 'Follow-up' }).waitFor();
    const asked = coordinator.page.locator('.comment', { hasText: 'Claire Ashdown' });
    expect(await asked.count()).toBe(1);
    expect(await seriousFaults(panel)).toEqual([]);
  });

  it('an owner promises another date from the issue, and takes it back', async () => {
    const found = await people.rest('POST', '/rest/api/3/search/jql', {
      jql: 'project = PAY AND assignee is not EMPTY AND due < now() AND statusCategory != Done ORDER BY due',
      fields: ['assignee'],
    });
    const { issues } = (await found.json()) as {
      issues: { key: string; fields: { assignee: { accountId: string } } }[];
    };
    const late = issues.find(({ fields }) => fields.assignee.accountId === accountIdOf('ananya'));
    const owner = await people.openAs('ananya', `/browse/${late?.key}`);
    await owner.app.getByRole('button', { name: 'Promise a new date' }).click();
    await owner.app.getByRole('button', { name: 'Promise', exact: true }).click();
    await owner.app.getByText('Choose a date.').waitFor();
    await owner.app.getByRole('combobox', { name: 'New date' }).fill('11/12/2026');
    await owner.page.keyboard.press('Enter');
    await owner.app.getByRole('button', { name: 'Promise', exact: true }).click();
    await owner.flag('The new date is promised');
    await owner.app.getByText(/^New date promised: .*11 Dec/).waitFor();
    await owner.app.getByText(/^First promised: /).waitFor();
    expect(await seriousFaults(owner.app)).toEqual([]);
    await owner.app.getByRole('button', { name: 'Undo' }).click();
    await owner.app.getByRole('button', { name: 'Promise a new date' }).waitFor();
  });

  it('an admin sees that all is well, and finds what is kept of a person', async () => {
    const admin = await people.openAs('stefan', '/admin/docket');
    await admin.app.getByText(/\d of 8 steps done$/).waitFor();
    await admin.app.getByText('Nothing needs you.').waitFor();
    await admin.app
      .getByRole('row', { name: /^Reminders/ })
      .first()
      .waitFor();
    expect(await seriousFaults(admin.app)).toEqual([]);
    await admin.app.getByRole('tab', { name: 'Data of a person' }).click();
    await admin.app.getByLabel('Person', { exact: true }).fill('Rohit');
    await admin.app.getByRole('option', { name: /Rohit/ }).waitFor();
    await admin.page.keyboard.press('Enter');
    await admin.app.getByRole('button', { name: 'Look', exact: true }).click();
    await admin.app.getByText(/^Docket keeps \d+ rows about Rohit Chandekar\.$/).waitFor();
    expect(await seriousFaults(admin.app)).toEqual([]);

    // Nobody else gets there, whatever they type.
    const other = await people.openAs('owen', '/projects/NET/docket');
    const refused = await other.page.request.get(new URL('/admin/docket', people.site().origin).href);
    expect(refused.status()).toBe(404);
  });
});
