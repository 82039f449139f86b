import { i18n } from '@forge/bridge';

/** Message files by the language that the viewer reads. A language that is not here reads the first. */
const LANGUAGES = { en: 'en-US', de: 'de-DE' } as const;

const isKnown = (language: string): language is keyof typeof LANGUAGES => Object.hasOwn(LANGUAGES, language);

/**
 * Fetches the screens' messages, as Forge keeps them beside the app.
 *
 * @param locale BCP 47, the viewer's.
 * @throws Error where they cannot be fetched.
 */
export async function loadTranslations(locale: string): Promise<{ locale: string; messages: unknown }> {
  const language = locale.split('-')[0] ?? '';
  const answer = await i18n.getTranslations(LANGUAGES[isKnown(language) ? language : 'en']);
  return { locale: answer.locale, messages: answer.translations };
}
