import { callApp } from '../../sandbox/cli/app-call';
import { outcomeOf } from '../../sandbox/cli/outcome';
import { writeVersion } from '../../sandbox/site/confluence/pages';
import { choices, preview, settings } from '../../src/contract';
import { afterAppTests, appWith, HOUR, MONDAY, type TestApp } from '../support/app';
import { switchOn, wantsDigest } from '../support/crash';
import { minutes } from '../support/minutes';
import { doc } from '../support/site';
import { due, follow, meeting, tasksApp } from '../support/tasks';

afterAppTests();

const DAY = 24 * HOUR;

const comments = (app: TestApp): string[] =>
  [...app.state.footerComments.all()].map(({ body }) => JSON.stringify(body));
const ledger = (app: TestApp): string[] => app.ledger().map(({ state, why }) => `${state}: ${why}`);

describe('a task on a page', () => {
  it("is chased at its owner's local morning, in one comment that names each owner once", async () => {
    const app = await tasksApp((build) => {
      meeting(build, [
        { text: 'Order the cake', owner: 'member', due: due('2026-07-20') },
        { text: 'Book the room', owner: 'member', due: due('2026-07-20') },
        { text: 'Call the guests', owner: 'lead', due: due('2026-07-20') },
        { text: 'Long done', owner: 'lead', due: due('2026-07-20'), done: true },
        { text: 'Nobody’s', due: due('2026-07-20') },
        { text: 'Some day', owner: 'lead' },
      ]);
    });
    await app.hours(20);
    expect(app.told()).toEqual([
      'due-today Minutes member 2026-07-20T09:00',
      'due-today Minutes member 2026-07-20T09:00',
      'due-today Minutes lead 2026-07-20T09:00',
    ]);
    const [text = '', ...others] = comments(app);
    expect(others).toEqual([]);
    expect(text.match(/"type":"mention"/g)).toHaveLength(2);
    for (const words of ['Order the cake', 'Book the room', 'Call the guests']) expect(text).toContain(words);
    expect(text).toContain('Rule: remind the owner on the due date');
    expect(outcomeOf(app).faults).toEqual([]);
  });

  it('is chased in each zone by itself, also where nobody of it was met before', async () => {
    const app = await tasksApp((build) => {
      build.user({ accountId: 'ann', timeZone: 'Asia/Kathmandu' });
      build.user({ accountId: 'ben', timeZone: 'America/Los_Angeles' });
      meeting(build, [
        { owner: 'ann', due: due('2026-07-21') },
        { owner: 'ben', due: due('2026-07-21') },
      ]);
    });
    await app.hours(42);
    expect(app.told()).toEqual([
      'upcoming(1) Minutes ann 2026-07-20T09:45',
      'upcoming(1) Minutes ben 2026-07-20T09:00',
      'due-today Minutes ann 2026-07-21T09:45',
      'due-today Minutes ben 2026-07-21T09:00',
    ]);
  });

  it('is chased the same day when it is written after the morning', async () => {
    const app = await tasksApp(() => undefined);
    await app.hours(11);
    meeting(app.build, [{ owner: 'member', due: due('2026-07-20') }]);
    await app.hours(2);
    expect(app.told()).toEqual(['due-today Minutes member 2026-07-20T12:00']);
  });

  it('climbs its ladder, and the lead is told after three working days', async () => {
    const app = await tasksApp((build) => {
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
    });
    await app.until('2026-07-23T12:00:00Z');
    expect(app.told().sort()).toEqual([
      'due-today Minutes member 2026-07-20T09:00',
      'escalated(1) Minutes lead 2026-07-23T09:00',
      'overdue(1) Minutes member 2026-07-21T09:00',
      'overdue(3) Minutes member 2026-07-23T09:00',
    ]);
    expect(app.state.footerComments.size).toBe(3);
  });

  it('is left alone where it was backlog when Docket was switched on', async () => {
    const app = await tasksApp((build) => {
      meeting(build, [
        { owner: 'member', due: due('2026-07-09') },
        { owner: 'member', due: due('2026-07-13') },
      ]);
    });
    await app.hours(24);
    expect(app.told()).toEqual(['overdue(5) Minutes member 2026-07-20T09:00']);
  });

  it('is not sent twice under double delivery, extra triggers and settings saved again', async () => {
    const app = await tasksApp(
      (build) => void meeting(build, [{ owner: 'member', due: due('2026-07-20') }]),
      {},
      { deliveries: 2 },
    );
    await app.hours(10);
    await follow(app);
    for (let n = 0; n < 3; n += 1) await app.host.fireTrigger('hourly');
    await app.host.drain();
    await app.hours(5);
    expect(app.state.footerComments.size).toBe(1);
    expect(app.told()).toEqual(['due-today Minutes member 2026-07-20T09:00']);
  });

  it.each(['before', 'after'] as const)(
    'ends in exactly one comment when the run dies %s the comment was written',
    async (when) => {
      const app = await tasksApp((build) => {
        meeting(build, [
          { owner: 'member', due: due('2026-07-20') },
          { owner: 'lead', due: due('2026-07-20') },
        ]);
      });
      app.faults.add({
        matches: ({ operation }) => operation === 'createFooterComment',
        effect: { type: 'crash', when },
        times: 1,
      });
      await app.hours(14);
      expect(app.state.footerComments.size).toBe(1);
      expect(app.ledger().map(({ state }) => state)).toEqual(['sent', 'sent']);
    },
  );

  it.each([
    ['is done', 'withdrawn: The item has been done in the meantime.'],
    ['is hidden', 'withdrawn: The item has been deleted, or Docket can no longer see it.'],
  ])('is withdrawn when it %s after the run that claimed it has died', async (change, expected) => {
    const app = await tasksApp((build) => void meeting(build, [{ owner: 'member', due: due('2026-07-20') }]));
    app.faults.add({
      matches: ({ operation }) => operation === 'createFooterComment',
      effect: { type: 'crash', when: 'before' },
      times: 1,
    });
    await app.hours(9);
    const [page] = [...app.state.pages.all()];
    if (change === 'is hidden') app.state.pages.patch(page!.id, { readers: ['member'] });
    else
      writeVersion(
        app.state,
        page!,
        { body: minutes({ localId: 't0', owner: 'member', due: due('2026-07-20'), done: true }) },
        'member',
      );
    await app.hours(5);
    expect(app.state.footerComments.size).toBe(0);
    expect(ledger(app)).toEqual([expected]);
  });

  it('comes in the digest of who wants one', async () => {
    const app = await tasksApp((build) => {
      build.issue({ key: 'PRJ-1', projectId: [...build.state.projects.all()][0]!.id });
      meeting(build, [{ text: 'Order', owner: 'member', due: due('2026-07-20') }]);
      meeting(build, [{ text: 'Book', owner: 'member', due: due('2026-07-20') }], { title: 'Other' });
    });
    await follow(app, {}, { digestTarget: { kind: 'issue', key: 'PRJ-1' } });
    const [issue] = [...app.state.issues.all()];
    const panel = app.screen('issue-panel', 'member', { issue: { id: issue!.id, key: issue!.key } });
    await callApp(app.host, panel, choices.setChannel, { channel: 'digest' });
    await app.hours(12);
    expect(app.state.footerComments.size).toBe(0);
    const digests = [...app.state.comments.all()].map(({ body }) => JSON.stringify(body));
    expect(digests).toHaveLength(1);
    expect(digests[0]).toContain('Minutes (Order)');
    expect(digests[0]).toContain('Other (Book)');
  });
});

