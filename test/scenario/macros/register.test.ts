import { registers, registerSettings } from '../../../src/contract';
import { BUILT_IN_COLUMNS } from '../../../src/domain/registers';
import type { RegisterExcerptView } from '../../../src/contract/macros';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { adfProblems } from '../../../sandbox/site/adf';
import { cellsOf, exported, linesOf, registerMacro } from '../../support/macros';
import { onRegisters, RISK } from '../../support/registers';

afterAppTests();

const RISKS = { kind: 'risk', columns: 'id,key,summary,score,owner,probability,reviewDate' };
const SCORES = [
  [4, 5],
  [2, 2],
  [3, 3],
] as const;

/** Three risks that everybody in the project sees, and a fourth for the lead alone. */
async function riskApp(): Promise<TestApp> {
  const app = await appWith((build) => {
    build.user({ accountId: 'outsider' });
    build.project({ everyone: null, roles: { lead: 'admin', member: 'member', reader: 'viewer' } });
    build.user({ accountId: 'reader' });
    const level = build.securityLevel({ memberIds: ['lead'] });
    build.issue({ key: 'PRJ-1', summary: 'Only for the lead', securityLevelId: level.id });
  });
  const as = onRegisters(app, 'lead');
  for (const [probability, severity] of SCORES)
    await as.risk(
      { ...RISK, probability, severity, reviewDate: '2026-08-03' },
      `Risk ${probability * severity}`,
    );
  await as.call(registers.attach, { kind: 'risk', issueKey: 'PRJ-1', values: { ...RISK, probability: 5 } });
  return app;
}

/** @throws Error where the macro shows a problem instead. */
async function shown(app: TestApp, accountId: string, config: object): Promise<RegisterExcerptView> {
  const said = await registerMacro(app, accountId, config);
  if (!said.ok) throw new Error(said.problem.message);
  return said.value;
}
const summaries = ({ records }: RegisterExcerptView) => records.map(({ summary }) => summary);
const filled = (counts: readonly (readonly number[])[]) =>
  counts.flatMap((row, p) => row.flatMap((n, i) => (n === 0 ? [] : [`${p + 1}:${i + 1} ${n}`])));

