import english from '../../../../locales/en-US.json';
import german from '../../../../locales/de-DE.json';
import { register } from '../../../../test/support/screen-answers';
import { REGISTERS } from '../../../../src/domain/registers';
import { wordsOf } from '../../../../test/support/register-words';
import { setWords } from '../../shared/i18n';
import { inDefinitionsWords } from './exchange/definition-words';
import { asDefined, inViewersWords, registerTitle } from './register-words';

it('has the words of every definition as the definition has them', () => {
  expect(english.registerWords).toEqual(
    Object.fromEntries(REGISTERS.map((definition) => [definition.kind, wordsOf(definition)])),
  );
});

describe('to a German reader', () => {
  beforeAll(() => setWords('de-DE', german));
  const { risk } = german.registerWords;

  it('shows fields, choices, states and columns in German, and the same register as the same one', () => {
    const worded = inViewersWords(register);
    expect(worded.title).toBe('Risiken');
    expect(worded.fields.find(({ key }) => key === 'owner')?.label).toBe(risk.fields.owner.label);
    expect(worded.states.map(({ label }) => label)).toContain(risk.states.responding);
    expect(worded.columns.map(({ key, label }) => `${key} ${label}`)).toContain('summary Zusammenfassung');
    expect(inViewersWords(register)).toBe(worded);
    expect(asDefined(worded)).toBe(register);
  });

  it('keeps what a definition says where there is no German for it', () => {
    const lesson = { ...register, kind: 'lesson', title: 'Lessons', states: register.states.slice(0, 1) };
    expect(inViewersWords(lesson)).toMatchObject({
      title: 'Lessons',
      states: [{ label: register.states[0]?.label }],
    });
    expect(registerTitle({ kind: 'lesson', title: 'Lessons' })).toBe('Lessons');
  });

  it('reads a file with German choices and states, and one with those of the definition', () => {
    const cells = { state: risk.states.closed.toUpperCase(), event: 'Regen', response: 'Avoid' };
    expect(inDefinitionsWords(inViewersWords(register), cells)).toEqual({
      state: 'Closed',
      event: 'Regen',
      response: 'Avoid',
    });
  });
});

it('leaves a register to an English reader as it is', () => {
  setWords('en-US', english);
  expect(inViewersWords(register)).toBe(register);
});
