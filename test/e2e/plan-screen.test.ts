import type { Page } from 'playwright-core';
import { plan } from '../../src/contract';
import type { FiguresView, PlanShape } from '../../src/contract/plan';
import { seriousFaults } from '../support/accessibility';
import { appInUse } from '../support/screen-answers';
import { ok } from '../support/screens';
import { goTo, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();

const PLAN: PlanShape = {
  currency: 'EUR',
  start: '2026-07-01',
  finish: '2026-09-30',
  phases: [
    { id: 'P1', name: 'Design', start: '2026-07-01', finish: '2026-07-31', weight: null, versionId: '7' },
    { id: 'P2', name: 'Go-live', start: '2026-09-30', finish: '2026-09-30', weight: null, versionId: null },
  ],
  budget: [
    { month: '2026-07', category: 'Work', amount: 230_000 },
    { month: '2026-08', category: 'Licences', amount: 90_050 },
  ],
  commitments: [],
  costs: [{ id: 'C1', date: '2026-07-10', category: 'Work', amount: 80_000, note: 'Invoice 7' }],
  forecast: [],
  eacVariant: 'trend',
  progress: { by: 'issues' },
  actualCost: { source: 'entries' },
  audience: 'everyone',
};
const saved = (change: Partial<PlanShape> = {}, revision = 3) => ({
  revision,
  plan: { ...PLAN, ...change },
  savedAt: '2026-07-20T08:00:00.000Z',
  savedBy: 'lead',
});
const baseline = {
  number: 1,
  name: 'As approved',
  setAt: '2026-07-01T08:00:00.000Z',
  setBy: 'lead',
  why: 'Steering committee',
};
const soon = { notComputable: 'Nothing has been earned yet (EV is 0).' };
const figures: FiguresView = {
  currency: 'EUR',
  computedAt: '2026-07-20T09:00:00.000Z',
  asOf: '2026-07-20',
  baseline,
  progress: {
    method: 'issues done of all issues',
    complete: { value: 0.25 },
    parts: [
      {
        name: null,
        done: { value: 1 },
        total: { value: 4 },
        doneUrl: 'https://site.example/issues/?jql=done',
        totalUrl: 'https://site.example/issues/?jql=all',
      },
    ],
  },
  daysLate: { value: 0 },
  money: {
    costUrl: null,
    earned: {
      bac: { value: 320_050 },
      pv: { value: 140_000 },
      ev: { value: 80_013 },
      ac: { value: 80_000 },
      sv: { value: -59_987 },
      cv: { value: 13 },
      svPercent: { value: -0.43 },
      cvPercent: soon,
      spi: { value: 0.57 },
      cpi: { value: 1 },
      eac: { value: 320_000 },
      etc: { value: 240_000 },
      vac: { value: 50 },
      tcpiBac: { value: 1 },
      tcpiEac: soon,
    },
    eacFormula: 'BAC / CPI: the trend so far goes on',
    budget: {
      rows: [{ category: 'Work', planned: 230_000, committed: 0, actual: { value: 80_000 }, forecast: 0 }],
      total: { planned: 320_050, committed: 0, actual: { value: 80_000 }, forecast: 0 },
    },
  },
};
const days = { value: 10 };
const app = (canEdit = true) =>
  appInUse()
    .on(plan.read, () =>
      ok({
        saved: saved(),
        baselines: [baseline],
        versions: [{ id: '7', name: '1.0' }],
        names: { lead: 'Birch Lee' },
        canEdit,
        seesMoney: true,
      }),
    )
    .on(plan.figures, () => ok({ figures }))
    .on(plan.compare, () =>
      ok({
        startDays: 0,
        finishDays: 10,
        phases: [
          {
            id: 'P1',
            name: 'Design',
            before: { start: '2026-07-01', finish: '2026-07-21' },
            after: { start: '2026-07-01', finish: '2026-07-31' },
            startDays: { value: 0 },
            finishDays: days,
          },
        ],
        budget: [],
        budgetChange: { value: 500 },
      }),
    );

async function openPlan(answers: ReturnType<typeof app>, colorMode: 'light' | 'dark' = 'light') {
  const screen = await open('project-page', PROJECT, answers, { colorMode });
  await goTo(screen.page, 'Plan');
  await screen.page.getByRole('heading', { name: 'Earned value' }).waitFor();
  await screen.page.getByRole('cell', { name: '+10 days' }).first().waitFor();
  return screen;
}
const form = (page: Page) => page.getByRole('form', { name: 'Change the plan' });

describe('the plan', () => {
  it.each(['light', 'dark'] as const)(
    'shows figures, or why there are none, without a serious accessibility fault: %s',
    async (colorMode) => {
      const { page, complaints } = await openPlan(app(), colorMode);
      await page.getByText('measured against the baseline As approved').waitFor();
      expect(await page.getByText('Not computable: Nothing has been earned yet (EV is 0).').count()).toBe(2);
      for (const title of ['Set a baseline', 'Purchase orders', 'Costs', 'Forecast', 'Import from a file'])
        await page.locator('summary', { hasText: title }).click();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      const pictures = process.env['DOCKET_PICTURES'];
      if (pictures) await page.screenshot({ path: `${pictures}/plan-${colorMode}.png`, fullPage: true });
    },
  );

  it('is edited in a grid and lists, and sent in minor units', async () => {
    const answers = app().on(plan.save, ({ plan: sent }) => ok(saved(sent, 4)));
    const { page, flags } = await openPlan(answers);
    await form(page)
      .getByLabel(/^Budget of Sept? 2026, Work$/)
      .fill('1200.5');
    await form(page).getByLabel('Phase 1: Finish').fill('2026-08-15');
    await page.getByText('There are changes that are not saved.').waitFor();
    await page.getByText('Save your changes first').waitFor();
    await form(page).getByLabel('Why this change').fill('Design takes longer');
    await form(page).getByRole('button', { name: 'Save the plan' }).click();
    await flags.saying('The plan is saved');
    expect(lastAsked(answers, 'plan.save')).toEqual({
      revision: 3,
      why: 'Design takes longer',
      plan: {
        ...PLAN,
        phases: [{ ...PLAN.phases[0], finish: '2026-08-15' }, PLAN.phases[1]],
        budget: [...PLAN.budget, { month: '2026-09', category: 'Work', amount: 120_050 }],
      },
    });
  });

  it('says what is wrong in the cell at fault, before and after it is sent', async () => {
    const answers = app().on(plan.save, () =>
      problem('BAD_INPUT', 'The plan was not saved.', {
        'budget.1.month': 'August lies outside the project.',
      }),
    );
    const { page } = await openPlan(answers);
    const cell = form(page).getByLabel('Budget of Jul 2026, Work');
    await cell.fill('12,5');
    await form(page).getByLabel('Why this change').fill('Typing');
    await form(page).getByRole('button', { name: 'Save the plan' }).click();
    await form(page).getByText('Write an amount such as 1234.50').waitFor();
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    expect(lastAsked(answers, 'plan.save')).toBeUndefined();
    await cell.fill('12.5');
    await form(page).getByRole('button', { name: 'Save the plan' }).click();
    await form(page).getByText('August lies outside the project.').waitFor();
    expect(await form(page).getByLabel('Budget of Aug 2026, Licences').getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  it('is not left with changes on it without being asked, once', async () => {
    const { page } = await openPlan(app());
    const finish = form(page).getByLabel('Phase 1: Finish');
    await finish.fill('2026-08-15');
    await goTo(page, 'Messages');
    await page.locator('button:focus').getByText('Keep editing').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Your changes are not saved.').waitFor({ state: 'detached' });
    expect(await finish.isVisible()).toBe(true);
    await goTo(page, 'Messages');
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('Every message that Docket decided to send').waitFor();
    await goTo(page, 'Portfolio');
    await page.getByRole('row').first().waitFor();
    await goTo(page, 'Plan');
    expect(await finish.inputValue()).toBe('2026-08-15');
  });

  it('that somebody else changed shows both versions and lets the person choose', async () => {
    const answers = app().on(plan.save, ({ revision, plan: sent }) =>
      revision === 3
        ? {
            ok: false,
            problem: { code: 'CONFLICT', message: 'Changed.', current: saved({ finish: '2026-10-31' }, 4) },
          }
        : ok(saved(sent, 5)),
    );
    const { page, flags } = await openPlan(answers);
    await form(page).getByLabel('Project finish').fill('2026-11-30');
    await form(page).getByLabel('Why this change').fill('Later');
    await form(page).getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('row', { name: 'Project finish 2026-11-30 2026-10-31' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save mine over theirs' }).click();
    await flags.saying('The plan is saved');
    expect(lastAsked(answers, 'plan.save')).toMatchObject({ revision: 4, plan: { finish: '2026-11-30' } });
  });

  it('is imported only after its lines were shown and none is refused', async () => {
    const answers = app().on(plan.importLines, ({ rows, apply }) =>
      ok({
        rows: rows.map((row, at) => ({
          row: at + 1,
          outcome: row.amount === '0' ? ('refused' as const) : ('created' as const),
          what: `${row.type} ${row.month}`,
          field: row.amount === '0' ? 'amount' : null,
          why: row.amount === '0' ? 'An amount is more than zero.' : null,
        })),
        problems: [],
        saved: apply ? saved({}, 4) : null,
      }),
    );
    const { page, flags } = await openPlan(answers);
    await page.locator('summary', { hasText: 'Import from a file' }).click();
    const section = page.getByRole('form', { name: 'Import from a file' });
    const choose = (csv: string) =>
      section
        .getByLabel('CSV file')
        .setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await choose('kind,month\nbudget,2026-07\n');
    await section.getByText('These columns are not known: kind.').waitFor();
    await choose('type,month,category,amount\nbudget,2026-07,"Work, own",5\nbudget,2026-08,Work,0\n');
    await section.getByLabel('Why this import').fill('Finance sheet');
    await section.getByRole('button', { name: 'See what it would do' }).click();
    await section.getByText('amount: An amount is more than zero.').waitFor();
    const deed = section.getByRole('button', { name: 'Import', exact: true });
    expect(await deed.isDisabled()).toBe(true);
    await choose('type,month,category,amount\nbudget,2026-07,"Work, own",5\n');
    await section.getByRole('button', { name: 'See what it would do' }).click();
    await section.getByText('Is added').waitFor();
    await deed.click();
    await flags.saying('The plan is imported');
    expect(lastAsked(answers, 'plan.importLines')).toEqual({
      revision: 3,
      rows: [{ type: 'budget', month: '2026-07', category: 'Work, own', amount: '5' }],
      apply: true,
      why: 'Finance sheet',
    });
  });

  it('tells who may not change it what to do', async () => {
    const { page } = await openPlan(app(false));
    await page
      .getByText('Only people who administer this project can change its plan. Ask one of them.')
      .waitFor();
    expect(await page.getByRole('button', { name: 'Save the plan' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Set a baseline' }).count()).toBe(0);
  });
});
