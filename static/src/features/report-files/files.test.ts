import '../../../../test/support/words';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { callApp } from '../../../../sandbox/cli/app-call';
import { plan, reports } from '../../../../src/contract';
import type { ReportFiles } from '../../../../src/contract/report-files';
import { xlsxOf } from '../registers/exchange/xlsx';
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
async function slidesOf(report: ReportFiles): Promise<Buffer> {
  const release = Object.getOwnPropertyDescriptor(process, 'release') ?? {};
  Object.defineProperty(process, 'release', { ...release, value: { name: 'browser' } });
  try {
    return Buffer.from((await drawDeck(deckOf(report)).write({ outputType: 'uint8array' })) as Uint8Array);
  } finally {
    Object.defineProperty(process, 'release', release);
  }
}
const workbookOf = async (report: ReportFiles): Promise<Buffer> =>
  Buffer.from(await (await xlsxOf(sheetsOf(report, SITE))).arrayBuffer());
const titlesOf = (report: ReportFiles) => deckOf(report).slides.map(({ title }) => title);

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
    estimate: 'BAC / CPI',
    method: 'issues',
    complete: { value: 0.255 },
    budget: [{ title: 'Planned', amount: { value: 123_456 } }],
    earned: [
      { title: 'Cost performance index (CPI = EV / AC)', kind: 'ratio', measure: { value: 0.912 } },
      {
        title: 'Estimate at completion (EAC)',
        kind: 'money',
        measure: { notComputable: 'nothing was spent' },
      },
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
      money: expect.stringContaining('Not computable') as string,
      history: [{ label: WEEK }],
    });
    const [, exceptions] = deckOf(report).slides;
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
    const slides = await slidesOf(report);
    const parts = unzip(slides);
    expect([...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(7);
    expect(parts.get('ppt/slides/slide1.xml')?.toString()).toContain('R&amp;D &lt;&quot;one&quot;&gt;');
    expect(officeFaults(parts)).toEqual([]);
    opensInLibreOffice(slides);

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
      ...[null, null, 'later'],
    ]);
    expect(rows('Money').slice(1, 5)).toEqual([
      ['Planned', 123_456, 'JPY', null],
      ['Cost performance index (CPI = EV / AC)', 0.912, 'ratio', null],
      ['Estimate at completion (EAC)', null, null, 'nothing was spent'],
      ['Percent complete', 25.5, '%', null],
    ]);
  });
});

describe('money that only admins are to see from now on', () => {
  it('is left out of the files of an older report for everybody else', async () => {
    const app = await statusApp({ now: FRIDAY });
    await enterPlan(app);
    await publish(app);
    const budget = { title: 'Planned', amount: { value: 230_000 } };
    const shown = { money: { currency: 'EUR', budget: expect.arrayContaining([budget]) as unknown } };
    const before = await filesOf(app);
    expect(before).toMatchObject(shown);
    const slide = deckOf(before).slides.find(({ title }) => title === 'Budget and earned value');
    expect(slide?.table?.rows.map(([title, now]) => [title?.text.split(' (')[0], now?.text])).toEqual([
      ['Planned', '2300.00 EUR'],
      ['Committed', '0.00 EUR'],
      ['Actual', '800.00 EUR'],
      ['Planned value', expect.stringMatching(/EUR$/)],
      ['Earned value', expect.any(String)],
      ['Schedule performance index', expect.any(String)],
      ['Cost performance index', expect.any(String)],
      ['Estimate at completion', expect.any(String)],
      ['Variance at completion', expect.any(String)],
    ]);

    const page = app.screen('project-page');
    const { saved } = await callApp(app.host, page, plan.read, {});
    if (!saved) throw new Error('There is no plan.');
    const restricted = { ...saved.plan, audience: 'admins' as const };
    await callApp(app.host, page, plan.save, { revision: saved.revision, plan: restricted, why: 'As asked' });
    const hidden = 'The plan and its money are shown to project admins only.';
    const { money, dimensions } = await filesOf(app);
    expect(money).toBe(hidden);
    expect(dimensions.find(({ dimension }) => dimension === 'Cost')?.reasons).toMatchObject([
      { text: hidden },
    ]);
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
