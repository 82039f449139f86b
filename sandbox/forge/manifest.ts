import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { IndexedProperty } from '../site/jira/jql/types';
import { assertDeployable } from './deploy';
import { type EntityDefinition, EntitySchema, entityOf } from './kvs/entities';

/** One entry of `modules` but `function`; `raw` holds everything that the manifest says of it. */
export interface ForgeModule {
  readonly type: string;
  readonly key: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ForgeFunction {
  readonly key: string;
  /** The export of the app's index file. */
  readonly exportName: string;
  readonly timeoutSeconds: number | undefined;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface ScheduledTrigger {
  readonly key: string;
  readonly functionKey: string;
  readonly interval: Interval;
}

export interface Consumer {
  readonly key: string;
  readonly functionKey: string;
  readonly queue: string;
}

export interface Subscription {
  readonly key: string;
  readonly functionKey: string;
  readonly eventType: string;
  readonly ignoreSelf: boolean;
}

/** The parts of manifest.yml that the host works by. */
export interface ForgeManifest {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  /** Scopes that the app may use on behalf of a user who is not there. */
  readonly impersonationScopes: ReadonlySet<string>;
  readonly entities: ReadonlyMap<string, EntityDefinition>;
  readonly functions: ReadonlyMap<string, ForgeFunction>;
  readonly modules: readonly ForgeModule[];
  readonly scheduledTriggers: readonly ScheduledTrigger[];
  readonly consumers: readonly Consumer[];
  readonly subscriptions: readonly Subscription[];
  readonly indexedProperties: readonly IndexedProperty[];
}

const FunctionSchema = z.object({
  key: z.string().min(1),
  handler: z.string().regex(/^index\.\w+$/, 'the sandbox loads handlers of the form index.<export>'),
  timeoutSeconds: z.number().min(1).max(900).optional(),
});

const ScheduledTriggerSchema = z.object({
  key: z.string().min(1),
  function: z.string(),
  interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
});

const ConsumerSchema = z.object({
  key: z.string().min(1),
  function: z.string({ error: 'the sandbox models consumers with a function of their own' }),
  queue: z.string().regex(/^[a-zA-Z0-9-_]{1,36}$/),
});

/** Only `ignoreSelf` is modelled; an expression that is not evaluated would let events through that never come there. */
const FilterSchema = z.strictObject({ ignoreSelf: z.boolean().optional() });

const TriggerSchema = z.object({
  key: z.string().min(1),
  function: z.string(),
  events: z.union([
    z.array(z.string()).min(1),
    z.array(z.strictObject({ eventType: z.string(), filter: FilterSchema })).min(1),
  ]),
  filter: FilterSchema.optional(),
});

const EntityPropertySchema = z.object({
  entityType: z.enum(['issue', 'project', 'user']).default('issue'),
  propertyKey: z.string().min(1),
  values: z.array(
    z.object({
      path: z.string().min(1),
      type: z.enum(['number', 'string', 'text', 'user', 'date']),
      searchAlias: z.string().optional(),
    }),
  ),
});

const ScopesSchema = z.union([
  z.array(z.string()).transform((names) => names.map((name) => ({ name, allowImpersonation: false }))),
  z.record(z.string(), z.object({ allowImpersonation: z.boolean().optional() }).nullable()).transform((map) =>
    Object.entries(map).map(([name, options]) => ({
      name,
      allowImpersonation: options?.allowImpersonation ?? false,
    })),
  ),
]);

const AnyModule = z.looseObject({ key: z.string().min(1) });

const ManifestSchema = z.object({
  app: z.object({
    id: z.string().regex(/^ari:cloud:ecosystem::app\/[0-9a-f-]{36}$/),
    storage: z.object({ entities: z.array(EntitySchema).default([]) }).optional(),
  }),
  permissions: z.object({ scopes: ScopesSchema.default([]) }).default({ scopes: [] }),
  modules: z
    .object({
      function: z.array(FunctionSchema).default([]),
      scheduledTrigger: z.array(ScheduledTriggerSchema).default([]),
      consumer: z.array(ConsumerSchema).default([]),
      trigger: z.array(TriggerSchema).default([]),
      'jira:entityProperty': z.array(EntityPropertySchema).default([]),
    })
    .catchall(z.unknown()),
});

/** By path and text: hundreds of sites are opened from one manifest, and nobody changes what was read. */
const deployable = new Map<string, Promise<ForgeManifest>>();

/** @throws Error that names the file and the fault, where it cannot be read or could not be deployed. */
export async function readManifest(path: string): Promise<ForgeManifest> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`The manifest ${path} cannot be read.`, { cause });
  });
  const key = `${path}\n${text}`;
  const known = deployable.get(key) ?? readText(text, path);
  deployable.set(key, known);
  return known;
}

