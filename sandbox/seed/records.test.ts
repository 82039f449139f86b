import * as app from '../../src';
import { registers } from '../../src/contract';
import { callApp } from '../cli/app-call';
import { openDocket } from '../cli/opening';
import { createSandbox } from '../index';
import { DEMO_STORY } from '../story';
import { accountIdOf } from './people';
import { SEED_RECORDS } from './records';
import { SEED_NOW, seedDemoSite } from './index';

it('fills every register of the seed, with a change that waits for its approver', async () => {
  const sandbox = await createSandbox({ now: SEED_NOW, seed: seedDemoSite, app });
  const opened = await openDocket(sandbox, {
    sponsors: {},
    records: SEED_RECORDS,
    story: DEMO_STORY.filter(({ at }) => at === SEED_NOW),
    until: SEED_NOW,
    onStep: () => undefined,
  });
  expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  const [{ project }] = opened as [(typeof opened)[number]];
  const page = (name: Parameters<typeof accountIdOf>[0]) => ({
    moduleKey: 'project-page',
    accountId: accountIdOf(name),
    extension: { type: 'jira:projectPage', project: { id: project.id, key: project.key, type: 'software' } },
  });
  const overview = await callApp(sandbox.host, page('ines'), registers.overview, {});
  expect(overview.registers.map(({ kind, total }) => [kind, total])).toEqual([
    ['risk', 4],
    ['issue', 2],
    ['change', 3],
    ['decision', 2],
    ['assumption', 1],
    ['dependency', 1],
  ]);
  const states = async (name: Parameters<typeof accountIdOf>[0]) =>
    (await callApp(sandbox.host, page(name), registers.list, { kind: 'change' })).records.map(
      ({ id, state, rights }) => [id, state, rights.vote],
    );
  expect(await states('ruth')).toEqual([
    ['CR-1', 'underReview', true],
    ['CR-2', 'approved', false],
    ['CR-3', 'rejected', false],
  ]);
  for (const name of ['claire', 'ines'] as const)
    expect((await states(name)).some(([, , mayVote]) => mayVote)).toBe(false);
});