describe('where tasks are looked for', () => {
  it('is what the settings name: a page tree, and nothing beside it', async () => {
    const app = await appWith(
      (build) => {
        build.project();
        build.space({ key: 'TEAM' });
        const top = meeting(build, [], { title: 'Top' });
        const middle = meeting(build, [], { title: 'Middle', parentId: top.id });
        meeting(build, [{ owner: 'member', due: due('2026-07-20') }], { title: 'Leaf', parentId: middle.id });
        meeting(build, [{ owner: 'member', due: due('2026-07-20') }], { title: 'Beside' });
      },
      { switchedOn: false },
    );
    const top = [...app.state.pages.all()].find(({ title }) => title === 'Top')!;
    await follow(app, { spaceKeys: [], pageIds: [top.id] });
    await app.hours(12);
    expect(app.told()).toEqual(['due-today Leaf member 2026-07-20T09:00']);
    expect(await callApp(app.host, app.screen('project-settings'), settings.tasks, {})).toMatchObject({
      visibleToApp: { count: 1, more: false },
    });
  });

  it('is never a page that Docket cannot see, and the settings count those', async () => {
    const app = await tasksApp((build) => {
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }], { title: 'Secret', readers: ['lead'] });
    });
    await app.hours(12);
    expect(app.told()).toEqual(['due-today Minutes member 2026-07-20T09:00']);
    expect(await callApp(app.host, app.screen('project-settings'), settings.tasks, {})).toEqual({
      visibleToApp: { count: 1, more: false },
      visibleToYou: { count: 2, more: false },
    });
    expect(
      await app.host.invoke(app.screen('project-settings', 'member'), 'settings.tasks', {}),
    ).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });

  it('may be chased on the issue that the page links to, if that is one of the project', async () => {
    const app = await tasksApp(
      (build) => {
        const projectId = [...build.state.projects.all()][0]!.id;
        build.issue({ key: 'PRJ-1', projectId });
        const other = build.project({ key: 'OTH' });
        build.issue({ key: 'OTH-1', projectId: other.id });
        const linked = meeting(build, [{ text: 'Order', owner: 'member', due: due('2026-07-20') }]);
        const card = (key: string) => ({
          type: 'inlineCard',
          attrs: { url: `${build.state.baseUrl}/browse/${key}` },
        });
        const content = [
          ...linked.body.content,
          { type: 'paragraph', content: [card('OTH-1'), card('PRJ-1')] },
        ];
        build.state.pages.patch(linked.id, { body: { ...doc(), content } });
        meeting(build, [{ text: 'Book', owner: 'member', due: due('2026-07-20') }], { title: 'Unlinked' });
      },
      { chaseOn: 'issue' },
    );
    await app.hours(12);
    expect(app.told().sort()).toEqual([
      'due-today PRJ-1 member 2026-07-20T09:00',
      'due-today Unlinked member 2026-07-20T09:00',
    ]);
    const [comment] = [...app.state.comments.all()];
    expect(JSON.stringify(comment?.body)).toContain('“Order (on the page Minutes)” is due');
  });
});

