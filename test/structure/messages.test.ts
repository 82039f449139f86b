import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES, messagesOf, namesOf, placeholdersOf, wordsIn } from '../support/message-files';
import { usesIn, usesUnder } from '../support/message-uses';

const ROOT = join(__dirname, '../..');
const english = messagesOf(MESSAGES['en-US']);
const german = messagesOf(MESSAGES['de-DE']);
const { uses: shown, texts, tooEarly } = usesUnder(join(ROOT, 'static/src'));
const { uses: said, texts: saidTexts } = usesUnder(join(ROOT, 'src'));
const uses = [...shown, ...said];

/** Words that are the same in both languages; what has no letters but those of its placeholders needs none. */
const SAME = new Set([
  ...['Docket', 'Name', 'Plan', 'Budget', 'Phase', 'Version', 'Portfolio', 'Person', 'ID', 'Register', 'in'],
  ...['Sponsor', 'Management', 'Dimension', 'Burn-up', 'JQL', '{who} in Jira, {when}'],
  '{days, plural, one {in #} other {in #}}',
]);
const saysNothing = (message: string) => !/\p{Letter}/u.test(wordsIn(message));

describe('the messages in both languages', () => {
  it('have the same keys', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same placeholders, of the same kinds', () => {
    const placeholders = (messages: ReadonlyMap<string, string>) =>
      [...english.keys()].map((key) => `${key}: ${placeholdersOf(messages.get(key) ?? '').join(', ')}`);
    expect(placeholders(german)).toEqual(placeholders(english));
  });

  it('say something, each in its language', () => {
    const untranslated = [...english].filter(
      ([key, message]) =>
        message.trim() === '' || (german.get(key) === message && !saysNothing(message) && !SAME.has(message)),
    );
    expect(untranslated).toEqual([]);
  });
});

describe('the screens', () => {
  it('use every message', () => {
    const manifest = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');
    const named = new Set([
      ...texts,
      ...saidTexts.map((key) => `said.${key}`),
      ...[...manifest.matchAll(/i18n: (\S+)/g)].map(([, key]) => key),
    ]);
    const unused = [...english.keys()].filter(
      (key) => !named.has(key) && !uses.some((use) => use.key.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('ask for none before there is a language', () => {
    expect(tooEarly).toEqual([]);
  });

  it('fill in what a message leaves open, and no more', () => {
    const faults = uses.flatMap(({ where, key, values }) =>
      [...english]
        .filter(([name]) => values !== null && key.test(name))
        .filter(([, message]) => namesOf(message).sort().join() !== values?.toSorted().join())
        .map(([name, message]) => `${where}: ${name} takes ${namesOf(message).join(', ') || 'nothing'}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('what schemas refuse', () => {
  const sentences = (folder: string) =>
    usesUnder(join(ROOT, folder)).texts.filter((text) => /^[A-Z].*\.$/.test(text));
  const known = new Set(
    [...english].flatMap(([key, message]) => (key.startsWith('said.input.') ? [message] : [])),
  );

  it('has words in both languages', () => {
    expect(sentences('src/contract').filter((text) => !known.has(text))).toEqual([]);
  });

  it('has no words that no schema says', () => {
    const sayings = new Set(saidTexts);
    expect([...known].filter((text) => !sayings.has(text))).toEqual([]);
    expect([...known].filter((text) => /[{}#]/.test(text))).toEqual([]);
  });
});

it('reads keys and values off the code', () => {
  const asked = "t('x.y', { one, two: 2 }); message(`x.${kind}.z`); t('x.v', values); t(KEY);";
  const { uses: found, texts: kept } = usesIn('a.tsx', `const KEY = 'a.b'; const f = () => { ${asked} }`);
  expect(found.map(({ key, values }) => [key.source, values])).toEqual([
    ['^x\\.y$', ['one', 'two']],
    ['^x\\..+\\.z$', null],
    ['^x\\.v$', null],
  ]);
  expect(kept).toContain('a.b');
  const early =
    "const f = () => t('x');\nfunction g() { return [1].map(() => t('x')); }\n[1].map(() => t('x'));";
  expect(usesIn('a.tsx', early).tooEarly).toEqual(['a.tsx:3']);
});
