import english from '../../locales/en-US.json';
import german from '../../locales/de-DE.json';
import { setWords } from '../../static/src/shared/i18n';

/** The language of the screens from here on. */
export const speak = (locale: 'en-US' | 'de-DE'): void =>
  setWords(locale, locale === 'de-DE' ? german : english);

/** For unit tests of what the screens say: importing this makes their language English. */
speak('en-US');
