import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readTranslations, Title, TranslationsSection, type Translations } from './translations';

/** The module kinds that the front door has a place for. */
const PLACES = [
  'jira:projectPage',
  'jira:issuePanel',
  'jira:projectSettingsPage',
  'jira:adminPage',
  'macro',
] as const;
export type Place = (typeof PLACES)[number];

/** Where the pages stand that a module fills. */
const BASES: Partial<Record<Place, string>> = {
  'jira:projectPage': '/projects/{projectKey}/docket',
  'jira:projectSettingsPage': '/projects/{projectKey}/settings/docket',
  'jira:adminPage': '/admin/docket',
};

/** A Custom UI module of the installed app. */
export interface AppModule {
  readonly key: string;
  readonly place: Place;
  /** In the language of a locale, or in the manifest's default one. */
  readonly title: (locale: string) => string;
  /** `resource/file.html`, below `/__app/`. */
  readonly entry: string;
  /** The screen of a macro's settings, the same way; `null` where it has none. */
  readonly configEntry: string | null;
}

export interface AppModules {
  readonly all: readonly AppModule[];
  /** The pages that a module fills, by its key; `{projectKey}` stands for a project's. */
  readonly bases: Readonly<Record<string, string>>;
  /** The module of this kind and key; the first of the kind without one. */
  at(place: Place, key?: string): AppModule | undefined;
  /** The folder of a resource's built files, or `undefined` for one that the manifest does not name. */
  folderOf(resource: string): string | undefined;
  readonly translations: Translations;
  /** `permissions.content` of the manifest: what the app asks its frames' policy to allow. */
  readonly content: { readonly styles: readonly string[]; readonly scripts: readonly string[] };
}

const UiModule = z.looseObject({
  key: z.string(),
  resource: z.string(),
  title: Title,
  config: z.looseObject({ resource: z.string() }).optional(),
});
const sources = z.array(z.string()).default([]);

/** Only what a page needs; the host validates the whole manifest. */
const Manifest = z.looseObject({
  permissions: z
    .looseObject({ content: z.looseObject({ styles: sources, scripts: sources }).optional() })
    .optional(),
  translations: TranslationsSection.optional(),
  modules: z.looseObject(Object.fromEntries(PLACES.map((place) => [place, z.array(UiModule).optional()]))),
  resources: z.array(
    z.looseObject({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }),
  ),
});

/** @throws Error where the manifest is unreadable or a module names a resource that it lacks. */
export function readAppModules(manifestPath: string): AppModules {
  const manifest = Manifest.parse(parse(readFileSync(manifestPath, 'utf8')));
  const translations = readTranslations(dirname(manifestPath), manifest.translations);
  const resources = new Map(manifest.resources.map((resource) => [resource.key, resource]));

  const entryOf = (reference: string): string => {
    const [key = '', entry] = reference.split('/');
    const resource = resources.get(key);
    const file = entry === undefined ? 'index.html' : resource?.entry?.[entry];
    if (!resource || file === undefined) throw new Error(`${manifestPath} has no resource ${reference}.`);
    return `${key}/${file}`;
  };
  const all = PLACES.flatMap((place): AppModule[] =>
    z
      .array(UiModule)
      .parse(manifest.modules[place] ?? [])
      .map(({ key, title, resource, config }) => ({
        key,
        place,
        title: (locale) => translations.title(title, locale),
        entry: entryOf(resource),
        configEntry: config === undefined ? null : entryOf(config.resource),
      })),
  );
  return {
    all,
    bases: Object.fromEntries(
      all.flatMap(({ key, place }) => {
        const base = BASES[place];
        return base === undefined ? [] : [[key, base]];
      }),
    ),
    at: (place, key) =>
      all.find((module) => module.place === place && (key === undefined || module.key === key)),
    folderOf(resource) {
      const path = resources.get(resource)?.path;
      return path === undefined ? undefined : resolve(join(dirname(manifestPath), path));
    },
    translations,
    content: {
      styles: manifest.permissions?.content?.styles ?? [],
      scripts: manifest.permissions?.content?.scripts ?? [],
    },
  };
}
