import { callApp } from '../../sandbox/cli/app-call';
import { plan } from '../../src/contract';
import { change, configure, decision, newRecord, type Register, risk } from '../../src/domain/registers';
import type { TestApp } from './app';
import { type Builders, RESOLUTION, STATUS } from './site';
import { FRIDAY } from './status-page';

const DAY = 86_400_000;
const OWNERS = ['ann', 'ben', 'cid', 'dan', 'eve', null] as const;
const done = (resolved: number) => ({ statusId: STATUS.done, resolutionId: RESOLUTION.done, resolved });
const before = { created: FRIDAY - 90 * DAY };
const dateOf = (days: number): string => new Date(FRIDAY + days * DAY).toISOString().slice(0, 10);

/** A property as the app writes it. */
export function recordOf(register: Register, state: string, values: Record<string, unknown>): unknown {
  const made = newRecord(configure(register, register.defaults), values, new Date(FRIDAY - DAY));
  if (!made.ok) throw new Error(String(made.refusal.message));
  return { ...made.value, state };
}

export const riskValues = (probability: number, severity: number) => ({
  cause: 'Old pumps',
  event: 'The cellar floods',
  impact: 'Two weeks lost',
  probability,
  severity,
});

/** Two thousand issues of all kinds, with more of everything than a page can list; `FRIDAY` is its day. */
export function fillLargeProject(build: Builders): void {
  for (const owner of OWNERS)
    if (owner !== null) build.user({ accountId: owner, displayName: `Person ${owner}` });
  for (let n = 0; n < 2_000; n += 1) {
    const assigneeId = OWNERS[n % OWNERS.length] ?? null;
    if (n < 120) build.issue({ ...before, assigneeId, dueDate: dateOf(-1 - (n % 40)) });
    else if (n < 160) build.issue({ ...before, assigneeId, dueDate: dateOf(3 + (n % 6)) });
    else if (n < 190) build.issue({ ...before, assigneeId, dueDate: dateOf(-3), ...done(FRIDAY - 4 * DAY) });
    else if (n < 210) build.issue({ ...before, assigneeId, dueDate: dateOf(-3), ...done(FRIDAY - DAY) });
    else if (n < 260) build.issue({ created: FRIDAY - 2 * DAY, assigneeId });
    else build.issue({ ...before, assigneeId, ...(n % 3 === 0 ? {} : done(FRIDAY - 30 * DAY)) });
  }
  const records: [Register, string, Record<string, unknown>][] = [
    ...Array.from({ length: 8 }, (_, n): [Register, string, Record<string, unknown>] => [
      risk,
      'assessed',
      { ...riskValues(1 + (n % 5), 4), owner: 'ann' },
    ]),
    ...Array.from({ length: 6 }, (_, n): [Register, string, Record<string, unknown>] => [
      change,
      'underReview',
      { kind: 'update', description: `Change ${n}`, reason: 'Asked for', neededBy: dateOf(n - 3) },
    ]),
    ...Array.from({ length: 5 }, (_, n): [Register, string, Record<string, unknown>] => [
      decision,
      'decided',
      { question: `Question ${n}`, decision: 'Yes', decidedOn: dateOf(-1) },
    ]),
  ];
  for (const [register, state, values] of records)
    build.issue({
      summary: `${register.singular} at hand`,
      updated: FRIDAY - DAY,
      properties: { [register.propertyKey]: recordOf(register, state, values) },
    });
  for (let n = 0; n < 9; n += 1) build.version({ name: `v${n}`, releaseDate: dateOf(10 * n - 5) });
  const space = build.space({ key: 'TEAM' });
  const home = build.page({ spaceId: space.id, title: 'Team home' });
  build.state.spaces.patch(space.id, { homepageId: home.id });
}

/** Enters a plan of July and August and makes it the baseline. */
export async function enterPlan(app: TestApp, more: object = {}): Promise<void> {
  const page = app.screen('project-page');
  const [version] = [...app.state.versions.all()];
  await callApp(app.host, page, plan.save, {
    revision: 0,
    why: 'As agreed',
    plan: {
      currency: 'EUR',
      start: '2026-07-01',
      finish: '2026-08-31',
      phases: [
        {
          id: 'P1',
          name: 'Build',
          start: '2026-07-01',
          finish: '2026-08-31',
          weight: null,
          versionId: version?.id ?? null,
        },
      ],
      budget: [{ month: '2026-07', category: 'Work', amount: 230_000 }],
      commitments: [],
      costs: [{ id: 'C1', date: '2026-07-10', category: 'Work', amount: 80_000, note: '' }],
      forecast: [],
      eacVariant: 'trend',
      progress: { by: 'issues' },
      actualCost: { source: 'entries' },
      audience: 'everyone',
      ...more,
    },
  });
  await callApp(app.host, page, plan.setBaseline, { revision: 1, name: 'First', why: 'Steering committee' });
}
