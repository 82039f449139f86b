import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ForgeManifest } from './manifest';
import type { AppModule } from './types';

/** https://developer.atlassian.com/platform/forge/limits-scheduled-trigger/ */
const MAX_SCHEDULED_TRIGGERS = 5;
const MAX_FIVE_MINUTE_TRIGGERS = 1;

const LIFECYCLE = 'avi:forge:';

const EventScopes = z.object({
  mapping: z.array(
    z.object({
      productEvent: z.string(),
      oAuthScopes: z.record(z.string(), z.array(z.string())),
    }),
  ),
});

type ScopeSets = ReadonlyMap<string, readonly (readonly string[])[]>;

let eventScopes: Promise<ScopeSets> | undefined;

/** Atlassian's own table of which scopes an event needs: one of the sets, completely. */
function scopesOfEvents(): Promise<ScopeSets> {
  eventScopes ??= (async () => {
    // The package exports no path to it, and its validator only reads whole manifests from disk.
    const file = join(
      dirname(require.resolve('@forge/manifest')),
      'mapping',
      'product-event-to-scope-mapping.json',
    );
    const table = EventScopes.parse(JSON.parse(await readFile(file, 'utf8')));
    return new Map(table.mapping.map((entry) => [entry.productEvent, Object.values(entry.oAuthScopes)]));
  })();
  return eventScopes;
}

/**
 * Refuses what `forge deploy`, or the platform after it, would refuse and the local validators let pass.
 *
 * @throws Error that names every fault.
 */
export async function assertDeployable(manifest: ForgeManifest, name: string): Promise<void> {
  const { functions, scheduledTriggers, consumers, subscriptions } = manifest;
  const faults: string[] = [];
  for (const { key, functionKey } of [...scheduledTriggers, ...consumers, ...subscriptions]) {
    if (!functions.has(functionKey)) faults.push(`module ${key} names the function ${functionKey}`);
  }
  for (const { key, raw } of manifest.modules) {
    for (const nested of ['resolver', 'adfExport'] as const) {
      const reference = z.object({ function: z.string() }).safeParse(raw[nested]);
      if (reference.success && !functions.has(reference.data.function))
        faults.push(`module ${key} names the function ${reference.data.function}`);
    }
  }
  if (scheduledTriggers.length > MAX_SCHEDULED_TRIGGERS)
    faults.push(
      `there are ${scheduledTriggers.length} scheduled triggers, at most ${MAX_SCHEDULED_TRIGGERS} run`,
    );
  if (scheduledTriggers.filter(({ interval }) => interval === 'fiveMinute').length > MAX_FIVE_MINUTE_TRIGGERS)
    faults.push(`more than ${MAX_FIVE_MINUTE_TRIGGERS} scheduled trigger runs each five minutes`);

  const known = await scopesOfEvents();
  for (const { key, eventType } of subscriptions) {
    if (eventType.startsWith(LIFECYCLE)) continue;
    const sets = known.get(eventType);
    if (!sets) faults.push(`trigger ${key} waits for ${eventType}, which no product sends`);
    else if (!sets.some((set) => set.every((scope) => manifest.scopes.has(scope))))
      faults.push(
        `trigger ${key} needs ${sets.map((set) => set.join(' + ')).join(', or ')} for ${eventType}`,
      );
  }
  if (faults.length > 0) throw new Error(`${name} cannot be deployed:\n- ${faults.join('\n- ')}`);
}

/** @throws Error that names every function of the manifest that the app does not export. */
export function assertExports(manifest: ForgeManifest, app: AppModule): void {
  const missing = [...manifest.functions.values()].filter(
    ({ exportName }) => typeof app[exportName] !== 'function',
  );
  if (missing.length === 0) return;
  const names = missing.map(({ key, exportName }) => `${key} (index.${exportName})`).join(', ');
  throw new Error(`The app cannot be deployed: its index exports no function for ${names}.`);
}
