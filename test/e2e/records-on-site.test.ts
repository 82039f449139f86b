import { seriousFaults } from '../support/accessibility';
import type { PersonName } from '../../sandbox/seed/people';
import { peopleOnSite, type PersonAtPage } from '../support/people-on-site';

/** Registers as people meet them on the site that `npm start` serves: the whole app, and nobody's answers but its own. */
describe('records on the site that npm start serves', () => {
  const people = peopleOnSite();
  const risksAs = async (name: PersonName): Promise<PersonAtPage> => {
    const person = await people.openAs(name, '/projects/PAY/docket/registers/risk');
    await person.app.getByRole('grid', { name: 'Risks' }).waitFor();
    return person;
  };

  it('shows both versions to the second of two people who change a record', async () => {
    const risk = /Nordic banks may miss/;
    const edit = async ({ app }: PersonAtPage) => {
      await app.getByRole('button', { name: risk }).click();
      await app.getByRole('button', { name: 'Edit', exact: true }).click();
      await app.getByRole('dialog').getByLabel('Trigger').waitFor();
    };
    const [first, second] = [await risksAs('ines'), await risksAs('claire')];
    await edit(first);
    await edit(second);
    await first.app.getByLabel('Trigger').fill('A bank cancels its slot.');
    await first.app.getByRole('button', { name: 'Save' }).click();
    await first.flag(/is saved/);
    await second.app.getByLabel('Trigger').fill('No slot by Friday.');
    await second.app.getByLabel('Contingency plan').fill('Replay recorded files.');
    await second.app.getByRole('button', { name: 'Save' }).click();
    await second.app.getByText('Somebody changed this record while you had it open').waitFor();
    await second.app.getByRole('radio', { name: 'Trigger: theirs' }).check();
    await second.app.getByRole('button', { name: 'Save this choice' }).click();
    await second.flag(/is saved/);
    await second.app.getByText('A bank cancels its slot.').first().waitFor();
    await second.app.getByText('Replay recorded files.').first().waitFor();
  });

  it('shows what was written past Docket as unreadable, and puts the last good version back', async () => {
    const { app } = await risksAs('ines');
    const row = app.getByRole('grid', { name: 'Risks' }).getByRole('row').nth(1);
    const key = await row.getByRole('link').textContent();
    const property = `/rest/api/3/issue/${key}/properties/docket.risk`;
    expect((await people.rest('PUT', property, { v: 2, state: 'gone' })).status).toBe(200);

    const { flag, app: again } = await risksAs('ines');
    const warning = again.getByRole('listitem').filter({ hasText: `${key}` });
    await warning.getByText(/The last good version is from/).waitFor();
    expect(await seriousFaults(again)).toEqual([]);
    await warning.getByRole('button', { name: `Restore ${key}` }).click();
    await flag(`The last good version of ${key} is back`);
    await warning.waitFor({ state: 'detached' });
    await again
      .getByRole('grid', { name: 'Risks' })
      .getByRole('link', { name: `Open ${key}` })
      .waitFor();
  });

  it('rates by the scales that a project administrator has just saved', async () => {
    const { app, flag } = await people.openAs('ines', '/projects/PAY/settings/docket');
    await app.getByRole('tab', { name: 'Registers' }).click();
    await app.getByLabel('Name of band 1').fill('Critical');
    await app.getByRole('button', { name: 'Save this register' }).click();
    await flag('The settings of risks are saved');
    expect(await seriousFaults(app)).toEqual([]);

    const { app: risks } = await risksAs('ines');
    await risks
      .getByRole('grid', { name: 'Risks' })
      .getByText(/Critical/)
      .first()
      .waitFor();
  });
});
