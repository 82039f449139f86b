import { speak } from '../../../../test/support/words';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { callApp } from '../../../../sandbox/cli/app-call';
import { plan, reports } from '../../../../src/contract';
import type { ReportFiles } from '../../../../src/contract/report-files';
import { xlsxOf } from '../registers/exchange/xlsx';
import { createFormat } from '../../shared/format';
import { deckOf } from './deck';
import { drawDeck } from './draw-deck';
import { sheetsOf } from './sheets';
import { afterAppTests, type TestApp } from '../../../../test/support/app';
import { enterPlan } from '../../../../test/support/large-project';
import { officeFaults, unzip, xmlFault } from '../../../../test/support/office-file';
import { act, approve, AT, done, reportApp, WEEK, words } from '../../../../test/support/reports';
import { FRIDAY, publish, statusApp } from '../../../../test/support/status-page';

afterAppTests();

const SITE = 'https://site.example';
const filesOf = (app: TestApp, label = WEEK, accountId = 'member'): Promise<ReportFiles> =>
  callApp(app.host, app.screen('project-page', accountId), reports.files, { label });
/** As a browser makes them: where the library sees Node, it loads what it needs there by an import that Jest refuses. */
async function slidesOf(report: ReportFiles, locale = 'en-GB'): Promise<Buffer> {
  const release = Object.getOwnPropertyDescriptor(process, 'release') ?? {};
  Object.defineProperty(process, 'release', { ...release, value: { name: 'browser' } });
  try {
    const deck = drawDeck(deckOf(report, createFormat(locale, 'UTC')));
    return Buffer.from((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
  } finally {
    Object.defineProperty(process, 'release', release);
  }
}
const workbookOf = async (report: ReportFiles, locale = 'en-GB'): Promise<Buffer> =>
  Buffer.from(await (await xlsxOf(sheetsOf(report, SITE), locale)).arrayBuffer());
const slides = (report: ReportFiles) => deckOf(report, createFormat('en-GB', 'UTC')).slides;
const titlesOf = (report: ReportFiles) => slides(report).map(({ title }) => title);

/** Names that a file format or a spreadsheet may trip over. */
const NASTY: Partial<ReportFiles> = {
  project: { key: 'PRJ', name: 'R&D <"one">\u0001 \ud800' },
  milestones: Array.from({ length: 30 }, (_, n) => ({
    name: n === 0 ? '=HYPERLINK("https://evil.example")' : `Milestone ${n} ${'long '.repeat(60)}`,
    forecast: '2026-08-14',
    before: null,
    baseline: '2026-08-01',
    first: null,
    released: false,
    move: 'later',
  })),
  money: {
    currency: 'JPY',
    baseline: 'First',
    estimate: 'trend',
    method: 'issues',
    complete: { value: 0.255 },
    budget: {
      planned: { value: 123_456 },
      committed: { value: 0 },
      actual: { value: 1_000 },
      forecast: { value: 0 },
    },
    earned: [
      { name: 'cpi', kind: 'ratio', measure: { value: 0.912 } },
      { name: 'eac', kind: 'money', measure: { notComputable: 'nothing was spent' } },
    ],
  },
};

describe('the files of a published report', () => {
  it('say what it says: leads’ decisions and missing updates first, each figure with its query', async () => {
    const app = await reportApp();
    await app.until(AT.asked);
    const update = words({ needsDecision: 'Who pays for the cards?', next: 'Refunds' });
    await done(app, 'answer', { streamId: 'pay', update }, 'ann');
    await app.until(AT.closed);
    expect(await act(app, 'files', {})).toMatchObject({ ok: false, problem: { code: 'BAD_INPUT' } });
    await approve(app);
    await app.until(AT.published);

    const report = await filesOf(app);
    expect(report).toMatchObject({
      project: { key: 'PRJ' },
      label: WEEK,
      revision: 1,
      decisions: [{ stream: 'Payments', text: 'Who pays for the cards?' }],
      next: [{ stream: 'Payments', text: 'Refunds' }],
      missing: ['Web'],
      money: 'none',
      history: [{ label: WEEK }],
    });
    const [, exceptions] = slides(report);
    expect(exceptions?.table?.rows.slice(0, 2).map((row) => row.map(({ text }) => text))).toEqual([
      ['Decision', 'Payments: Who pays for the cards?', '–'],
      ['No update', 'Web', '–'],
    ]);
    expect(titlesOf(report)).toEqual([
      'Colours and why',
      'Exceptions',
      'Milestones',
      'Budget and earned value',
      'Top risks',
      'Next',
    ]);
    const figures = await readXlsxFile(await workbookOf(report));
    const [sheet] = figures;
    expect(sheet?.sheet).toBe('Figures');
    const overdue = sheet?.data.find(([title]) => title === 'Overdue');
    expect(overdue?.[1]).toBe(3);
    expect(overdue?.[4]).toBe(`${SITE}/issues/?jql=${encodeURIComponent(String(overdue?.[5]))}`);
    expect(overdue?.[5]).toMatch(/^project = "?PRJ/);
  });

  it('open without repair, whatever names are in them; numbers, dates and money are such', async () => {
    const app = await statusApp({ now: FRIDAY });
    await publish(app);
    const report = { ...(await filesOf(app)), ...NASTY };
    const deck = await slidesOf(report);
    const parts = unzip(deck);
    expect([...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(7);
    expect(parts.get('ppt/slides/slide1.xml')?.toString()).toContain('R&amp;D &lt;&quot;one&quot;&gt;');
    expect(officeFaults(parts)).toEqual([]);
    opensInLibreOffice(deck);

    const workbook = await workbookOf(report);
    expect(officeFaults(unzip(workbook))).toEqual([]);
    const sheets = await readXlsxFile(workbook);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Figures', 'Milestones', 'Risks', 'Money', 'History']);
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rows('Milestones')[1]).toEqual([
      `'=HYPERLINK("https://evil.example")`,
      new Date('2026-08-14T00:00:00Z'),
      null,
      new Date('2026-08-01T00:00:00Z'),
      ...[null, null, 'Later'],
    ]);
    expect(rows('Money')[1]).toEqual(['Planned', 123_456, 'JPY', null]);
    expect(rows('Money').slice(5, 8)).toEqual([
      ['Cost index (CPI)', 0.912, 'ratio', null],
      ['Estimate at completion (EAC)', null, null, 'nothing was spent'],
      ['Percent complete', 25.5, '%', null],
    ]);
  });
});

describe('the files of a viewer who reads German', () => {
  beforeAll(() => speak('de-DE'));
  afterAll(() => speak('en-US'));

  it('speak German throughout, with its dates and numbers, and leave what people wrote as it is', async () => {
    const app = await statusApp({ now: FRIDAY });
    await enterPlan(app);
    await publish(app);
    const report = await filesOf(app);
    const kept = [
      ...report.milestones.map(({ name }) => name),
      // Reasons are kept in English, in the products and in files.
      ...report.dimensions.flatMap(({ reasons }) => reasons.map(({ text }) => text)),
    ];
    const parts = unzip(await slidesOf(report, 'de-DE'));
    const said = [...parts].flatMap(([name, part]) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(name) ? textsIn(part.toString()) : [],
    );
    expect(said.filter((words) => !kept.includes(words) && ENGLISH.test(words))).toEqual([]);
    const dated = ['2026-W30, 20.07.2026 bis 26.07.2026', 'Zahlen vom 24.07.2026, 12:00 UTC'];
    expect(said).toEqual(expect.arrayContaining([...dated, 'Termine', 'Geplant', '2.300,00 €']));

    const workbook = await workbookOf(report, 'de-DE');
    const sheets = await readXlsxFile(workbook);
    expect(sheets.map(({ sheet, data }) => [sheet, data[0]?.[0]])).toEqual([
      ['Kennzahlen', 'Kennzahl'],
      ['Meilensteine', 'Meilenstein'],
      ['Risiken', 'Vorgang'],
      ['Geld', 'Messgröße'],
      ['Verlauf', 'Bericht'],
    ]);
    const texts = sheets
      .flatMap(({ data }) => data.flat())
      .filter((cell) => typeof cell === 'string' && !/^(https|project) ?[:=]/.test(cell));
    expect(texts.filter((words) => ENGLISH.test(String(words)))).toEqual([]);
    expect(sheets[0]?.data[1]?.[6]).toEqual(new Date(FRIDAY));
    const styles = unzip(workbook).get('xl/styles.xml')?.toString() ?? '';
    expect([...styles.matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code)).toEqual(
      expect.arrayContaining(['dd\\.mm\\.yyyy', 'dd\\.mm\\.yyyy hh:mm', '#,##0.00']),
    );
  });
});

describe('money that only admins are to see from now on', () => {
  it('is left out of the files of an older report for everybody else', async () => {
    const app = await statusApp({ now: FRIDAY });
    await enterPlan(app);
    await publish(app);
    const shown = { money: { currency: 'EUR', budget: { planned: { value: 230_000 } } } };
    const before = await filesOf(app);
    expect(before).toMatchObject(shown);
    const slide = slides(before).find(({ title }) => title === 'Budget and earned value');
    expect(slide?.table?.rows.map(([title, now]) => [title?.text.split(' (')[0], now?.text])).toEqual([
      ['Planned', '€2,300.00'],
      ['Committed', '€0.00'],
      ['Actual', '€800.00'],
      ['Planned value', expect.stringMatching(/^€/)],
      ['Earned value', expect.any(String)],
      ['Schedule index', expect.any(String)],
      ['Cost index', expect.any(String)],
      ['Estimate at completion', expect.any(String)],
      ['Variance at completion', expect.any(String)],
    ]);

    const page = app.screen('project-page');
    const { saved } = await callApp(app.host, page, plan.read, {});
    if (!saved) throw new Error('There is no plan.');
    const restricted = { ...saved.plan, audience: 'admins' as const };
    await callApp(app.host, page, plan.save, { revision: saved.revision, plan: restricted, why: 'As asked' });
    const withheld = await filesOf(app);
    expect(withheld.money).toBe('hidden');
    expect(withheld.dimensions.find(({ dimension }) => dimension === 'Cost')?.reasons).toMatchObject([
      { text: null },
    ]);
    const hidden = 'Only people who administer this project see its money.';
    expect(slides(withheld)[0]?.table?.rows[1]?.at(-1)?.text).toBe(hidden);
    expect(slides(withheld)[3]?.lines).toEqual([hidden]);
    expect(await filesOf(app, WEEK, 'lead')).toMatchObject(shown);
  });
});

describe('the check of an Office file', () => {
  it.each(['<a><b></a>', '<a>', '<a x="1" x="2"/>', '<a>&</a>', '<a>\u0001</a>', '<a b=c/>'])(
    'finds the fault in %j',
    (xml) => {
      expect(xmlFault(xml)).not.toBeNull();
      expect(xmlFault('<?xml version="1.0"?><a x="1"><b/>&amp;</a>')).toBeNull();
    },
  );

  it('finds a part that is missing and one without a type', () => {
    const part = (text: string) => Buffer.from(text);
    const faults = officeFaults(
      new Map([
        ['[Content_Types].xml', part('<Types><Default Extension="rels" ContentType="x"/></Types>')],
        ['_rels/.rels', part('<Relationships><Relationship Id="r1" Target="gone.xml"/></Relationships>')],
        ['here.xml', part('<a/>')],
      ]),
    );
    expect(faults).toEqual(['_rels/.rels: gone.xml is missing', 'here.xml has no content type']);
  });
});

/** Words that English headings, figures and moves are made of. "Earned Value" is what the field calls it in German too. */
const ENGLISH =
  /\b(and|the|of|with|open(ed)?|overdue|due|(?<!Earned )value|cost|schedule|same|later|new|actual|risks?)\b/i;
const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words = '']) => words.replaceAll('&amp;', '&'));

/** Where LibreOffice is installed, it turns the slides into a PDF; elsewhere the test says that nobody tried. */
function opensInLibreOffice(slides: Buffer): void {
  const folder = mkdtempSync(join(tmpdir(), 'deck-'));
  try {
    writeFileSync(join(folder, 'deck.pptx'), slides);
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, 'deck.pptx'], {
      cwd: folder,
      env: { ...process.env, HOME: folder },
      stdio: 'pipe',
    });
    expect(readFileSync(join(folder, 'deck.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || !String(error).includes('soffice')) throw error;
    process.stderr.write('LibreOffice is not installed here: the deck was not opened with it.\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
