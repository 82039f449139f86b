import { asApp, asUser, route } from '@forge/api';
import { InvocationError } from '@forge/events';
import { createHost } from './host';
import { ADA, createKit, HOUR, manifestOf, MINUTE, START, writeManifest } from './testing/kit';

const comment = (api: { requestJira: ReturnType<typeof asApp>['requestJira'] }) =>
  api.requestJira(route`/rest/api/3/issue/ONE-1/comment`, {
    method: 'POST',
    body: JSON.stringify({ body: 'x' }),
  });

describe('deployment', () => {
  const deploy = async (manifest: unknown, app: Record<string, unknown> = {}) => {
    const { clock, site, faults } = await createKit();
    return createHost({ app, manifestPath: await writeManifest(manifest), clock, site, faults });
  };

  it('is refused where the app lacks a function of the manifest', async () => {
    await expect(deploy(manifestOf(), { resolve: () => undefined })).rejects.toThrow(
      'exports no function for tick (index.tick)',
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'a function that is not there',
      { consumer: [{ key: 'c', queue: 'q', function: 'nobody' }] },
      'names the function nobody',
    ],
    [
      'an event that no product sends',
      { trigger: [{ key: 't', function: 'react', events: ['avi:jira:odd:issue'] }] },
      'which no product sends',
    ],
    [
      'an event without its scopes',
      { trigger: [{ key: 't', function: 'react', events: ['avi:confluence:created:task'] }] },
      'read:confluence-content.all',
    ],
    [
      'a second five-minute trigger',
      { scheduledTrigger: ['a', 'b'].map((key) => ({ key, function: 'tick', interval: 'fiveMinute' })) },
      'five minutes',
    ],
    [
      'a filter that is not modelled',
      {
        trigger: [
          { key: 't', function: 'react', events: ['avi:jira:updated:issue'], filter: { expression: 'true' } },
        ],
      },
      'expression',
    ],
  ])('is refused for %s', async (_what, modules, message) => {
    await expect(deploy(manifestOf({ modules }))).rejects.toThrow(message);
  });

  it('is refused where the manifest cannot be read', async () => {
    const { clock, site, faults } = await createKit();
    const host = createHost({ app: {}, manifestPath: 'nowhere/manifest.yml', clock, site, faults });
    await expect(host).rejects.toThrow('nowhere/manifest.yml cannot be read');
  });
});

describe('installation', () => {
  it('makes the app known to the site and tells the app', async () => {
    const seen: unknown[] = [];
    const { state, host } = await createKit({
      app: { lifecycle: (event: unknown) => void seen.push(event) },
    });
    expect(state.users.get(state.appAccountId ?? '')).toMatchObject({
      accountType: 'app',
      displayName: 'Docket',
      timeZone: 'UTC',
    });
    expect(state.indexedProperties).toEqual([
      { propertyKey: 'docket.risk', path: 'score', type: 'number', searchAlias: 'riskScore' },
    ]);
    expect(seen).toMatchObject([
      { eventType: 'avi:forge:installed:app', installerAccountId: ADA, app: { version: '1.0.0' } },
    ]);
    expect(host.invocations).toMatchObject([
      { moduleType: 'trigger', moduleKey: 'on-install', outcome: 'ok' },
    ]);
  });
});

describe('the hourly trigger', () => {
  it('fires at each full hour after installation, or at the minute that was asked for', async () => {
    const at: number[] = [];
    const app = { tick: () => void at.push(Date.now() - START) };
    const { clock } = await createKit({ app });
    await clock.advance(3 * HOUR);
    expect(at.splice(0)).toEqual([HOUR, 2 * HOUR, 3 * HOUR]);
    const other = await createKit({ app, triggerMinute: 20 });
    await other.clock.advance(2 * HOUR);
    expect(at).toEqual([20 * MINUTE, HOUR + 20 * MINUTE]);
  });

  it('passes where it runs, without a user, and goes on after a throw', async () => {
    const calls: unknown[][] = [];
    const tick = (...args: unknown[]) => {
      calls.push(args);
      throw new Error('no');
    };
    const { clock, state, host } = await createKit({ app: { tick } });
    await clock.advance(2 * HOUR);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toMatchObject([
      { context: { cloudId: state.cloudId, moduleKey: 'hourly' }, contextToken: expect.any(String) },
      { installContext: `ari:cloud:jira::site/${state.cloudId}` },
    ]);
    expect(calls[0]?.[1]).not.toHaveProperty('principal');
    expect(host.invocations.at(-1)).toMatchObject({ outcome: 'error', error: 'Error: no', limitMs: 300_000 });
    expect(await host.fireTrigger('hourly')).toMatchObject({ outcome: 'error' });
    await expect(host.fireTrigger('daily')).rejects.toThrow('no scheduled trigger daily');
  });
});

