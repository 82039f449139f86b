import { adfProblems } from '../../../sandbox/site/adf';
import { macros } from '../../../src/contract';
import type { CommitmentExcerptView } from '../../../src/contract/macros';
import { textOf } from '../../../src/domain/status';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { exported, linesOf } from '../../support/macros';
import type { Said } from '../../support/registers';

afterAppTests();

/** Monday 2026-07-20: two late, one of them for the lead alone; one due today; one due next. */
const commitmentApp = (options: { switchedOn?: boolean } = {}): Promise<TestApp> =>
  appWith((build) => {
    build.user({ accountId: 'outsider' });
    build.project({ everyone: null, roles: { lead: 'admin', member: 'member' } });
    const level = build.securityLevel({ memberIds: ['lead'] });
    const issue = (summary: string, dueDate: string, more: object = {}) =>
      build.issue({ summary, dueDate, assigneeId: 'member', ...more });
    issue('Order the servers', '2026-07-15');
    issue('Only for the lead', '2026-07-14', { securityLevelId: level.id, assigneeId: 'lead' });
    issue('Book the room', '2026-07-20', { assigneeId: null });
    issue('Sign the contract', '2026-07-24');
  }, options);

const macro = (app: TestApp, accountId: string | null, config: object = {}) =>
  app.host.invoke(
    {
      moduleKey: 'commitments-macro',
      accountId,
      extension: { type: 'macro', config: { projectKey: 'PRJ', ...config } },
    },
    macros.commitments.name,
    {},
  ) as Promise<Said<CommitmentExcerptView>>;
const facts = async (app: TestApp, accountId: string | null, config: object = {}) => {
  const said = await macro(app, accountId, config);
  if (!said.ok) return said.problem.message;
  return said.value.parts.map(({ part, rows }) => [part, ...rows.map(({ summary }) => summary)].join(', '));
};

describe('the commitments macro', () => {
  it('shows each viewer what they may see, by where it stands', async () => {
    const app = await commitmentApp();
    const today = 'today, Book the room';
    const next = 'next, Sign the contract';
    expect(await facts(app, 'lead')).toEqual(['late, Only for the lead, Order the servers', today, next]);
    expect(await facts(app, 'member')).toEqual(['late, Order the servers', today, next]);
    expect(await facts(app, 'lead', { whose: 'me' })).toEqual(['late, Only for the lead', 'today', 'next']);
    expect(await facts(app, 'member', { parts: 'next,late', limit: '1' })).toEqual([
      'late, Order the servers',
      next,
    ]);
    expect(await facts(app, 'outsider')).toBe('There is no project PRJ, or you may not see it.');
    expect(await facts(app, null)).toBe('Log in to use Docket.');
  });

  it('says who owes how much, the latest first, or not where that is not wanted', async () => {
    const app = await commitmentApp();
    const owners = async (config: object) => {
      const said = await macro(app, 'lead', config);
      return said.ok ? said.value.owners.map(({ owner, open, late }) => `${owner} ${open} ${late}`) : [];
    };
    expect(await owners({})).toEqual(['member 2 1', 'lead 1 1', 'null 1 0']);
    expect(await owners({ owners: 'no' })).toEqual([]);
  });

  it.each(['lead', 'member'])('tells in an export by %s what it shows on the page', async (accountId) => {
    const app = await commitmentApp();
    const said = await macro(app, accountId);
    if (!said.ok) throw new Error(said.problem.message);
    const { parts, names, owners } = said.value;
    const doc = await exported(app, 'commitments-macro', accountId, {});
    expect(adfProblems(doc)).toBe('');
    const tables = doc.content
      .filter(({ type }) => type === 'table')
      .map((table) => (table.content ?? []).slice(1).map((row) => (row.content ?? []).map(textOf)));
    const name = (owner: string | null) => (owner === null ? 'Nobody' : names[owner]);
    expect(tables).toEqual([
      ...parts.map(({ rows }) =>
        rows.map(({ item, summary, owner, dueDate, daysLate }) => [
          item,
          summary,
          name(owner),
          dueDate,
          String(daysLate),
        ]),
      ),
      owners.map(({ owner, open, late }) => [name(owner), String(open), String(late)]),
    ]);
  });

  it('shows nothing in an export that does not say who asks, and says where Docket is switched off', async () => {
    const app = await commitmentApp({ switchedOn: false });
    expect(linesOf(await exported(app, 'commitments-macro', null, {}))).toEqual([
      'Open the page to see this of PRJ: the export does not say who asks.',
    ]);
    expect(linesOf(await exported(app, 'commitments-macro', 'lead', {}))).toEqual([
      'Docket is switched off in PRJ.',
    ]);
    const said = await macro(app, 'lead');
    expect(said).toMatchObject({ ok: true, value: { enabled: false, parts: [], owners: [] } });
  });
});
