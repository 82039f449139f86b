import { callApp } from '../../../sandbox/cli/app-call';
import { messages, preview } from '../../../src/contract';
import { DEFAULT_REPORTING } from '../../../src/domain/reports';
import { afterAppTests, type TestApp } from '../../support/app';
import { approve, view } from '../../support/reports';
import { statusApp } from '../../support/status-page';

afterAppTests();

const told = (app: TestApp): string[] => app.told().filter((line) => line.includes('member'));

describe('a report that waits for its reviewer', () => {
  it('is chased on its page, on the ladder of the project, as the preview says', async () => {
    const app = await statusApp();
    const reviewers = ['member'];
    const saved = await app.host.invoke(app.screen('project-settings'), 'reporting.save', {
      ...DEFAULT_REPORTING,
      reviewers,
    });
    expect(saved).toMatchObject({ ok: true });
    await app.until('2026-07-24T13:30:00Z');
    const page = app.screen('project-page');
    const plan = await callApp(app.host, page, preview.ofProject, { days: 4 });
    const planned = plan.messages.filter(({ key }) => key.startsWith('asked:page:'));
    await app.until('2026-07-28T12:00:00Z');
    const sent = (await callApp(app.host, page, messages.list, {})).messages.filter(({ key }) =>
      key.startsWith('asked:page:'),
    );
    const item = 'PRJ weekly status 2026-W30: Project PRJ';
    expect(told(app)).toEqual([
      `due-today ${item} member 2026-07-24T14:00`,
      `overdue(1) ${item} member 2026-07-27T09:00`,
    ]);
    expect(sent).toHaveLength(2);
    expect(sent.map(({ key }) => key).toSorted()).toEqual(planned.map(({ key }) => key).toSorted());
    expect(sent[0]).toMatchObject({ hidden: null, state: 'sent' });
  });

  it('is chased with each of them until one approves, and with nobody who reviews no more', async () => {
    const app = await statusApp();
    const save = (reviewers: readonly string[]) =>
      app.host.invoke(app.screen('project-settings'), 'reporting.save', { ...DEFAULT_REPORTING, reviewers });
    const chased = () =>
      app
        .told()
        .filter((line) => line.includes('weekly status'))
        .map((line) => line.replace(/ PRJ .*: Project PRJ/u, '').replace(/T.*/u, ''))
        .toSorted();
    expect(await save(['member', 'ann'])).toMatchObject({ ok: true });
    await app.until('2026-07-27T12:00:00Z');
    const both = [
      'due-today ann 2026-07-24',
      'due-today member 2026-07-24',
      'overdue(1) ann 2026-07-27',
      'overdue(1) member 2026-07-27',
    ];
    expect(chased()).toEqual(both);

    expect(await save(['ann'])).toMatchObject({ ok: true });
    await app.until('2026-07-29T12:00:00Z');
    const late = ['escalated(1) lead 2026-07-29', 'overdue(3) ann 2026-07-29'];
    expect(chased()).toEqual([...both, ...late].toSorted());

    expect(await approve(app, 'ann')).toMatchObject({ ok: true });
    await app.until('2026-07-31T11:30:00Z');
    expect(chased()).toEqual([...both, ...late].toSorted());
    expect((await view(app)).state).toBe('published');
  });
});
