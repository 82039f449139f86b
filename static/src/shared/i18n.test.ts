import type * as Words from './i18n';
import { message, setWords, t, wordsLocale } from './i18n';

const GERMAN = {
  app: { name: 'Docket' },
  a: { late: '{count, plural, one {# Tag} other {# Tage}} zu spät, {name}', html: 'Ein <b> bleibt' },
};

it('answers in the language that was set, with its plurals', () => {
  setWords('de-DE', GERMAN);
  expect(t('app.name')).toBe('Docket');
  expect(message('a.late', { count: 1, name: 'Ana' })).toBe('1 Tag zu spät, Ana');
  expect(message('a.late', { count: 1200, name: '{x}' })).toBe('1.200 Tage zu spät, {x}');
  expect(message('a.html')).toBe('Ein <b> bleibt');
  expect(wordsLocale()).toBe('de-DE');
});

it('has no words for what the file lacks, nor for a branch of it', () => {
  setWords('de-DE', GERMAN);
  expect(message('a.nothing')).toBeUndefined();
  expect(message('a')).toBeUndefined();
});

it('refuses to speak before it knows a language', () => {
  jest.isolateModules(() => {
    const fresh = jest.requireActual<typeof Words>('./i18n');
    expect(() => fresh.t('app.name')).toThrow('before there was a language');
  });
});
