import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as forge from '@forge/manifest';
import { parse } from 'yaml';
import { z } from 'zod';
import * as app from '../../src';
import { ENTITIES } from '../../src/adapters/kvs/personal-data';
import { calls } from '../../src/contract';
import { REGISTERS } from '../../src/domain/registers';
import { definitions } from '../../src/handlers/resolvers';
import { entityPropertiesOf } from '../support/entity-properties';

const ROOT = join(__dirname, '../..');

// The parts that our own checks read; the official validators read the rest.
const Function = z.object({ key: z.string(), handler: z.string(), timeoutSeconds: z.number().optional() });
const Manifest = z.object({
  app: z.object({
    runtime: z.object({ name: z.string(), memoryMB: z.number() }),
    compatibility: z.record(z.string(), z.object({ required: z.boolean() })),
    storage: z.object({ entities: z.array(z.object({ name: z.string() })) }),
  }),
  permissions: z.object({ scopes: z.array(z.string()) }),
  modules: z.looseObject({
    function: z.array(Function),
    scheduledTrigger: z.array(z.object({ key: z.string(), function: z.string(), interval: z.string() })),
    consumer: z.array(z.object({ key: z.string(), queue: z.string(), function: z.string() })),
    trigger: z.array(z.object({ key: z.string(), function: z.string(), events: z.array(z.string()) })),
    'jira:entityProperty': z.array(
      z.object({
        key: z.string(),
        propertyKey: z.string(),
        entityType: z.string(),
        values: z.array(z.object({ path: z.string(), type: z.string(), searchAlias: z.string() })),
      }),
    ),
  }),
  resources: z.array(
    z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()) }),
  ),
});

const text = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
const unparsed: unknown = parse(text);
const manifest = Manifest.parse(unparsed);

/** Every string under a key of this name, anywhere in the manifest. */
function valuesOf(key: string, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(key, item));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key && typeof value === 'string' ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

describe('the manifest by the official validators', () => {
  const before = process.cwd();
  beforeAll(() => process.chdir(ROOT));
  afterAll(() => process.chdir(before));

  it('passes the full validation without an error or a warning', async () => {
    const { success, errors } = await forge.validate(false, 'manifest.yml');
    expect({ success, errors }).toEqual({ success: true, errors: [] });
  });

  it.each([forge.ValidationTypes.PRODUCT_TRIGGER, forge.ValidationTypes.AGENT_PRODUCT_CONTEXT])(
    'passes %s',
    async (type) => {
      const { success, errors } = await forge.ProcessorBuilder.instance()
        .withValidation(type)
        .build()
        .process('manifest.yml');
      expect({ success, errors }).toEqual({ success: true, errors: [] });
    },
  );
});

describe('the manifest by what the validators miss', () => {
  const { modules } = manifest;

  it('names no property that the schema does not know', () => {
    const schema = JSON.parse(
      readFileSync(join(ROOT, 'node_modules/@forge/manifest/out/schema/manifest-schema.json'), 'utf8'),
    );
    const known = new Set<string>();
    (function walk(node: unknown): void {
      if (typeof node !== 'object' || node === null) return;
      for (const [name, value] of Object.entries(node)) {
        if (name === 'properties' && typeof value === 'object' && value !== null)
          Object.keys(value).forEach((key) => known.add(key));
        walk(value);
      }
    })(schema);
    const free = new Set([
      ...manifest.app.storage.entities.map(({ name }) => name),
      ...Object.keys(manifest.resources[0]?.entry ?? {}),
    ]);
    const attributes = new Set<string>();
    const unknown: string[] = [];
    (function walk(node: unknown, inside: string): void {
      if (Array.isArray(node)) return node.forEach((item) => walk(item, inside));
      if (typeof node !== 'object' || node === null) return;
      for (const [name, value] of Object.entries(node)) {
        if (inside === 'attributes') attributes.add(name);
        else if (inside !== 'entry' && !known.has(name) && !free.has(name)) unknown.push(name);
        walk(value, name);
      }
    })(unparsed, '');
    expect(unknown).toEqual([]);
    expect(attributes.size).toBeGreaterThan(5);
  });

  it('has a function for each export of src/index.ts, and an export for each function', () => {
    expect(modules.function.map(({ handler }) => handler).sort()).toEqual(
      Object.keys(app)
        .map((name) => `index.${name}`)
        .sort(),
    );
  });

  it('uses every function, and defines every function that it uses', () => {
    const used = new Set(valuesOf('function', { ...modules, function: undefined }));
    expect([...used].sort()).toEqual(modules.function.map(({ key }) => key).sort());
  });

  it('gives a long time limit only to functions of a consumer or a scheduled trigger, and shares none of those', () => {
    const long = modules.function
      .filter(({ timeoutSeconds }) => timeoutSeconds !== undefined)
      .map(({ key }) => key);
    const workers = [...modules.consumer, ...modules.scheduledTrigger].map((module) => module.function);
    expect(long.sort()).toEqual([...workers].sort());
    expect(new Set(workers).size).toBe(workers.length);
    for (const worker of workers)
      expect(
        valuesOf('function', { ...modules, function: undefined }).filter((key) => key === worker),
      ).toHaveLength(1);
  });

  it('stays within the limits that only the server checks', () => {
    expect(modules.scheduledTrigger.length).toBeLessThanOrEqual(5);
    expect(manifest.app.runtime.memoryMB).toBeLessThanOrEqual(1024);
    expect(manifest.app.runtime.name).toMatch(/^nodejs2[24]\.x$/);
    expect(manifest.app.storage.entities.length).toBeLessThanOrEqual(20);
    expect(manifest.app.compatibility).toEqual({ jira: { required: true }, confluence: { required: false } });
  });

  it('declares the very entities in which a person is looked for', () => {
    expect(manifest.app.storage.entities.map(({ name }) => name).sort()).toEqual([...ENTITIES].sort());
  });

  it('listens only to events that the platform has', () => {
    const mapping = JSON.parse(
      readFileSync(
        join(ROOT, 'node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json'),
        'utf8',
      ),
    );
    const lifecycle = ['avi:forge:installed:app', 'avi:forge:upgraded:app'];
    const known = new Set(
      [...lifecycle, ...JSON.stringify(mapping).matchAll(/avi:[a-z-]+:[a-z_-]+:[a-z-]+/g)].map(String),
    );
    expect(modules.trigger.flatMap(({ events }) => events).filter((event) => !known.has(event))).toEqual([]);
  });

  it('indexes exactly what the registers say, under names that are taken once', () => {
    expect(modules['jira:entityProperty']).toEqual(entityPropertiesOf(REGISTERS));
    const aliases = REGISTERS.flatMap(({ index }) => index.map(({ alias }) => alias.toLowerCase()));
    expect(new Set(aliases).size).toBe(aliases.length);
    // For the whole app: developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
    expect(aliases.length).toBeLessThanOrEqual(100);
  });
});

describe('the contract', () => {
  it('is answered call by call', () => {
    expect(definitions.map(({ name }) => name).sort()).toEqual(calls.map(({ name }) => name).sort());
  });
});
