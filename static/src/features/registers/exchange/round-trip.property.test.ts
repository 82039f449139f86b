import '../../../../../test/support/words';
import type { RecordView } from '../../../../../src/contract/register-views';
import {
  configure,
  type ConfiguredRegister,
  type Field,
  newRecord,
  planChange,
  REGISTERS,
  type StoredRecord,
} from '../../../../../src/domain/registers';
import { registerView } from '../../../../../src/handlers/resolvers/registers/register-view';
import fc from '../../../../../test/support/properties';
import { decoded } from '../../../shared/decode';
import { columnsOf } from '../columns';
import { csvOf } from '../../../shared/files/csv';
import { choicesOf, guessed, rowsOf } from './import-file';
import { peopleTexts } from './people-texts';
import { readCsv } from './read-csv';
import { sheetOf } from './sheet';
import { titlesOf } from './titles';

const NOW = new Date('2026-07-20T09:00:00Z');
const NAMES = { a: 'Ana Lima', b: 'Ana Lima', c: '=Cem; Öz', d: "-O'Neil, Pat", e: 'Lee (Contractor)' };
const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');

/** What would do harm in a file, with what would not. */
const awkward = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\t',
      ' ',
      '1',
      '2.5',
      'ä',
      '漢',
      '😀',
      'a',
      '＝',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `${parts.join('').trim()}x`.trim());

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return fc.oneof(
        awkward,
        awkward.map((text) => `x${text}`),
        fc.constantFrom('-5', '=1+1', "'", "'=", '2026-01-01'),
      );
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'date':
      return fc
        .date({ min: new Date('1890-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case 'person':
      return person;
    case 'people':
      return fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
    case 'pageLink':
      return fc.integer({ min: 1 }).map(String);
    case 'percentage':
      return fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
    case 'money':
      return fc.record({
        minor: fc.integer({ min: -1e12, max: 1e12 }),
        currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      });
    case 'number':
      return fc.integer({ min: field.min ?? -1_000, max: field.max ?? 1_000 });
    case 'scale':
      return fc.integer({ min: 1, max: 5 });
    case 'issueLinks':
      return fc.uniqueArray(
        fc.integer({ min: 1, max: 99 }).map((n) => `ABC-${n}`),
        { minLength: 1, maxLength: 4 },
      );
  }
}

/** Values with some fields empty, and choices that fit each other. */
const valuesOf = ({ fields }: ConfiguredRegister): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [
          key,
          field.required ? valueOf(field) : fc.option(valueOf(field), { nil: undefined }),
        ]),
      ),
    )
    .map((values) => {
      const filled = Object.entries(values).filter(([key, value]) => {
        const field = fields[key];
        const option =
          field?.kind === 'choice' ? field.options.find((one) => one.value === value) : undefined;
        return value !== undefined && (!option?.when || values[option.when.field] === option.when.is);
      });
      return Object.fromEntries(filled);
    });

const viewOf = (record: StoredRecord): RecordView => ({
  ...record,
  id: record.id,
  issueId: '1',
  issueKey: 'ABC-100',
  summary: '=SUM(A1)',
  url: '',
  movement: null,
  approval: null,
  locked: false,
  corrects: null,
  rights: { edit: true, correct: false, moveTo: [], vote: false, happened: false },
  firstPromised: {},
  values: { ...record.values },
});

/** What importing the export of a record would do to it. */
async function imported(register: ConfiguredRegister, record: StoredRecord) {
  const view = registerView(register);
  const records = [viewOf(record)];
  const dateOf = (instant: string) => instant.slice(0, 10);
  const columns = columnsOf(view, NAMES, dateOf);
  const titles = titlesOf(columns);
  const people = peopleTexts(view, records, NAMES);
  const csv = csvOf(sheetOf({ register: view, titles, people, dateOf }, columns, records));
  const file = readCsv(decoded(new TextEncoder().encode(csv).buffer));
  if ('problem' in file) return { file };
  const keys = guessed(file, choicesOf(columns, titles));
  const [row] = await rowsOf(file, keys);
  const plan = planChange(register, record, row?.cells ?? {}, {
    people: people.idsOf,
    decimalComma: file.decimalComma,
    standing: { actor: 'a', createdBy: null, lead: null, sponsor: null },
    now: NOW,
  });
  return { rows: file.rows.length, keys: keys.filter((key) => key !== null).length, plan };
}

describe.each(REGISTERS.map((register) => [register.kind, register] as const))(
  'the register %s',
  (_kind, definition) => {
    const register = configure(definition, definition.defaults);

    it('is as it was when its export is imported', async () => {
      await fc.assert(
        fc.asyncProperty(valuesOf(register), async (values) => {
          const made = newRecord(register, values, NOW, `${register.settings.prefix}-12`);
          if (!made.ok) throw new Error(String(made.refusal.message));
          const { plan, rows, keys } = await imported(register, made.value);
          expect(plan).toEqual({ does: 'same' });
          expect(rows).toBe(1);
          expect(keys).toBeGreaterThan(Object.keys(register.fields).length);
        }),
        { numRuns: 60 },
      );
    });
  },
);
