import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import type { Page } from 'playwright-core';
import { registers } from '../../src/contract';
import { seriousFaults } from '../support/accessibility';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { onRegisters, RISK } from '../support/registers';
import { appInUse, list, record } from '../support/screen-answers';
import { AppAnswers, ok } from '../support/screens';
import { PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
afterAppTests();

/** A download of the table, by the words on its button. */
async function exported(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const DANGEROUS = record(21, {
  summary: '=HYPERLINK("https://evil.example")',
  score: 6,
  values: {
    cause: '-2 people\nin "team; one"',
    event: 'x',
    probability: 2,
    severity: 3,
    owner: 'u-2',
    exposure: { minor: -1_250, currency: 'EUR' },
    reviewDate: '2012-08-01',
    share: 12.5,
  },
});

async function openTable() {
  const records = [record(7), DANGEROUS, record(9, { state: 'closed' })];
  const app = appInUse().on(registers.list, () => ok(list({ records })));
  const { page, complaints } = await open('project-page', PROJECT, app);
  await page.getByRole('grid', { name: 'Risks' }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ['Cause', 'Exposure', 'Share of scope'])
    await page.getByRole('checkbox', { name, exact: true }).check();
  await page.keyboard.press('Escape');
  return { page, complaints };
}

describe('an export', () => {
  it('to Excel has the rows and columns that are shown, with real dates and numbers', async () => {
    const { page, complaints } = await openTable();
    const { name, bytes } = await exported(page, 'Excel file');
    expect(name).toBe('PRJ risks 2012-07-16.xlsx');
    const [head, ...rows] = await readSheet(bytes);
    expect(head).toEqual([
      ...['Issue', 'Summary', 'Score', 'State', 'Owner', 'Response', 'Next review', 'Cause'],
      ...['Exposure', 'Exposure (currency)', 'Share of scope'],
    ]);
    expect(rows).toEqual([
      [
        ...['PRJ-7', 'The supplier delivers the interface late', 12, 'Assessed', 'Person One', 'Mitigate'],
        ...[new Date('2012-07-30T00:00:00Z'), 'The contract has no penalty for delay.', 12_500, 'EUR', null],
      ],
      [
        ...['PRJ-21', `'=HYPERLINK("https://evil.example")`, 6, 'Assessed', 'Person Two', null],
        ...[new Date('2012-08-01T00:00:00Z'), `'-2 people\nin "team; one"`, -12.5, 'EUR', 12.5],
      ],
    ]);
    expect(complaints).toEqual([]);
  });

  it('to CSV is what the filters leave, in UTF-8 with its mark, and runs nothing', async () => {
    const { page } = await openTable();
    await page.getByRole('searchbox', { name: 'Search in this register' }).fill('hyperlink');
    const { name, bytes } = await exported(page, 'CSV file');
    expect(name).toBe('PRJ risks 2012-07-16.csv');
    const [head, row] = bytes.toString('utf8').split('\r\n');
    expect(head).toMatch(/^\ufeffIssue,Summary,/);
    expect(row).toBe(
      `PRJ-21,"'=HYPERLINK(""https://evil.example"")",6,Assessed,Person Two,,2012-08-01,"'-2 people\nin ""team; one""",-12.50,EUR,12.5`,
    );
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('of a long register needs nothing that the content security policy forbids', async () => {
    const records = Array.from({ length: 3_000 }, (_, index) => record(index + 1));
    const app = appInUse().on(registers.list, () => ok(list({ records })));
    const { page, complaints } = await open('project-page', PROJECT, app);
    const { bytes } = await exported(page, 'Excel file');
    expect(await readSheet(bytes)).toHaveLength(3_001);
    expect(complaints).toEqual([]);
  });
});

/** The screen with the app itself behind it. */
const behind = (app: TestApp): AppAnswers => {
  const module = app.screen('project-page', 'member');
  return Object.assign(new AppAnswers(), {
    invoke: (name: string, request: unknown) => app.host.invoke(module, name, request),
  });
};

const choose = async (page: Page, csv: string | Buffer) => {
  await page.getByRole('button', { name: 'Import from CSV' }).click();
  const buffer = typeof csv === 'string' ? Buffer.from(csv) : csv;
  await page.getByLabel('CSV file').setInputFiles({ name: 'risks.csv', mimeType: 'text/csv', buffer });
};
const outcomes = async (page: Page) => {
  const rows = await page.getByRole('dialog').locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
};

/** From Excel on Windows: Windows-1252, semicolons, quotes, line breaks, and much that is wrong. */
const NASTY = Buffer.from(
  [
    'ID;Summary;Cause;Event;Impact;Probability;Impact rating;Owner;Next review;Remarks',
    `r-1;;"Größe; ""zu"" klein\r\nzweite Zeile \x80";${RISK.event};Four weeks;4 High;2 Minor;member;;x`,
    ';Neuer Lieferant;Vertrag;Kündigung;Verzug;3;3;;2026-08-01;',
    ';Wrong date;a;b;c;3;3;;31/02/2026;',
    'R-1;;;;;;;;;',
    ';;a;b;c;9;3;Nobody;;',
    '',
  ].join('\r\n'),
  'latin1',
);

describe('an import', () => {
  it('shows what each row would do, does it, and does nothing the second time', async () => {
    const app = await appWith((build) => build.project());
    await onRegisters(app).risk({ ...RISK, impact: 'Four weeks', severity: 2 });
    const { page, complaints } = await open('project-page', PROJECT, behind(app));
    await choose(page, NASTY);
    expect(await page.getByLabel('Column “Impact rating” is').inputValue()).toBe('severity');
    expect(await page.getByLabel('Column “Remarks” is').inputValue()).toBe('');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('status').filter({ hasText: 'Refused: 3 · New: 1 · Changed: 1' }).waitFor();
    expect(await outcomes(page)).toEqual([
      ['2', 'Changed', 'R-1, PRJ-1', `Cause: ${RISK.cause} → Größe; "zu" klein\r\nzweite Zeile €`],
      ['3', 'New', '', 'Neuer Lieferant'],
      ['4', 'Refused', '', 'Next review: This date does not exist. Write it as YYYY-MM-DD.'],
      ['5', 'Refused', '', 'ID: R-1 stands in row 2 already. Keep one of the two.'],
      ['6', 'Refused', '', expect.stringContaining('Summary: A new record needs a summary.Owner: There is')],
    ]);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByRole('dialog').getByText('Created').waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('grid', { name: 'Risks' }).getByText('Neuer Lieferant').waitFor();
    const { records } = await onRegisters(app).list();
    expect(records).toMatchObject([
      { id: 'R-1', revision: 2, values: { severity: 2, owner: 'member' } },
      { id: 'R-2', summary: 'Neuer Lieferant', values: { event: 'Kündigung', reviewDate: '2026-08-01' } },
    ]);

    await choose(page, NASTY);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('status').filter({ hasText: 'Changed: 0 · Unchanged: 2' }).waitFor();
    expect(await page.getByRole('button', { name: 'Import 0 rows' }).isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('takes what was exported as it is, and says of a file that it cannot be read', async () => {
    const app = await appWith((build) => build.project());
    for (const summary of ['One', 'Two']) await onRegisters(app).risk(RISK, summary);
    const { page } = await open('project-page', PROJECT, behind(app));
    await page.getByRole('grid', { name: 'Risks' }).waitFor();
    const { bytes } = await exported(page, 'CSV file');
    await page.keyboard.press('Escape');
    await choose(page, bytes);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('status').filter({ hasText: 'Changed: 0 · Unchanged: 2' }).waitFor();
    await page.getByLabel('CSV file').setInputFiles({
      name: 'bad.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('a,b\n"never closed,1\n'),
    });
    await page.getByRole('alert').filter({ hasText: 'Row 2 opens a quotation mark' }).waitFor();
  });
});
