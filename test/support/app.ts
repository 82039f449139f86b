import { createSandbox, type Sandbox } from '../../sandbox';
import { callApp } from '../../sandbox/cli/app-call';
import { outcomeOf } from '../../sandbox/cli/outcome';
import type { HostOptions, ModuleContext } from '../../sandbox/forge/types';
import type { Exchange } from '../../sandbox/site/site';
import * as app from '../../src';
import { settings } from '../../src/contract';
import { type Builders, createBuilders, seedWith } from './site';
import { contractPresent, expectContract } from './contract';

/** Monday, early: nobody west of Kamchatka has reached nine o'clock. */
export const MONDAY = Date.UTC(2026, 6, 20);
export const HOUR = 3_600_000;

/** The site with the real app installed and switched on for the project that the test built. */
export interface TestApp extends Sandbox {
  readonly build: Builders;
  readonly exchanges: readonly Exchange[];
  readonly projectId: string;
  /** A screen of the app as that person sees it. */
  screen(moduleKey: string, accountId?: string, more?: Record<string, unknown>): ModuleContext;
  /** Lets so many full hours pass. */
  hours(count: number): Promise<void>;
  /** Moves to an instant, ISO 8601. */
  until(instant: string): Promise<void>;
  /** Messages as the site shows them: stage, issue key, recipient, local time. */
  told(): string[];
  ledger(): { readonly key: string; readonly state: string; readonly why: string }[];
}

export interface TestAppOptions extends HostOptions {
  readonly now?: number;
  readonly sponsorId?: string | null;
  readonly holidays?: readonly string[];
  readonly switchedOn?: boolean;
  /** False for one of hundreds: `afterAppTests` then does not look at it, and nothing keeps it in memory. */
  readonly kept?: boolean;
}

const opened: TestApp[] = [];

/** Fresh state and a clock for each call; `afterAppTests` says what must hold of each in the end. */
export async function appWith(
  fill: (build: Builders) => void,
  options: TestAppOptions = {},
): Promise<TestApp> {
  const { now = MONDAY, sponsorId = null, holidays = [], switchedOn = true, kept = true, ...host } = options;
  const sandbox = await createSandbox({ ...host, now, seed: seedWith(fill), app });
  const [project] = [...sandbox.state.projects.all()];
  if (!project) throw new Error('A test of the app builds a project.');
  const exchanges: Exchange[] = [];
  sandbox.site.onExchange((exchange) => exchanges.push(exchange));
  const [space] = [...sandbox.state.spaces.all()];
  const test: TestApp = {
    ...sandbox,
    build: createBuilders(sandbox.state),
    exchanges,
    projectId: project.id,
    screen: (moduleKey, accountId = 'lead', more = {}) => ({
      moduleKey,
      accountId,
      extension: {
        type: `jira:${moduleKey}`,
        project: { id: project.id, key: project.key, type: 'software' },
        ...more,
      },
    }),
    async hours(count) {
      for (let n = 0; n < count; n += 1) await sandbox.clock.advance(HOUR);
    },
    until: (instant) => sandbox.clock.advanceTo(Date.parse(instant)),
    told: () =>
      outcomeOf(sandbox).messages.map(
        ({ stage, item, recipient, local }) => `${stage} ${item} ${recipient} ${local}`,
      ),
    ledger: () =>
      sandbox.host
        .stored('ledger')
        .map(({ value }) => (value as { entry: { key: string; state: string; why: string } }).entry),
  };
  if (kept) opened.push(test);
  if (switchedOn) {
    await callApp(test.host, test.screen('project-settings'), settings.save, {
      enabled: true,
      sponsorId,
      holidays: [...holidays],
      zone: 'UTC',
      report: { enabled: space !== undefined, spaceKey: space?.key ?? null, parentPageId: null },
    });
  }
  return test;
}

/** What holds of every test of the app: nothing unmodelled was called, and the traffic agrees with Atlassian's documents. */
export function afterAppTests(): void {
  afterAll(() => {
    const tests = opened.splice(0);
    expect(tests.flatMap(({ site }) => site.unmodelled)).toEqual([]);
    const traffic = tests.flatMap(({ exchanges }) => exchanges).filter(({ viaApp }) => viaApp);
    if (contractPresent && traffic.length > 0) expectContract(traffic);
  });
}
