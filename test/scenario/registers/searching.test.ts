import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDocket } from '../../../sandbox/cli/opening';
import { createSandbox, type Sandbox } from '../../../sandbox';
import { seedDemoSite, SEED_NOW, SEED_SPONSORS } from '../../../sandbox/seed';
import { accountIdOf } from '../../../sandbox/seed/people';
import { SEED_RECORDS } from '../../../sandbox/seed/records';
import { DEMO_STORY } from '../../../sandbox/story';
import { callApp } from '../../../sandbox/cli/app-call';
import * as docket from '../../../src';
import { registers, registerSettings } from '../../../src/contract';
import { REGISTERS } from '../../../src/domain/registers';
import { afterAppTests, appWith } from '../../support/app';
import { onRegisters, rest, RISK } from '../../support/registers';

afterAppTests();

const GUIDE = readFileSync(resolve(__dirname, '../../../docs/searching-registers.md'), 'utf8');

interface Example {
  readonly title: string;
  readonly jql: string;
  /** Issues of the demo that it finds: key and summary. */
  readonly finds: readonly string[];
}

/** An example is a heading, its query, and a list of what the query finds. */
const EXAMPLES: readonly Example[] = GUIDE.split(/^### /m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    jql: /```jql\n([^`]+)```/.exec(section)?.[1]?.trim().replace(/\s+/g, ' ') ?? '',
    finds: [...section.matchAll(/^- (\w+-\d+ .+)$/gm)].map(([, line]) => line ?? ''),
  }));

describe('the guide to searching registers', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({ now: SEED_NOW, seed: seedDemoSite, app: docket });
    await openDocket(sandbox, {
      sponsors: SEED_SPONSORS,
      records: SEED_RECORDS,
      story: DEMO_STORY.filter(({ at }) => at <= SEED_NOW),
      until: SEED_NOW,
      onStep: () => undefined,
    });
  });

  /** Keys and summaries as Ruth finds them, who sponsors all projects. */
  async function search(jql: string): Promise<string[]> {
    const user = sandbox.state.users.get(accountIdOf('ruth'));
    if (!user) throw new Error('The seed has no Ruth.');
    const request = new Request(`${sandbox.state.baseUrl}/rest/api/3/search/jql`, {
      method: 'POST',
      body: JSON.stringify({ jql, fields: ['summary'] }),
      headers: { 'content-type': 'application/json' },
    });
    const response = await sandbox.site.fetch(request, { user, scopes: null });
    const body = (await response.json()) as { issues?: { key: string; fields: { summary: string } }[] };
    if (!body.issues) throw new Error(`${jql}: ${JSON.stringify(body)}`);
    return body.issues.map(({ key, fields }) => `${key} ${fields.summary}`);
  }

  it('has twelve examples, and every register in them', () => {
    expect(EXAMPLES).toHaveLength(12);
    const used = REGISTERS.filter(({ index }) =>
      EXAMPLES.some(({ jql }) => index.some(({ alias }) => jql.includes(alias))),
    );
    expect(used).toEqual(REGISTERS);
  });

  it.each(EXAMPLES.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
    expect(await search(example.jql)).toEqual(example.finds);
    expect(example.finds).not.toEqual([]);
  });

  it('names every alias with what it searches, and no other', () => {
    const rows = [...GUIDE.matchAll(/^\| `(docket\w+)`\s+\|/gm)].map(([, alias]) => alias);
    expect(rows).toEqual(REGISTERS.flatMap(({ index }) => index.map(({ alias }) => alias)));
  });
});

it('settings that score otherwise are shown at once, and searched by with the next change of each record', async () => {
  const app = await appWith((build) => build.project());
  const { call, risk, list } = onRegisters(app);
  const { issueId } = await risk();
  const found = async (score: number) => {
    const body = { jql: `docketRiskScore = ${score}`, fields: ['summary'] };
    const { issues } = (await rest(app, 'POST', '/rest/api/3/search/jql', body)) as { issues: object[] };
    return issues.length;
  };
  const module = app.screen('project-settings', 'lead');
  const { settings } = await callApp(app.host, module, registerSettings.read, { kind: 'risk' });
  const save = (change: Partial<typeof settings>) =>
    callApp(app.host, module, registerSettings.save, {
      kind: 'risk',
      settings: { ...settings, ...change },
    });
  expect((await save({ required: ['category'] })).rescored).toBe(false);
  const cells = [1, 2, 3, 4, 5].map((p) => [1, 2, 3, 4, 5].map((i) => Math.max(p * i - 1, 1)));
  expect((await save({ rule: { method: 'matrix', cells } })).rescored).toBe(true);
  expect((await list()).records).toMatchObject([{ score: 19 }]);
  expect([await found(20), await found(19)]).toEqual([1, 0]);
  await call(registers.edit, {
    kind: 'risk',
    issueId,
    revision: 1,
    values: { ...RISK, reviewDate: '2026-08-03' },
  });
  expect([await found(20), await found(19)]).toEqual([0, 1]);
});
