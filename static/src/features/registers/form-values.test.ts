import '../../../../test/support/words';
import type { FieldView } from '../../api/contract';
import {
  fieldProblem,
  fittingOptions,
  type FormValues,
  initialValues,
  issueKeyProblem,
  toFormValues,
  toWireValues,
} from './form-values';

const field = (kind: FieldView['kind'], more: Partial<FieldView> = {}): FieldView => ({
  key: kind,
  label: `The ${kind}`,
  kind,
  required: false,
  ...more,
});

const fields = [
  field('text'),
  field('longText'),
  field('choice'),
  field('person'),
  field('people'),
  field('date'),
  field('money'),
  field('number'),
  field('percentage'),
  field('scale', { min: 1, max: 5 }),
  field('issueLinks'),
  field('pageLink'),
];

const values = {
  text: 'A cause',
  longText: 'Two\nlines',
  choice: 'mitigate',
  person: 'u-1',
  people: ['u-1', 'u-2'],
  date: '2012-07-16',
  money: { minor: 123450, currency: 'EUR' },
  number: 2.5,
  percentage: 40,
  scale: 4,
  issueLinks: ['ABC-1', 'ABC-2'],
  pageLink: '4711',
};

const names = { 'u-1': 'Person One' };

it('gives back the values of every kind that it was given', () => {
  expect(toWireValues(fields, toFormValues(fields, values, names))).toEqual(values);
});

it('sends null for every field that was left empty', () => {
  const empty = toWireValues(fields, toFormValues(fields, {}, {}));
  expect(Object.keys(empty)).toEqual(fields.map(({ key }) => key));
  expect(new Set(Object.values(empty))).toEqual(new Set([null]));
});

it('begins with the choices that count where nobody has chosen', () => {
  const nature = field('choice', { initial: 'threat' });
  expect(toFormValues(fields, initialValues([nature, ...fields.slice(0, 2)]), {})).toMatchObject({
    choice: 'threat',
    text: '',
    person: null,
  });
});

it('shows a person by name, and by id where the name is not known', () => {
  expect(toFormValues(fields, values, names)['people']).toEqual([
    { value: 'u-1', label: 'Person One' },
    { value: 'u-2', label: 'u-2' },
  ]);
});

it('does not let a value of the wrong type reach a control', () => {
  expect(
    toFormValues(fields, { person: 7, people: 'u-1', text: { evil: true }, money: 3 }, names),
  ).toMatchObject({
    person: null,
    people: [],
    text: '',
    money: { amount: '', currency: 'EUR' },
  });
});

it('offers what fits the rest of the form, and refuses what fits no more', () => {
  const nature = field('choice', { key: 'nature', options: [{ value: 'threat', label: 'Threat' }] });
  const response = field('choice', {
    key: 'response',
    options: [
      { value: 'avoid', label: 'Avoid', when: { field: 'nature', is: 'threat' } },
      { value: 'exploit', label: 'Exploit', when: { field: 'nature', is: 'opportunity' } },
      { value: 'accept', label: 'Accept' },
    ],
  });
  const offered = (form: FormValues) => fittingOptions(response, form).map(({ value }) => value);
  expect(offered({ nature: 'threat' })).toEqual(['avoid', 'accept']);
  expect(offered({ nature: 'opportunity' })).toEqual(['exploit', 'accept']);
  expect(offered({})).toEqual(['accept']);
  expect(fieldProblem(nature, 'threat', {})).toBeUndefined();
  expect(fieldProblem(response, 'avoid', { nature: 'opportunity' })).toMatch(/does not fit/);
});

it('keeps money exact in the digits of its currency', () => {
  const sent = (amount: string, currency: string) =>
    toWireValues([field('money')], { money: { amount, currency } })['money'];
  expect(sent('19.99', 'eur')).toEqual({ minor: 1999, currency: 'EUR' });
  expect(sent('500', 'JPY')).toEqual({ minor: 500, currency: 'JPY' });
});

it.each([
  ['a needed field that is empty', field('text', { required: true }), '  ', 'The text is needed.'],
  ['a needed person', field('person', { required: true }), null, 'The person is needed.'],
  ['a text that is too long', field('text', { maxLength: 3 }), 'four', 'At most 3 characters; this has 4.'],
  ['a word for a number', field('number'), 'ten', 'Write a number.'],
  ['a number below', field('number', { min: 0 }), '-1', 'At least 0.'],
  ['a number above', field('percentage', { max: 100 }), '101', 'At most 100.'],
  ['a level that does not exist', field('scale', { min: 1, max: 5 }), '6', 'From 1 to 5.'],
  [
    'more decimals than the currency has',
    field('money'),
    { amount: '1.005', currency: 'EUR' },
    'EUR has 2 decimals. Write no more than that.',
  ],
  [
    'decimals of a currency without',
    field('money'),
    { amount: '10.5', currency: 'jpy' },
    'JPY has no decimals. Write a whole amount.',
  ],
  [
    'an odd currency',
    field('money'),
    { amount: '1', currency: '€' },
    'Write the currency as three letters, for example EUR.',
  ],
  [
    'no page',
    field('pageLink'),
    'Weekly status',
    'This is neither the address of a Confluence page nor its number.',
  ],
])('names what is wrong with %s', (_what, of, value, expected) => {
  expect(fieldProblem(of, value, {})).toBe(expected);
});

it.each(fields.map((of) => [of.kind, of] as const))(
  'is content with an empty %s that is not needed',
  (_kind, of) => {
    expect(fieldProblem(of, toFormValues([of], {}, {})[of.key] ?? null, {})).toBeUndefined();
  },
);

it('takes an issue key in small letters and refuses what is none', () => {
  expect(issueKeyProblem(' abc-12 ')).toBeUndefined();
  expect(issueKeyProblem('12')).toBe('"12" is no issue key; write it like ABC-123.');
});
