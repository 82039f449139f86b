import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Resolver from '@forge/resolver';
import { stringify } from 'yaml';
import { z } from 'zod';
import { createClock } from '../../clock';
import { createFaults } from '../../faults';
import { defineOperation, jiraError } from '../../site/operation';
import { createSite } from '../../site/site';
import { createState } from '../../site/state';
import { createHost, type HostParts } from '../host';
import type { AppModule } from '../types';

/** A Monday, so that hours and days are easy to tell. */
export const START = Date.UTC(2026, 10, 23, 8, 0, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const ADA = 'ada';

/** Two operations are enough to see calls arrive: a read and a write, each saying on whose behalf it ran. */
const operations = [
  defineOperation({
    id: 'getIssue',
    product: 'jira',
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}',
    scopes: [['read:jira-work']],
    query: z.strictObject({}),
    body: null,
    run: ({ caller, params }) => ({
      status: 200,
      body: { key: params['issueIdOrKey'], by: caller.user.id },
      objects: 1,
    }),
  }),
  defineOperation({
    id: 'addComment',
    product: 'jira',
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/comment',
    scopes: [['write:jira-work']],
    query: z.strictObject({}),
    body: z.strictObject({ body: z.string() }),
    run({ state, caller, params, body, now }) {
      if (params['issueIdOrKey'] === 'GONE-1') throw jiraError(404, 'Issue does not exist');
      const id = state.nextId();
      const authorId = caller.user.id;
      state.comments.put({
        id,
        issueId: params['issueIdOrKey'] ?? '',
        authorId,
        updateAuthorId: authorId,
        body: { type: 'doc', version: 1, content: [body.body] },
        created: now,
        updated: now,
        properties: {},
      });
      state.emit({ eventType: 'avi:jira:updated:issue', actorId: authorId, payload: { comment: { id } } });
      return { status: 201, body: { id } };
    },
  }),
  defineOperation({
    id: 'getPageById',
    product: 'confluence',
    method: 'GET',
    path: '/wiki/api/v2/pages/{id}',
    scopes: [['read:page:confluence']],
    query: z.strictObject({}),
    body: null,
    run: ({ params }) => ({ status: 200, body: { id: params['id'] } }),
  }),
];

/** A manifest with one module of each kind that the host serves. */
export function manifestOf(changes: { scopes?: unknown; modules?: Record<string, unknown> } = {}): unknown {
  return {
    app: {
      id: 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000009',
      storage: {
        entities: [
          {
            name: 'note',
            attributes: {
              owner: { type: 'string' },
              state: { type: 'string' },
              rank: { type: 'integer' },
              weight: { type: 'float' },
              open: { type: 'boolean' },
              more: { type: 'any' },
            },
            indexes: ['rank', { name: 'by-owner', partition: ['owner'], range: ['rank'] }],
          },
        ],
      },
    },
    permissions: {
      scopes: changes.scopes ?? ['read:jira-work', 'write:jira-work', 'read:page:confluence', 'storage:app'],
    },
    modules: {
      function: [
        { key: 'resolve', handler: 'index.resolve' },
        { key: 'tick', handler: 'index.tick', timeoutSeconds: 300 },
        { key: 'consume', handler: 'index.consume' },
        { key: 'consume-long', handler: 'index.consumeLong', timeoutSeconds: 600 },
        { key: 'react', handler: 'index.react' },
        { key: 'lifecycle', handler: 'index.lifecycle' },
        { key: 'export', handler: 'index.exportStatus' },
      ],
      scheduledTrigger: [{ key: 'hourly', function: 'tick', interval: 'hour' }],
      consumer: [
        { key: 'short', queue: 'short', function: 'consume' },
        { key: 'long', queue: 'long', function: 'consume-long' },
      ],
      trigger: [
        {
          key: 'on-issue',
          function: 'react',
          events: ['avi:jira:updated:issue'],
          filter: { ignoreSelf: true },
        },
        { key: 'on-install', function: 'lifecycle', events: ['avi:forge:installed:app'] },
      ],
      'jira:projectPage': [
        { key: 'page', resource: 'main', resolver: { function: 'resolve' }, title: 'Page' },
      ],
      macro: [{ key: 'status', resource: 'main', title: 'Status', adfExport: { function: 'export' } }],
      'jira:entityProperty': [
        {
          key: 'risk',
          propertyKey: 'docket.risk',
          values: [{ path: 'score', type: 'number', searchAlias: 'riskScore' }],
        },
      ],
      ...changes.modules,
    },
  };
}

/** Writes a manifest where a host can read it. */
export async function writeManifest(manifest: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'docket-manifest-')), 'manifest.yml');
  await writeFile(path, stringify(manifest));
  return path;
}

type Work = () => unknown;

/** A host around a small app. `run` runs a piece of test code as a resolver of it, as user Ada by default. */
export async function createKit(
  options: Partial<Omit<HostParts, 'app'>> & { app?: AppModule; manifest?: unknown } = {},
) {
  const clock = createClock(START);
  const state = createState(clock);
  state.users.put({
    id: ADA,
    accountId: ADA,
    displayName: 'Ada',
    emailAddress: 'ada@example.net',
    timeZone: 'Europe/London',
    locale: 'en_GB',
    active: true,
    accountType: 'atlassian',
    siteAdmin: true,
  });
  const site = createSite(state, operations);
  const faults = createFaults();
  const works: Work[] = [];
  const resolver = new Resolver();
  resolver.define('run', (request) => works[(request.payload as { work: number }).work]?.() as object);
  resolver.define('echo', (request) => request as object);
  const idle = (): void => undefined;
  const app: AppModule = {
    resolve: resolver.getDefinitions(),
    tick: idle,
    consume: idle,
    consumeLong: idle,
    react: idle,
    lifecycle: idle,
    exportStatus: idle,
    ...options.app,
  };
  const manifestPath = await writeManifest(options.manifest ?? manifestOf());
  const host = await createHost({ ...options, app, manifestPath, clock, site, faults });
  await host.install();
  const place = (accountId: string | null) => ({
    moduleKey: 'page',
    accountId,
    extension: { type: 'jira:projectPage', project: { id: '1', key: 'ONE', type: 'software' } },
  });
  return {
    clock,
    state,
    site,
    faults,
    host,
    place,
    /** Runs `work` inside an invocation and resolves with what it returned, as it was. */
    async run<T>(work: () => Promise<T> | T, accountId: string | null = ADA): Promise<T> {
      let result: { value: T } | undefined;
      works.push(async () => {
        result = { value: await work() };
      });
      await host.invoke(place(accountId), 'run', { work: works.length - 1 });
      if (!result) throw new Error('The work did not end.');
      return result.value;
    },
  };
}

export type Kit = Awaited<ReturnType<typeof createKit>>;
