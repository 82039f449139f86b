import german from '../../../locales/de-DE.json';
import { spoken } from '../../../src/handlers/spoken';
import { joined, say } from '../../../src/words';
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
