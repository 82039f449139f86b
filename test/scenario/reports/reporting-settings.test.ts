import { callApp } from '../../../sandbox/cli/app-call';
import { reporting, settings } from '../../../src/contract';
import { DEFAULT_REPORTING } from '../../../src/domain/reports';
import { afterAppTests, appWith, type TestApp } from '../../support/app';

afterAppTests();

const stream = (change: object = {}) => ({
  id: 'pay',
  name: 'Payments',
  leadId: 'member',
  scope: { kind: 'jql', jql: 'labels = pay' },
  ...change,
});
const save = (app: TestApp, change: object, accountId = 'lead') =>
  app.host.invoke(app.screen('project-settings', accountId), 'reporting.save', {
    ...DEFAULT_REPORTING,
    ...change,
  });

describe('how a project reports', () => {
  it('is decided by people who administer the project, and read back as it was saved', async () => {
    const app = await appWith((build) => build.project());
    for (const call of ['reporting.read', 'reporting.save'])
      expect(
        await app.host.invoke(
          app.screen('project-settings', 'member'),
          call,
          call.endsWith('save') ? DEFAULT_REPORTING : {},
        ),
      ).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
    expect(await save(app, { workstreams: [stream()], reviewers: ['lead'] })).toMatchObject({ ok: true });
    const read = await callApp(app.host, app.screen('project-settings'), reporting.read, {});
    expect(read.reporting).toEqual({ ...DEFAULT_REPORTING, workstreams: [stream()], reviewers: ['lead'] });
    expect(Object.keys(read.names).sort()).toEqual(['lead', 'member']);
  });

  it('says when the next three reports are asked for, closed and published', async () => {
    const app = await appWith((build) => build.project());
    const { coming } = await callApp(app.host, app.screen('project-settings'), reporting.coming, {
      calendar: { ...DEFAULT_REPORTING.calendar, cadence: 'monthly' },
    });
    expect(coming[0]).toEqual({
      label: '2026-07',
      ask: '2026-07-30T09:00:00.000Z',
      cutOff: '2026-07-31T12:00:00.000Z',
      publish: '2026-07-31T15:00:00.000Z',
    });
    expect(coming.map(({ label }) => label)).toEqual(['2026-07', '2026-08', '2026-09']);
  });

  it('refuses tolerances that contradict themselves, at their field', async () => {
    const app = await appWith((build) => build.project());
    const { tolerances } = DEFAULT_REPORTING;
    const cost = { overrun: { amber: 0.2, red: 0.1 } };

    expect(await save(app, { tolerances: { ...tolerances, cost } })).toMatchObject({
      ok: false,
      problem: { fields: { 'tolerances.cost.overrun': 'Red has to begin above amber (0.2).' } },
    });
  });

  it('stays when other settings are saved', async () => {
    const app = await appWith((build) => build.project());
    await save(app, { stakeholders: ['member'] });
    const { settings: before } = await callApp(app.host, app.screen('project-settings'), settings.read, {});
    await callApp(app.host, app.screen('project-settings'), settings.save, before);
    const read = await callApp(app.host, app.screen('project-settings'), reporting.read, {});
    expect(read.reporting.stakeholders).toEqual(['member']);
  });

  it.each([
    [
      { workstreams: [stream({ scope: { kind: 'jql', jql: 'nonsense = (' } })] },
      'workstreams.0.scope',
      'a bracket or a quotation mark without its partner',
    ],
    [
      { workstreams: [stream({ scope: { kind: 'jql', jql: 'nonsense = 1' } })] },
      'workstreams.0.scope',
      'Jira does not accept the query of "Payments"',
    ],
    [
      { workstreams: [stream({ scope: { kind: 'component', component: 'Nowhere' } })] },
      'workstreams.0.scope',
      'The project has no component "Nowhere"',
    ],
    [
      { workstreams: [stream(), stream({ id: 'other' })] },
      'workstreams.1.name',
      'Two workstreams are called',
    ],
    [{ workstreams: [stream({ leadId: 'nobody' })] }, 'workstreams.0.leadId', 'cannot be asked'],
    [{ reviewers: ['gone'] }, 'reviewers', 'These people cannot be told'],
    [{ includedRestricted: ['ABC-1'] }, 'includedRestricted', 'no issues of this project'],
    [{ calendar: { ...DEFAULT_REPORTING.calendar, anchor: '2026-02-30' } }, 'calendar.anchor', 'is no date'],
  ])('refuses %j and saves nothing of it', async (change, field, message) => {
    const app = await appWith((build) => build.project());
    expect(await save(app, { ...change, stakeholders: ['member'] })).toMatchObject({
      ok: false,
      problem: { code: 'BAD_INPUT', fields: { [field]: expect.stringContaining(message) } },
    });
    const read = await callApp(app.host, app.screen('project-settings'), reporting.read, {});
    expect(read.reporting).toEqual(DEFAULT_REPORTING);
  });
});