describe('the register macro', () => {
  it.each([
    ['table', ['Only for the lead', 'Risk 20', 'Risk 9', 'Risk 4'], ['Risk 20', 'Risk 9', 'Risk 4']],
    ['heat-map', ['2:2 1', '3:3 1', '4:5 1', '5:5 1'], ['2:2 1', '3:3 1', '4:5 1']],
  ])('shows each viewer what they may see, and the rest nothing: %s', async (view, lead, others) => {
    const app = await riskApp();
    const facts = async (accountId: string | null) => {
      const said = await registerMacro(app, accountId, { ...RISKS, view });
      if (!said.ok) return said.problem.message;
      return said.value.heat ? filled(said.value.heat.counts) : summaries(said.value);
    };
    const nothing = 'There is no project PRJ, or you may not see it.';
    expect(await facts('lead')).toEqual(lead);
    expect(await facts('member')).toEqual(others);
    expect(await facts('reader')).toEqual(others);
    expect(await facts('outsider')).toBe(nothing);
    expect(await facts(null)).toBe('Log in to use Docket.');
    const asked = await registerMacro(app, 'lead', { ...RISKS, projectKey: 'NONE' });
    expect(asked).toMatchObject({ ok: false, problem: { code: 'FORBIDDEN' } });
  });

  it.each(['lead', 'member'])('tells in an export by %s what it shows on the page', async (accountId) => {
    const app = await riskApp();
    const { records, names } = await shown(app, accountId, RISKS);
    const doc = await exported(app, 'register-macro', accountId, RISKS);
    expect(adfProblems(doc)).toBe('');
    const bands: Readonly<Record<number, string>> = { 25: 'High', 20: 'High', 9: 'Medium', 4: 'Low' };
    const levels = ['', 'Very low', 'Low', 'Medium', 'High', 'Very high'];
    expect(cellsOf(doc)).toEqual([
      [BUILT_IN_COLUMNS['id'], 'Issue', 'Summary', 'Score', 'Owner', 'Probability', 'Next review'],
      ...records.map(({ id, issueKey, summary, score, values }) => [
        id,
        issueKey,
        summary,
        `${score} ${bands[score ?? 0]}`,
        names[String(values['owner'])],
        `${String(values['probability'])} ${levels[Number(values['probability'])]}`,
        values['reviewDate'] ?? '–',
      ]),
    ]);
  });

  it('tells a heat map in an export as a table with its numbers', async () => {
    const app = await riskApp();
    const { heat } = await shown(app, 'member', { ...RISKS, view: 'heat-map' });
    const doc = await exported(app, 'register-macro', 'member', { ...RISKS, view: 'heat-map' });
    expect(adfProblems(doc)).toBe('');
    const [, ...rows] = cellsOf(doc);
    const numbers = rows.map((row) =>
      row.slice(1).map((cell) => Number(/^(\d+)(High|Medium|Low)/.exec(cell)?.[1] ?? 0)),
    );
    expect(numbers.toReversed()).toEqual(heat?.counts);
    expect(rows[0]?.at(-1)).toBe('High 25');
  });

  it('tells an export nothing that does not say who asks, and nobody what they may not see', async () => {
    const app = await riskApp();
    const lines = async (accountId: string | null, config: object = RISKS, space?: string) =>
      linesOf(await exported(app, 'register-macro', accountId, config, space));
    const unknown = 'Open the page to see this of PRJ: the export does not say who asks.';
    expect(await lines(null)).toEqual([unknown]);
    expect(await lines(null, RISKS, 'TEAM')).toEqual([unknown]);
    expect(await lines('outsider')).toEqual(['There is no project PRJ, or you may not see it.']);
    expect(await lines('lead', { projectKey: '' })).toEqual([
      'Choose a project in the settings of this macro.',
    ]);
  });

  it('costs a point a line, one for the search, and one for the count where there is more', async () => {
    const app = await riskApp();
    const config = { kind: 'risk', columns: 'key,summary', limit: '2' };
    const some = await shown(app, 'lead', config);
    expect(some).toMatchObject({ read: 2, total: 4, records: [{}, {}] });
    const { points, calls } = app.host.invocations.at(-1) ?? {};
    // The project itself is a call and what it brings.
    expect([points, calls?.jira]).toEqual([2 + (1 + 2) + 1, 3]);
  });

  it('shows the open records of one band, or all that there ever were', async () => {
    const app = await riskApp();
    const as = onRegisters(app, 'lead');
    const { records } = await as.list();
    const lowest = records.find(({ summary }) => summary === 'Risk 4');
    await as.move({ issueId: lowest?.issueId ?? '', revision: 1 }, 'closed');
    expect(summaries(await shown(app, 'member', RISKS))).toEqual(['Risk 20', 'Risk 9']);
    expect(summaries(await shown(app, 'member', { ...RISKS, filter: 'all' }))).toContain('Risk 4');
    const medium = { ...RISKS, filter: 'band', band: 'Medium' };
    expect(summaries(await shown(app, 'member', medium))).toEqual(['Risk 9']);
    const { settings } = await as.call(registerSettings.read, { kind: 'risk' });
    expect(settings.bands.map(({ label }) => label)).toContain('Medium');
  });

  it.each([
    [{ kind: 'lesson' }, /^There is no register "lesson"\./],
    [
      { kind: 'risk', filter: 'band', band: 'Huge' },
      'Risks have no band "Huge" in this project any more. Choose another one in the settings of this macro.',
    ],
    [
      { kind: 'decision', view: 'heat-map' },
      'Decisions have no scores, and so no heat map. Choose the table.',
    ],
  ])('says what is gone, and what to do: %j', async (config, message) => {
    const app = await riskApp();
    const expected = { ok: false, problem: { message: expect.stringMatching(message) as string } };
    expect(await registerMacro(app, 'member', config)).toMatchObject(expected);
  });

  it('names what was written past Docket, and shows none of it', async () => {
    const app = await riskApp();
    const [issue] = [...app.state.issues.all()].filter(({ summary }) => summary === 'Risk 20');
    const stored = issue?.properties['docket.risk'] as { values: object };
    app.state.issues.patch(issue?.id ?? '', {
      properties: { 'docket.risk': { ...stored, values: { ...stored.values, event: 'Forged' } } },
    });
    const view = await shown(app, 'member', RISKS);
    expect([view.unreadable, summaries(view)]).toEqual([1, ['Risk 9', 'Risk 4']]);
    expect(linesOf(await exported(app, 'register-macro', 'member', RISKS))).toContain(
      'Left out, since Docket did not write what they say: 1.',
    );
  });
});