describe('the preview of tasks', () => {
  const planned = async (app: TestApp, days: number, accountId = 'lead'): Promise<string[]> => {
    const plan = await callApp(app.host, app.screen('project-page', accountId), preview.ofProject, { days });
    return plan.messages.map(({ stage, item, recipient, local }) => `${stage} ${item} ${recipient} ${local}`);
  };

  it.each([0, 10, 31])(
    'asked after %i hours is what is then sent, beside the messages of issues',
    async (hours) => {
      const app = await tasksApp((build) => {
        build.user({ accountId: 'ann', timeZone: 'Asia/Kathmandu' });
        build.user({ accountId: 'ben', timeZone: 'America/Los_Angeles' });
        build.user({ accountId: 'gone', active: false });
        const [project] = [...build.state.projects.all()];
        build.issue({ projectId: project!.id, assigneeId: 'ben', dueDate: '2026-07-22' });
        meeting(build, [
          { text: 'Order', owner: 'ann', due: due('2026-07-21') },
          { text: 'Book', owner: 'ben', due: due('2026-07-17') },
          { text: 'Call', owner: 'gone', due: due('2026-07-23') },
          { text: 'Done', owner: 'ann', due: due('2026-07-22'), done: true },
          { text: 'Long late', owner: 'ben', due: due('2026-06-01') },
          { text: 'Far', owner: 'ann', due: due('2026-12-01') },
          { text: 'Nobody’s', due: due('2026-07-22') },
        ]);
        meeting(build, [{ owner: 'member', due: due('2026-07-24') }], { title: 'Other' });
        meeting(build, [{ owner: 'member', due: due('2026-07-22') }], { title: 'Secret', readers: ['lead'] });
        const elsewhere = build.space({ key: 'ELSE' });
        const out = { title: 'Elsewhere', spaceId: elsewhere.id };
        meeting(build, [{ owner: 'member', due: due('2026-07-22') }], out);
      });
      await app.hours(hours);
      const plan = await planned(app, 5);
      const before = app.told();
      await app.hours(5 * 24);
      const sent = app.told().filter((line) => !before.includes(line));
      expect(plan.toSorted()).toEqual(sent.toSorted());
      expect(plan.filter((line) => line.includes(' Minutes ')).length).toBeGreaterThan(4);
      expect(plan.some((line) => line.includes(' Other '))).toBe(true);
      expect(plan.some((line) => line.includes(' PRJ-1 '))).toBe(true);
    },
  );

  it('shows nobody a task on a page that is hidden from them', async () => {
    const app = await tasksApp((build) => {
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
      meeting(build, [{ owner: 'lead', due: due('2026-07-20') }], {
        title: 'Board',
        readers: ['lead', 'app'],
      });
    });
    const [board] = [...app.state.pages.all()].filter(({ title }) => title === 'Board');
    app.state.pages.patch(board!.id, { readers: ['lead', app.state.appAccountId ?? ''] });
    expect(await planned(app, 1)).toContain('due-today Board lead 2026-07-20T09:00');
    expect((await planned(app, 1, 'member')).join()).not.toContain('Board');
  });

  it.each(['absent', 'forbidden'])('leaves the issues where Confluence is %s', async (how) => {
    const app = await tasksApp((build) => {
      const projectId = [...build.state.projects.all()][0]!.id;
      build.issue({ projectId, assigneeId: 'member', dueDate: '2026-07-20' });
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
    });
    expect((await planned(app, 1)).join()).toContain('Minutes');
    if (how === 'absent') app.state.confluenceInstalled = false;
    else
      app.faults.add({
        matches: ({ operation }) => operation === 'getTasks',
        effect: { type: 'status', status: 403 },
      });
    const left = await planned(app, 1);
    expect(left).toContain('due-today PRJ-1 member 2026-07-20T09:00');
    expect(left.join()).not.toContain('Minutes');
  });
});

