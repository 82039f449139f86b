import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A text of the manifest: as it stands, or the key of a message. */
export const Title = z.union([z.string(), z.strictObject({ i18n: z.string() })]);

/** https://developer.atlassian.com/platform/forge/manifest-reference/translations/ */
export const TranslationsSection = z.looseObject({
  resources: z.array(z.looseObject({ key: z.string(), path: z.string() })),
  fallback: z.looseObject({ default: z.string() }),
});

/** Below a resource, as `@forge/bridge` asks for them. */
const FOLDER = '__LOCALES__';

/** The app's message files, as the platform serves and uses them. */
export interface Translations {
  /** A title of the manifest, in the language of a locale or in the default one. */
  title(title: z.output<typeof Title>, locale: string): string;
  /** The file that a frame finds at this path below its resource, or `undefined`. */
  fileAt(path: string): string | undefined;
}

const NONE: Translations = {
  title: (title) => (typeof title === 'string' ? title : title.i18n),
  fileAt: () => undefined,
};

/** @throws Error where a message file is missing or no JSON. */
export function readTranslations(
  root: string,
  section: z.output<typeof TranslationsSection> | undefined,
): Translations {
  if (!section) return NONE;
  const files = section.resources.map(
    ({ key, path }) => [key, readFileSync(join(root, path), 'utf8')] as const,
  );
  const messages = new Map(files.map(([key, file]) => [key, JSON.parse(file) as unknown]));
  const info = { config: { locales: [...messages.keys()], fallback: section.fallback } };
  const served = new Map([
    [`${FOLDER}/i18n-info.json`, JSON.stringify(info)],
    ...files.map(([key, file]) => [`${FOLDER}/${key}.json`, file] as const),
  ]);
  const message = (key: string, locale: string) => textAt(messages.get(locale), key.split('.'));
  return {
    title: (title, locale) =>
      typeof title === 'string'
        ? title
        : (message(title.i18n, locale.replace('_', '-')) ??
          message(title.i18n, section.fallback.default) ??
          title.i18n),
    fileAt: (path) => served.get(path),
  };
}

function textAt(tree: unknown, path: readonly string[]): string | undefined {
  let at = tree;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return typeof at === 'string' ? at : undefined;
}
