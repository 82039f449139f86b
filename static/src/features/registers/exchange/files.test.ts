import '../../../../../test/support/words';
import { decoded } from '../../../shared/decode';
import { guarded, unguarded } from '../../../shared/files/guard';
import { guessed, rowsOf } from './import-file';
import { type CsvFile, MOST_ROWS, readCsv } from './read-csv';
import { titlesOf } from './titles';

const bytes = (...parts: (string | number)[]): ArrayBuffer => {
  const all = parts.flatMap((part) =>
    typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)],
  );
  return new Uint8Array(all).buffer;
};
const read = (csv: string): CsvFile => {
  const file = readCsv(csv);
  if ('problem' in file) throw new Error(file.problem);
  return file;
};

describe('a file', () => {
  it.each([
    ['UTF-8', bytes('Größe €')],
    ['UTF-8 with a byte-order mark', bytes(0xef, 0xbb, 0xbf, 'Größe €')],
    ['Windows-1252', bytes('Gr', 0xf6, 0xdf, 'e', 0xa0, 0xb5)],
    [
      'UTF-16',
      new Uint16Array([0xfeff, ...'Größe €'].map((c) => (typeof c === 'number' ? c : c.charCodeAt(0))))
        .buffer,
    ],
  ])('is read as %s', (name, file) => {
    expect(decoded(file)).toBe(name === 'Windows-1252' ? 'Größe\u00a0µ' : 'Größe €');
  });

  it.each([
    ['commas', 'a,b\r\n"x, ""y""","two\nlines"', false],
    ['semicolons', 'a;b\r\n"x, ""y""";"two\nlines"', true],
    ['tabs', 'a\tb\n"x, ""y"""\t"two\nlines"\n\n', false],
  ])('is parted by %s, with quotes and line breaks in its cells', (_name, csv, decimalComma) => {
    expect(read(csv)).toEqual({
      titles: ['a', 'b'],
      rows: [{ line: 2, cells: ['x, "y"', 'two\nlines'] }],
      decimalComma,
    });
  });

  it('counts rows as a spreadsheet does, the empty ones included', () => {
    expect(read('a,b\n"1\n1",2\n,\n3,4\n').rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['a,b\n"x,1\n', 'Row 2 opens a quotation mark'],
    ['a,b\n', 'no rows below its heading'],
    ['', 'no rows below its heading'],
    [`a\n${'x\n'.repeat(MOST_ROWS + 1)}`, 'at most 5000'],
  ])('%j is refused with the reason', (csv, why) => {
    expect(readCsv(csv)).toEqual({ problem: expect.stringContaining(why) as string });
  });

  it('is refused a record that it has twice, and tells rows apart that are alike', async () => {
    const file = read('Id,Cause\nR-1,a\nr-1 ,b\n,c\n,c\n');
    const rows = await rowsOf(file, ['id', 'cause']);
    expect(rows.map(({ problem }) => problem?.message ?? null)).toEqual([
      null,
      'R-1 stands in row 2 already. Keep one of the two.',
      null,
      null,
    ]);
    expect(new Set(rows.map(({ source }) => source)).size).toBe(4);
    expect((await rowsOf(read('Id,Cause\n,c\n'), ['id', 'cause']))[0]?.source).toBe(rows[2]?.source);
  });
});

describe('headings', () => {
  const column = (key: string, label: string, kind?: string) => ({
    key,
    label,
    field: kind ? { kind } : null,
  });

  it('are never alike', () => {
    const titles = titlesOf([
      column('score', 'Score'),
      column('points', 'score', 'number'),
      column('cost', 'Cost', 'money'),
      column('code', 'Cost (currency)', 'text'),
    ]);
    expect([...titles]).toEqual([
      ['score', 'Score'],
      ['points', 'score (points)'],
      ['cost', 'Cost'],
      ['cost.currency', 'Cost (currency)'],
      ['code', 'Cost (currency) (code)'],
    ]);
  });

  it('are found again whatever their order and case; those that are strange or double are left out', () => {
    const choices = [
      { key: 'id', title: 'ID' },
      { key: 'sum', title: '=Sum' },
    ];
    const file = read("Other,'=SUM,id,ID\n1,2,3,4");
    expect(guessed(file, choices)).toEqual([null, 'sum', 'id', null]);
  });
});

describe('texts that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1"])(
    '%j is kept from it, and comes back',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  it.each(['1-1', 'a=b', "it's", "'quoted'", ''])('%j stays as it is', (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
});
