import german from '../../../locales/de-DE.json';
import { spoken } from '../../../src/handlers/spoken';
import { importPlan } from '../../../src/domain/plan';
import { configure, newRecord, risk, ruleInWords } from '../../../src/domain/registers';
import { DEFAULT_TOLERANCES, Reason } from '../../../src/domain/status';
import { rate } from '../../../src/domain/status/rag';
import { joined, recalled, say, wordsFor } from '../../../src/words';
import { factsOf } from '../../../test/support/status-facts';
import { setWords } from '../shared/i18n';
import { inWords } from './said';

beforeAll(() => setWords('de-DE', german));

/** What a resolver answers, as it comes through the bridge. */
function bridged(value: unknown): unknown {
  const { plain, said } = spoken({ ok: true, value });
  return JSON.parse(JSON.stringify({ ...(plain as object), said }));
}

it('says in the language of the reader what the app answers', () => {
  const answer = bridged({ rows: [{ why: 'As written.' }, { why: say('problem.onlyJiraAdmins') }] });
  expect(answer).toHaveProperty('value.rows.1.why', String(say('problem.onlyJiraAdmins')));
  expect(inWords(answer)).toMatchObject({
    value: {
      rows: [{ why: 'As written.' }, { why: 'Nur wer Jira administriert, kann diese Seite benutzen.' }],
    },
  });
});

it('keeps what people wrote within it as it is', () => {
  expect(inWords(bridged(joined(['R-1:', say('problem.onlyJiraAdmins')])))).toMatchObject({
    value: 'R-1: Nur wer Jira administriert, kann diese Seite benutzen.',
  });
});

it('stays English where these screens have no such message, or the answer no such place', () => {
  const answer = (said: unknown) => ({ ok: true, value: { why: 'Said by a newer app.' }, said });
  for (const said of [
    [[['value', 'why'], [{ key: 'of.tomorrow' }]]],
    [[['value', 'elsewhere', 'why'], [{ key: 'problem.internal' }]]],
    [[['value'], [{ key: 'problem.internal' }]]],
    'nonsense',
  ])
    expect(inWords(answer(said))).toMatchObject({ value: { why: 'Said by a newer app.' } });
});

/** What the app says, to a German reader. */
const inGerman = (value: unknown): unknown => (inWords(bridged(value)) as { value: unknown }).value;

it('says in German what a register refuses, with its own words for fields and choices', () => {
  const made = newRecord(configure(risk, risk.defaults), { nature: 'neither' }, new Date());
  const { event, nature } = german.registerWords.risk.fields;
  expect(inGerman(made)).toMatchObject({
    refusal: {
      fields: {
        nature: `Eines davon wählen: ${nature.options.threat}, ${nature.options.opportunity}.`,
        event: `${event.label} wird benötigt.`,
      },
    },
  });
  expect(inGerman(ruleInWords('record:7:decision:decision', 'Decision, D-3'))).toBe('Entscheidung, D-3');
  expect(inGerman(wordsFor('Write the date as YYYY-MM-DD.'))).toBe('Das Datum als JJJJ-MM-TT schreiben.');
});

it('says in German what is kept in English with a report', () => {
  const { reasons } = rate({
    facts: factsOf({ figures: { overdue: 2, openDated: 8 } }),
    milestones: [{ id: '1', name: 'Beta', date: '2026-07-10', first: null, baseline: null, released: false }],
    today: '2026-07-20',
    tolerances: DEFAULT_TOLERANCES,
    length: 'week',
  });
  const kept = Reason.array().parse(JSON.parse(JSON.stringify(reasons)));
  expect(inGerman(kept.map(({ text, said }) => recalled(text, said)))).toEqual(
    expect.arrayContaining([
      'Der Meilenstein Beta war am 10.07.2026 fällig, vor 10 Tagen (Gelb über 7 Tagen, Rot über 30).',
      '2 von 8 offenen Vorgängen mit Termin sind überfällig, 25 % (Gelb ab 5 %, Rot ab 15 %).',
      'Nicht berechenbar: Das Projekt hat keinen Plan.',
    ]),
  );
  expect(recalled('As it was said then.', kept[0]?.said)).toBe('As it was said then.');
});

it('says in German why a plan cannot be imported', () => {
  const { problems } = importPlan(null, [{ type: 'cost', id: 'C1' }]);
  expect(inGerman(problems)).toEqual([
    'Das Projekt hat noch keinen Plan. Die Datei mit einer Zeile vom Typ project beginnen.',
  ]);
});

it('writes dates as the reader does', () => {
  const due = bridged(say('messages.rule.asked', { date: { date: '2026-11-27' } }));
  for (const [reader, written] of [
    ['de-DE', '27.11.2026'],
    ['de-CH', '27.11.2026'],
    ['en-GB', '27 Nov 2026'],
  ] as const) {
    setWords('de-DE', german, reader);
    expect(inWords(structuredClone(due))).toHaveProperty('value', expect.stringContaining(written));
  }
  setWords('de-DE', german);
});
