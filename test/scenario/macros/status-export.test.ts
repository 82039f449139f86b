import { registers } from '../../../src/contract';
import { adfProblems } from '../../../sandbox/site/adf';
import { onRegisters, RISK } from '../../support/registers';
import { type AdfDoc, type AdfNode, textOf } from '../../../src/domain/status';
import { afterAppTests, type TestApp } from '../../support/app';
import { exported as exportedMacro, linesOf } from '../../support/macros';
import { saveReporting } from '../../support/reports';
import { FRIDAY, publish, statusApp } from '../../support/status-page';

afterAppTests();

const WEEK = 7 * 86_400_000;
const exported = (app: TestApp, accountId: string | null, config: object = {}, spaceKey?: string) =>
  exportedMacro(app, 'status-macro', accountId, config, spaceKey);
const lastTable = (doc: AdfDoc): readonly AdfNode[] =>
  doc.content.findLast(({ type }) => type === 'table')?.content ?? [];
const firstCells = (rows: readonly AdfNode[]): string[] =>
  rows.map((row) => (row.content ?? []).slice(0, 1).map(textOf).join());

describe('the status macro in a PDF or Word export', () => {
  it('tells the report in tables, and those before it once there are some', async () => {
    const app = await statusApp();
    await publish(app);
    const first = await exported(app, 'lead');
    expect(textOf({ type: 'doc', content: first.content })).not.toContain('newest first');
    await app.clock.advanceTo(FRIDAY + WEEK);
    await publish(app);
    const doc = await exported(app, 'lead');
    expect(textOf({ type: 'doc', content: doc.content })).toContain('The last 2 reports, newest first.');
    expect(firstCells(lastTable(doc))).toEqual(['Report', '2026-W31', '2026-W30']);
  });

  it.each([
    ['the space in which the reports stand', {}, 'TEAM', true],
    ['another space', {}, 'OTHER', false],
    ['a space that is not named', {}, undefined, false],
    ['that space, where only the project may read titles', { audience: 'project' }, 'TEAM', false],
  ])(
    'goes by the audience of the reports where nobody is named: %s',
    async (_where, change, space, isShown) => {
      const app = await statusApp();
      await saveReporting(app, { workstreams: [], reviewers: [], stakeholders: [], ...change });
      await publish(app);
      const lines = linesOf(await exported(app, null, {}, space));
      const unknown = 'Open the page to see this of PRJ: the export does not say who asks.';
      expect(lines.includes(unknown)).toBe(!isShown);
      expect(lines.some((line) => line.includes('Project PRJ'))).toBe(isShown);
    },
  );

  it('has the risks of its week by probability and impact, held against the report before', async () => {
    const app = await statusApp({ now: FRIDAY - WEEK });
    const as = onRegisters(app);
    const first = await as.risk({ ...RISK, probability: 2, severity: 2 });
    await as.risk({ ...RISK, probability: 4, severity: 5 });
    await app.clock.advanceTo(FRIDAY);
    await publish(app);
    await as.call(registers.edit, {
      kind: 'risk',
      issueId: first.issueId,
      revision: 1,
      values: { ...RISK, probability: 4, severity: 5 },
    });
    await app.clock.advanceTo(FRIDAY + WEEK);
    await publish(app);
    const doc = await exported(app, 'lead');
    expect(adfProblems(doc)).toBe('');
    const map = doc.content.filter(({ type }) => type === 'table').at(-2);
    const cells = (map?.content ?? []).map((row) => (row.content ?? []).map(textOf));
    expect(cells.map(([title]) => title)).toEqual([
      'Probability ↓ Impact →',
      '5 Very high',
      '4 High',
      '3 Medium',
      '2 Low',
      '1 Very low',
    ]);
    expect(cells[2]).toEqual(['4 High', 'Low 4', 'Medium 8', 'Medium 12', 'High 16', '2 (+1)High 20']);
    expect(cells[4]?.[2]).toBe('0 (−1)Low 4');
    expect(linesOf(doc)).toContain('In brackets: the change since 2026-07-20.');
  });

  it('shows no figure where it does not say who asks, or for which project', async () => {
    const app = await statusApp();
    await publish(app);
    expect((await exported(app, null)).content.map(textOf)).toEqual([
      'Open the page to see this of PRJ: the export does not say who asks.',
    ]);
    expect((await exported(app, 'lead', { projectKey: '' })).content.map(textOf)).toEqual([
      'Choose a project in the settings of this macro.',
    ]);
    expect((await exported(app, 'lead', { projectKey: 'NONE' })).content.map(textOf)).toEqual([
      'There is no project NONE, or you may not see it.',
    ]);
  });
});
