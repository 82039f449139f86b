import { callApp } from '../../sandbox/cli/app-call';
import { messages, preview } from '../../src/contract';
import type { MessageView } from '../../src/contract/messages';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { doc } from '../support/site';
import { due, meeting, tasksApp } from '../support/tasks';

afterAppTests();

const listed = async (app: TestApp, accountId: string): Promise<readonly MessageView[]> =>
  (await callApp(app.host, app.screen('project-page', accountId), messages.list, {})).messages;
const HIDDEN = { item: '', url: '', recipient: '', dueDate: '', why: '' };
const today = due('2026-07-20');

/** What a list says where the viewer must not learn of `words`. */
function expectSilent(shown: unknown, words: readonly string[]): void {
  for (const word of words) expect(JSON.stringify(shown)).not.toContain(word);
}

describe('the list of messages, for somebody who may browse the project', () => {
  it('hides tasks on pages that they may not see, and asks for all pages at once', async () => {
    const app = await tasksApp((build) => {
      build.user({ accountId: 'outsider' });
      const [space] = [...build.state.spaces.all()];
      build.state.spaces.patch(space!.id, { everyone: null, members: { lead: 'edit', member: 'edit' } });
      meeting(build, [{ text: 'Merger', owner: 'member', due: today }], { title: 'Secret plans' });
      meeting(build, [{ text: 'Layoffs', owner: 'member', due: today }], { title: 'Board minutes' });
    });
    await app.hours(10);
    expect((await listed(app, 'lead')).map(({ item, hidden }) => [item, hidden]).sort()).toEqual([
      ['Board minutes', null],
      ['Secret plans', null],
    ]);
    const before = app.exchanges.length;
    const seen = await listed(app, 'outsider');
    expect(seen).toMatchObject([
      { ...HIDDEN, hidden: 'page', stage: 'due-today', state: 'sent' },
      { ...HIDDEN, hidden: 'page', stage: 'due-today', state: 'sent' },
    ]);
    expectSilent(seen, [
      'Secret plans',
      'Board minutes',
      'Merger',
      'Layoffs',
      'task:',
      '2026-07-20/',
      'member',
    ]);
    const calls = app.exchanges.slice(before).map(({ operation }) => operation);
    expect(calls.filter((operation) => operation === 'getPages')).toHaveLength(1);
  });

  it('hides issues whose security level leaves them out', async () => {
    const app = await appWith((build) => {
      const { id: projectId } = build.project();
      const level = build.securityLevel({ memberIds: ['lead', 'app'] });
      build.issue({ projectId, assigneeId: 'lead', dueDate: '2026-07-20' });
      build.issue({
        key: 'PRJ-99',
        projectId,
        assigneeId: 'lead',
        dueDate: '2026-07-20',
        securityLevelId: level.id,
      });
    });
    const [level] = [...app.state.securityLevels.all()];
    app.state.securityLevels.patch(level!.id, { memberIds: ['lead', app.state.appAccountId ?? ''] });
    await app.hours(10);
    expect((await listed(app, 'lead')).map(({ item }) => item).sort()).toEqual(['PRJ-1', 'PRJ-99']);
    const seen = await listed(app, 'member');
    expect(seen.map(({ item, hidden }) => [item, hidden]).sort()).toEqual([
      ['', 'issue'],
      ['PRJ-1', null],
    ]);
    expectSilent(seen, ['PRJ-99']);
  });

  it('shows the issues, and no page, while Confluence is down', async () => {
    const app = await tasksApp((build) => {
      const [project] = [...build.state.projects.all()];
      build.issue({ projectId: project!.id, assigneeId: 'member', dueDate: '2026-07-20' });
      meeting(build, [{ owner: 'member', due: today }]);
    });
    await app.hours(10);
    const repair = app.faults.add({
      matches: ({ kind }) => kind === 'confluence',
      effect: { type: 'status', status: 503 },
    });
    const seen = await listed(app, 'lead');
    repair();
    expect(seen.map(({ item, hidden }) => [item, hidden]).sort()).toEqual([
      ['', 'page'],
      ['PRJ-1', null],
    ]);
  });
});

describe('the preview, for somebody who may browse the project', () => {
  it('names no issue that they may not see as the place of a task', async () => {
    const app = await tasksApp(
      (build) => {
        const [project] = [...build.state.projects.all()];
        const level = build.securityLevel({ memberIds: [] });
        build.issue({ key: 'PRJ-99', projectId: project!.id, securityLevelId: level.id });
        const page = meeting(build, [{ text: 'Order', owner: 'lead', due: today }]);
        const card = { type: 'inlineCard', attrs: { url: `${build.state.baseUrl}/browse/PRJ-99` } };
        const content = [...page.body.content, { type: 'paragraph', content: [card] }];
        build.state.pages.patch(page.id, { body: { ...doc(), content } });
      },
      { chaseOn: 'issue' },
    );
    const [level] = [...app.state.securityLevels.all()];
    app.state.securityLevels.patch(level!.id, { memberIds: ['lead', app.state.appAccountId ?? ''] });
    const planned = async (accountId: string) => {
      const plan = await callApp(app.host, app.screen('project-page', accountId), preview.ofProject, {
        days: 1,
      });
      return plan.messages.map(({ item, summary }) => `${item}: ${summary}`);
    };
    expect(await planned('lead')).toEqual(['PRJ-99: Order (on the page Minutes)']);
    expect(await planned('member')).toEqual(['Minutes: Order']);
  });
});