describe('product events', () => {
  const events = (seen: Record<string, unknown>[]) => (event: Record<string, unknown>) =>
    void seen.push(event);

  it('arrive a little later, with who caused them, and not for what the app did itself', async () => {
    const seen: Record<string, unknown>[] = [];
    const { run, clock } = await createKit({ app: { react: events(seen) } });
    await run(() => comment(asUser()));
    await run(() => comment(asApp()));
    await run(() => undefined);
    expect(seen).toEqual([]);
    await clock.advance(3 * MINUTE);
    expect(seen).toEqual([
      {
        eventType: 'avi:jira:updated:issue',
        atlassianId: ADA,
        selfGenerated: false,
        comment: { id: '10001' },
      },
    ]);
  });

  it('come back at most four times where the function asks, and not where it throws', async () => {
    const seen: Record<string, unknown>[] = [];
    const again = (event: Record<string, unknown>) => {
      seen.push(event);
      return new InvocationError({ retryAfter: 60 } as ConstructorParameters<typeof InvocationError>[0]);
    };
    const asking = await createKit({ app: { react: again } });
    await asking.run(() => comment(asUser()));
    await asking.clock.advance(HOUR);
    expect(
      seen.map((event) => (event['retryContext'] as { retryCount: number } | undefined)?.retryCount),
    ).toEqual([undefined, 1, 2, 3, 4]);
    expect(asking.host.deadLetters).toMatchObject([{ queue: 'trigger on-issue' }]);

    let thrown = 0;
    const react = () => {
      thrown += 1;
      throw new Error('no');
    };
    const throwing = await createKit({ app: { react } });
    await throwing.run(() => comment(asUser()));
    await throwing.clock.advance(HOUR);
    expect(thrown).toBe(1);
  });
});

describe('modules', () => {
  it('call a resolver with the trusted context and pass JSON both ways', async () => {
    const { host, place, state } = await createKit();
    const answer = await host.invoke(place(ADA), 'echo', { when: new Date(0), gone: undefined });
    expect(answer).toMatchObject({
      payload: { when: '1970-01-01T00:00:00.000Z' },
      context: {
        accountId: ADA,
        cloudId: state.cloudId,
        moduleKey: 'page',
        siteUrl: state.baseUrl,
        timezone: 'Europe/London',
        extension: { type: 'jira:projectPage', project: { key: 'ONE' } },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('"license"');
  });

  it('refuse unknown definitions and modules, and requests beyond 500 KB', async () => {
    const { host, place } = await createKit();
    await expect(host.invoke(place(ADA), 'nothing')).rejects.toThrow("no definition for 'nothing'");
    await expect(host.invoke({ ...place(ADA), moduleKey: 'status' }, 'echo')).rejects.toThrow(
      'no module status',
    );
    await expect(host.invoke(place(ADA), 'echo', 'x'.repeat(500 * 1024))).rejects.toThrow('pass the bridge');
  });

  it('export a macro', async () => {
    const exportStatus = (payload: { context: { extension: { config: { projectKey: string } } } }) => ({
      type: 'doc',
      version: 1,
      content: [payload.context.extension.config.projectKey],
    });
    const { host } = await createKit({ app: { exportStatus } });
    const payload = {
      exportType: 'pdf',
      context: { extension: { content: { id: '7' }, config: { projectKey: 'ONE' } } },
    };
    expect(await host.exportMacro('status', payload)).toEqual({ type: 'doc', version: 1, content: ['ONE'] });
  });

  it('answer the bridge of a Custom UI page', async () => {
    const { host, place, site } = await createKit();
    expect(
      await host.callBridge(place(ADA), 'invoke', { functionKey: 'echo', payload: { n: 1 } }),
    ).toMatchObject({
      payload: { n: 1 },
    });
    expect(await host.callBridge(place(ADA), 'getContext')).toMatchObject({
      accountId: ADA,
      locale: 'en_GB',
    });
    const fetchProduct = (accountId: string | null) =>
      host.callBridge(place(accountId), 'fetchProduct', {
        product: 'jira',
        restPath: '/rest/api/3/issue/ONE-1',
        fetchRequestInit: { body: null, headers: [['x-atlassian-token', 'no-check']] },
        isMultipartFormData: false,
      });
    expect(await fetchProduct(ADA)).toMatchObject({
      status: 200,
      body: JSON.stringify({ key: 'ONE-1', by: ADA }),
    });
    expect(await fetchProduct(null)).toMatchObject({ status: 401 });
    await expect(host.callBridge(place(ADA), 'showFlag', {})).rejects.toThrow('belongs to the page');
    expect(site.unmodelled).toEqual([]);
  });
});