describe('a digest on a page', () => {
  it('is one comment a person over issues and tasks of two projects that share the page', async () => {
    const app = await tasksApp((build) => {
      const second = build.project({ key: 'OTH', leadAccountId: 'member', roles: { member: 'admin' } });
      for (const projectId of [[...build.state.projects.all()][0]!.id, second.id])
        build.issue({ projectId, assigneeId: 'member', dueDate: '2026-07-20' });
      meeting(build, [{ text: 'Order the cake', owner: 'member', due: due('2026-07-20') }]);
      meeting(build, [], { title: 'Digests' });
    });
    const digests = [...app.state.pages.all()].find(({ title }) => title === 'Digests');
    const digestTarget = { kind: 'page', id: digests!.id };
    await switchOn(app, 'PRJ', {
      digestTarget,
      tasks: { spaceKeys: ['TEAM'], pageIds: [], chaseOn: 'page' },
    });
    await switchOn(app, 'OTH', { digestTarget });
    await wantsDigest(app, 'member');
    await app.hours(12);
    const [words, ...others] = comments(app);
    expect(others).toEqual([]);
    for (const item of ['PRJ-1', 'OTH-1', 'Order the cake']) expect(words).toContain(item);
    expect(app.state.comments.size).toBe(0);
    expect(app.ledger().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });
});

describe('a Confluence that does not answer', () => {
  it.each(['absent', 'failing', 'forbidden'])('does not stop the issues when it is %s', async (how) => {
    const app = await tasksApp((build) => {
      const projectId = [...build.state.projects.all()][0]!.id;
      build.issue({ projectId, assigneeId: 'member', dueDate: '2026-07-20' });
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
    });
    if (how === 'absent') app.state.confluenceInstalled = false;
    else
      app.faults.add({
        matches: ({ operation }) => operation === 'getTasks',
        effect: { type: 'status', status: how === 'failing' ? 503 : 403 },
      });
    await app.hours(12);
    expect(app.told()).toEqual(['due-today PRJ-1 member 2026-07-20T09:00']);
    app.state.confluenceInstalled = true;
    app.faults.reset();
    await app.hours(1);
    expect(app.told().slice(1)).toEqual(['due-today Minutes member 2026-07-20T13:00']);
  });
});

describe('an hour in which nobody’s morning comes', () => {
  it('costs one question for what is new, for all projects together', async () => {
    const app = await tasksApp((build) => {
      meeting(build, [{ owner: 'member', due: due('2026-07-20') }]);
    });
    await app.hours(12);
    const before = app.exchanges.length;
    await app.hours(3);
    const asked = app.exchanges.slice(before).filter(({ operation }) => operation?.startsWith('getTasks'));
    expect(asked).toHaveLength(3);
    expect(MONDAY % DAY).toBe(0);
  });
});
