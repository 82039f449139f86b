import type { Page } from 'playwright-core';
import { reporting, settings } from '../../src/contract';
import { DEFAULT_POLICY_SHAPE } from '../../src/contract/policy';
import { ReportingShape } from '../../src/contract/reporting';
import { DEFAULT_REPORTING } from '../../src/domain/reports';
import { seriousFaults } from '../support/accessibility';
import { appInUse, configuration, names } from '../support/screen-answers';
import { ok } from '../support/screens';
import { lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
const [firstPerson = ''] = Object.keys(names);

const stored = ReportingShape.parse({
  ...DEFAULT_REPORTING,
  workstreams: [
    { id: 'stream-1', name: 'Payments', leadId: firstPerson, scope: { kind: 'component', component: 'Pay' } },
  ],
});
const coming = [
  {
    label: '2026-W30',
    ask: '2026-07-23T09:00:00.000Z',
    cutOff: '2026-07-24T12:00:00.000Z',
    publish: '2026-07-24T15:00:00.000Z',
  },
];

async function openSettings(save: 'saves' | 'refuses' = 'saves') {
  const report = { enabled: true, spaceKey: 'TEAM', parentPageId: null };
  const answer = { reporting: stored, zone: 'Europe/Berlin', coming, underway: [], names };
  const app = appInUse()
    .on(settings.read, () =>
      ok({
        settings: { ...configuration, report },
        switchedOnAt: null,
        confluence: true,
        names,
        defaults: DEFAULT_POLICY_SHAPE,
        policy: [],
      }),
    )
    .on(reporting.read, () => ok(answer))
    .on(reporting.coming, () => ok({ coming }))
    .on(reporting.save, ({ seen: _seen, ...request }) =>
      save === 'saves'
        ? ok({ ...answer, reporting: request })
        : problem('BAD_INPUT', 'The settings were not saved.', {
            'workstreams.0.scope': 'The project has no component "Pay". Check its name.',
          }),
    );
  const screen = await open('project-settings', PROJECT, app);
  await screen.page.getByRole('heading', { name: 'Reports', exact: true }).waitFor();
  await screen.page.getByText('2026-W30').waitFor();
  return { app, ...screen };
}
const save = (page: Page) => page.getByRole('button', { name: 'Save report settings' }).click();

describe('the report settings', () => {
  it('are sent as they were changed, and say what they mean', async () => {
    const { app, page, flags, complaints } = await openSettings();
    await page.getByLabel('every month').check();
    await page.getByLabel('It is published on: time').fill('16:30');
    await page.getByRole('button', { name: 'Add a workstream' }).click();
    const second = page.getByRole('group', { name: 'Workstream 2' });
    await second.getByLabel('Name').fill('Ledger');
    await second.getByLabel('Component').fill('Ledger');
    await save(page);
    await page.getByText('Choose the person who answers for this workstream.').waitFor();
    await page.getByRole('button', { name: 'Remove workstream 2' }).click();
    await page.getByLabel('everybody who can see the Confluence space').check();
    await page.getByText('Colours').click();
    await page.getByLabel('Scope: growth of open work in the period, %: Red').fill('25');
    expect(await seriousFaults(page)).toEqual([]);
    await save(page);
    await flags.saying('The report settings are saved');
    expect(lastAsked(app, 'reporting.save')).toEqual({
      ...stored,
      calendar: { ...stored.calendar, cadence: 'monthly', publish: { weekday: 5, time: '16:30' } },
      audience: 'space',
      tolerances: { ...stored.tolerances, scope: { growth: { amber: 0.05, red: 0.25 } } },
      seen: stored,
    });
    expect(lastAsked(app, 'reporting.coming')).toMatchObject({ calendar: { cadence: 'monthly' } });
    expect(complaints).toEqual([]);
  });

  it('show what the app refuses beside its field, and keep what was typed', async () => {
    const { page } = await openSettings('refuses');
    await page.getByLabel('Name', { exact: true }).fill('Paying');
    await save(page);
    await page.getByText('The project has no component "Pay". Check its name.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Paying');
    expect(await seriousFaults(page)).toEqual([]);
  });
});
