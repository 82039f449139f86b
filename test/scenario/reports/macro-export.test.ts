import { type AdfDoc, type AdfNode, textOf } from '../../../src/domain/status';
import { afterAppTests, type TestApp } from '../../support/app';
import { FRIDAY, publish, statusApp } from '../../support/status-page';

afterAppTests();

const WEEK = 7 * 86_400_000;
const exported = async (app: TestApp, accountId: string | null, config?: object) =>
  (await app.host.exportMacro(
    'status-macro',
    { extensionPayload: { config: config ?? { projectKey: 'PRJ' } } },
    accountId,
  )) as AdfDoc;
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

  it('shows no figure where it does not say who asks, or for which project', async () => {
    const app = await statusApp();
    await publish(app);
    expect((await exported(app, null)).content.map(textOf)).toEqual([
      'Open the page to see the status of PRJ: this export does not say who asks.',
    ]);
    expect((await exported(app, 'lead', {})).content.map(textOf)).toEqual([
      'No project is chosen in the settings of this macro.',
    ]);
    expect((await exported(app, 'lead', { projectKey: 'NONE' })).content.map(textOf)).toEqual([
      'You may not see the project NONE.',
    ]);
  });
});