async function readText(text: string, path: string): Promise<ForgeManifest> {
  let source: unknown;
  try {
    source = parse(text);
  } catch (cause) {
    throw new Error(`The manifest ${path} is not valid YAML.`, { cause });
  }
  return parseManifest(source, path);
}

/** @throws Error that names every fault, where the manifest could not be deployed. */
export async function parseManifest(source: unknown, name = 'manifest.yml'): Promise<ForgeManifest> {
  const parsed = ManifestSchema.safeParse(source);
  if (!parsed.success) throw new Error(`${name} cannot be deployed:\n${z.prettifyError(parsed.error)}`);
  const { app, permissions, modules } = parsed.data;
  const manifest: ForgeManifest = {
    appId: app.id.slice(app.id.indexOf('/') + 1),
    scopes: new Set(permissions.scopes.map((scope) => scope.name)),
    impersonationScopes: new Set(
      permissions.scopes.filter((scope) => scope.allowImpersonation).map((scope) => scope.name),
    ),
    entities: new Map((app.storage?.entities ?? []).map((entity) => [entity.name, entityOf(entity)])),
    functions: new Map(
      modules.function.map(({ key, handler, timeoutSeconds }) => [
        key,
        { key, exportName: handler.slice('index.'.length), timeoutSeconds },
      ]),
    ),
    modules: modulesOf(source),
    scheduledTriggers: modules.scheduledTrigger.map(({ key, function: functionKey, interval }) => ({
      key,
      functionKey,
      interval,
    })),
    consumers: modules.consumer.map(({ key, function: functionKey, queue }) => ({ key, functionKey, queue })),
    subscriptions: modules.trigger.flatMap(({ key, function: functionKey, events, filter }) =>
      events.map((event) => ({
        key,
        functionKey,
        eventType: typeof event === 'string' ? event : event.eventType,
        ignoreSelf: (typeof event === 'string' ? filter : event.filter)?.ignoreSelf ?? false,
      })),
    ),
    indexedProperties: modules['jira:entityProperty']
      .filter((property) => property.entityType === 'issue')
      .flatMap(({ propertyKey, values }) =>
        values.map(({ path, type, searchAlias }) => ({
          propertyKey,
          path,
          type,
          ...(searchAlias === undefined ? {} : { searchAlias }),
        })),
      ),
  };
  await assertDeployable(manifest, name);
  return manifest;
}

function modulesOf(source: unknown): ForgeModule[] {
  const groups = z
    .object({ modules: z.record(z.string(), z.array(AnyModule).catch([])) })
    .parse(source).modules;
  return Object.entries(groups)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, modules]) => modules.map((raw) => ({ type, key: raw.key, raw })));
}

const FunctionReference = z.object({ function: z.string() });
const ReferenceSchemas = {
  resolver: z.object({ resolver: FunctionReference }).transform(({ resolver }) => resolver.function),
  adfExport: z.object({ adfExport: FunctionReference }).transform(({ adfExport }) => adfExport.function),
};

/** The module and the function that one of its nested keys names. @throws Error where there is none. */
export function nestedFunction(
  manifest: ForgeManifest,
  moduleKey: string,
  nested: keyof typeof ReferenceSchemas,
): { readonly module: ForgeModule; readonly functionKey: string } {
  for (const module of manifest.modules.filter(({ key }) => key === moduleKey)) {
    const reference = ReferenceSchemas[nested].safeParse(module.raw);
    if (reference.success) return { module, functionKey: reference.data };
  }
  throw new Error(`The manifest has no module ${moduleKey} with ${nested}.function.`);
}
