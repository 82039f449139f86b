import type { Page } from 'playwright-core';
import { panel, registers } from '../../src/contract';
import type { RecordView, RegisterView } from '../../src/contract/register-views';
import { seriousFaults } from '../support/accessibility';
import { appInUse, file, list, panelOf, record, register, unreadable } from '../support/screen-answers';
import { type AppAnswers, ok } from '../support/screens';
import { ISSUE, lastAsked, problem, PROJECT, screensInBrowser } from '../support/screens-in-browser';

const open = screensInBrowser();
type File = Parameters<typeof file>[1];

/** An app whose one record is this, with this history. */
const appWith = (shown: RecordView, over: File = {}): AppAnswers =>
  appInUse()
    .on(registers.list, () =>
      ok(list({ records: [shown], unreadable: [], register: over?.register ?? register })),
    )
    .on(registers.read, () => ok(file(shown, over)));

/** The page of the record, opened from the table. */
async function openRecord(app = appInUse(), more: { colorMode?: 'light' | 'dark' } = {}) {
  const screen = await open('project-page', PROJECT, app, more);
  await screen.page.getByLabel('Open only').uncheck();
  await screen.page.getByRole('button', { name: 'The supplier delivers the interface late' }).first().click();
  await screen.page.getByRole('heading', { name: 'History' }).waitFor();
  return screen;
}

/** Chooses a level of a scale by its word. */
const choose = (page: Page, scale: string, word: string) =>
  page
    .getByRole('radiogroup', { name: scale })
    .first()
    .getByRole('radio', { name: word, exact: true })
    .check();

const part = (page: Page, name: string) => page.getByRole('region', { name });

describe('the page of a record', () => {
  it.each(['light', 'dark'] as const)(
    'shows what is known, who changed what, and how far its issues are, in the %s theme',
    async (colorMode) => {
      const { page, complaints } = await openRecord(appInUse(), { colorMode });
      expect(await part(page, 'Ratings').getByRole('row').allTextContents()).toEqual([
        'RatingProbabilityImpactScore',
        'Inherent3 Medium4 Major12 Medium',
      ]);
      await part(page, 'The risk').getByText('The contract has no penalty for delay.').waitFor();
      await part(page, 'Related issues').getByText('1 of 2 done').waitFor();
      await part(page, 'Related issues').getByText('An issue that you cannot see').waitFor();
      expect(await part(page, 'Promised dates').getByRole('listitem').allTextContents()).toEqual([
        'Next reviewfirst 20 Jul 2012, now 30 Jul 2012',
      ]);
      const history = await part(page, 'History').getByRole('listitem').allTextContents();
      expect(history[0]).toContain('Person Two changed it');
      expect(history[0]).toContain('Reason: Agreed in the steering group');
      expect(history[0]).toContain('Owner: Person Three → Person One');
      expect(history.at(-1)).toContain('Person One added it');
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('moves a record to a next state, and says what the app refuses', async () => {
    const app = appInUse().on(registers.transition, ({ to }) =>
      to === 'responding'
        ? problem('BAD_INPUT', 'Responding needs more.', { owner: 'Choose an owner.' })
        : ok(record(7, { revision: 2, state: to })),
    );
    const { page, flags } = await openRecord(app);
    await page.getByRole('button', { name: 'Responding' }).click();
    await page.getByText('Responding needs more. Owner: Choose an owner.').waitFor();
    await page.getByRole('button', { name: 'Closed' }).dblclick();
    await flags.saying('R-7 is now closed');
    const asked = app.asked.filter(({ name }) => name === 'registers.transition');
    expect(asked.map(({ request }) => request)).toEqual([
      { kind: 'risk', issueId: '10007', revision: 1, to: 'responding' },
      { kind: 'risk', issueId: '10007', revision: 1, to: 'closed' },
    ]);
  });

  it('asks for what a state needs, right where it is chosen', async () => {
    const needing: RegisterView = {
      ...register,
      states: register.states.map((state) =>
        state.value === 'responding' ? { ...state, needs: ['owner', 'delay'] } : state,
      ),
    };
    const app = appWith(record(7), { register: needing })
      .on(registers.edit, ({ values }) => ok(record(7, { revision: 2, values })))
      .on(registers.transition, ({ to }) => ok(record(7, { revision: 3, state: to })));
    const { page, flags } = await openRecord(app);
    await page.getByRole('button', { name: 'Responding' }).click();
    const form = page.getByRole('form', { name: 'Before it is responding' });
    expect(await form.getByLabel('Owner').count()).toBe(0);
    await form.getByRole('button', { name: 'Save and move to responding' }).click();
    await form.getByText('Delay is needed.').waitFor();
    await form.getByLabel('Delay').fill('12');
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save and move to responding' }).click();
    await flags.saying('R-7 is now responding');
    expect(lastAsked(app, 'registers.edit')).toMatchObject({
      revision: 1,
      values: { delay: 12, owner: 'u-1' },
    });
    expect(lastAsked(app, 'registers.transition')).toMatchObject({ revision: 2, to: 'responding' });
  });

  it('records in one step that it happened, and names what came of it', async () => {
    const app = appInUse().on(registers.happened, ({ summary }) =>
      ok({
        record: record(7, { revision: 2, state: 'occurred' }),
        created: { kind: 'issue', record: record(50, { id: 'I-4', ...(summary && { summary }) }) },
      }),
    );
    const { page } = await openRecord(app);
    await page.getByRole('button', { name: 'It happened' }).click();
    await page.getByLabel('Summary of the issue').fill('The interface is late');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the issue' }).click();
    await page.getByText('I-4 (PRJ-50) is the issue that came of it').waitFor();
    expect(lastAsked(app, 'registers.happened')).toMatchObject({
      issueId: '10007',
      revision: 1,
      summary: 'The interface is late',
    });
  });
});

describe('an approval', () => {
  const voting: RegisterView = { ...register, approvals: { state: 'assessed' } };
  const approval = {
    rule: 'all' as const,
    authority: 'Change control board',
    approvers: ['u-1', 'u-3'],
    requestedBy: 'u-2',
    requestedAt: '2012-07-15T03:30:00.000Z',
    votes: [
      { who: 'u-3', verdict: 'approved' as const, comment: 'Worth it.', at: '2012-07-16T02:30:00.000Z' },
    ],
    decidedAt: null,
  };
  const asked = (over: Partial<RecordView> = {}) =>
    record(7, { approval, rights: { ...record(7).rights, vote: false }, ...over });

  it('shows who has said what, and takes the vote of a named approver', async () => {
    const app = appWith(asked({ rights: { ...record(7).rights, vote: true } }), { register: voting }).on(
      registers.vote,
      ({ verdict }) => ok(record(7, { revision: 2, state: verdict })),
    );
    const { page, flags } = await openRecord(app);
    const panel = part(page, 'Approval').first();
    await panel.getByText('Change control board decides: all 2 must approve.').waitFor();
    expect(await panel.getByRole('listitem').allTextContents()).toEqual([
      'Person OneWaiting',
      'Person ThreeApproved16 Jul 2012, 08:00Worth it.',
    ]);
    await panel.getByLabel('Comment').fill('Only with the supplier’s consent.');
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Approve' }).click();
    await flags.saying('You approved this');
    expect(lastAsked(app, 'registers.vote')).toEqual({
      kind: 'risk',
      issueId: '10007',
      revision: 1,
      verdict: 'approved',
      comment: 'Only with the supplier’s consent.',
    });
  });

  it('tells others who may decide, and offers them no vote', async () => {
    const { page } = await openRecord(appWith(asked(), { register: voting }));
    const panel = part(page, 'Approval').first();
    await panel.getByText('Only Person One, Person Three can decide on this.').waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
  });
});

describe('the form of a record', () => {
  const edit = async (app: AppAnswers) => {
    const screen = await openRecord(app);
    await screen.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await screen.page.getByRole('dialog').getByLabel('Cause').waitFor();
    return screen;
  };

  it('says what the score comes to while the scales are chosen', async () => {
    const { page } = await edit(appInUse());
    const form = page.getByRole('dialog');
    await choose(page, 'Probability', '5 Very high');
    const preview = form.getByRole('status').filter({ hasText: 'Inherent' });
    await preview.getByText('20 High').waitFor();
    expect(await preview.textContent()).toContain('Above the appetite of 12: it is escalated.');
    expect(await preview.textContent()).toContain('Reviewed every 7 days.');
  });

  it('asks before Escape or Cancel throws away what was typed', async () => {
    const { page } = await edit(appInUse());
    await page.getByLabel('Cause').fill('Mine.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Cause').inputValue()).toBe('Mine.');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Discard them' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds issues to link by words of their summary', async () => {
    const app = appInUse()
      .on(registers.issues, () => ok({ issues: [{ issueKey: 'PRJ-5', summary: 'Sign the contract' }] }))
      .on(registers.edit, ({ values }) => ok(record(7, { revision: 2, values })));
    const { page, flags } = await edit(app);
    await page.getByRole('dialog').getByLabel('Related issues').fill('contract');
    await page.getByRole('option', { name: 'PRJ-5 Sign the contract' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await flags.saying('PRJ-7 is saved');
    expect(lastAsked(app, 'registers.edit')).toMatchObject({
      values: { related: ['PRJ-3', 'PRJ-4', 'PRJ-5'] },
    });
  });

  it('corrects what is decided with a reason, and shows what was decided', async () => {
    const decided = record(7, {
      locked: true,
      corrects: 3,
      revision: 4,
      rights: { ...record(7).rights, edit: false, correct: true },
    });
    const app = appWith(decided, {
      predecessor: {
        revision: 3,
        state: 'closed',
        values: { ...decided.values, delay: 3 },
        at: '2012-07-14T03:30:00.000Z',
      },
    }).on(registers.correct, ({ values }) => ok(record(7, { revision: 5, values })));
    const { page } = await openRecord(app);
    expect(await part(page, 'Corrects revision 3').textContent()).toContain('Delay: 3 → —');
    await page.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('dialog').getByLabel('Delay').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Reason for the change is needed.').waitFor();
    await page.getByLabel('Reason for the change').fill('A slip of the pen');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(lastAsked(app, 'registers.correct')).toMatchObject({
      revision: 4,
      reason: 'A slip of the pen',
      values: { delay: 4 },
    });
  });

  describe('when somebody was faster', () => {
    const overtaken = async () => {
      const theirs = record(7, {
        revision: 2,
        values: { ...record(7).values, cause: 'Theirs.', owner: 'u-2' },
      });
      const app = appInUse().on(registers.edit, ({ revision, values }) =>
        revision === 2
          ? ok(record(7, { revision: 3, values }))
          : { ok: false, problem: { code: 'CONFLICT', message: 'Somebody was faster.', current: theirs } },
      );
      const screen = await edit(app);
      await screen.page.getByLabel('Cause').fill('Mine.');
      await screen.page.getByLabel('Reason for the change').fill('After the review');
      await screen.page.getByRole('button', { name: 'Save' }).click();
      await screen.page.getByText('Somebody changed this record while you had it open').waitFor();
      return { ...screen, app };
    };

    it('shows both versions, and proposes mine without undoing the rest of theirs', async () => {
      const { page, flags, app } = await overtaken();
      expect(await page.getByRole('row').allTextContents()).toEqual(
        expect.arrayContaining(['CauseThe contract has no penalty for delay.Mine.Theirs.']),
      );
      expect(await page.getByRole('radio', { name: 'Cause: yours' }).isChecked()).toBe(true);
      expect(await page.getByRole('radio', { name: 'Owner: theirs' }).isChecked()).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Save this choice' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(lastAsked(app, 'registers.edit')).toMatchObject({
        revision: 2,
        reason: 'After the review',
        values: { cause: 'Mine.', owner: 'u-2' },
      });
      await flags.saying('PRJ-7 is saved');
    });

    it('lets me choose field by field', async () => {
      const { page, app } = await overtaken();
      await page.getByRole('radio', { name: 'Cause: theirs' }).check();
      await page.getByRole('radio', { name: 'Owner: yours' }).check();
      await page.getByRole('button', { name: 'Save this choice' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(lastAsked(app, 'registers.edit')).toMatchObject({ values: { cause: 'Theirs.', owner: 'u-1' } });
    });

    it('shows their version when I take all of it, ready to go on from', async () => {
      const { page, app } = await overtaken();
      await page.getByRole('button', { name: 'Take all of theirs' }).click();
      await page.getByLabel('Cause').waitFor();
      expect(await page.getByLabel('Cause').inputValue()).toBe('Theirs.');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(lastAsked(app, 'registers.edit')).toMatchObject({ revision: 2 });
    });
  });
});

describe('a record that was changed outside Docket', () => {
  it('is named with the reason and its last good version, and put back', async () => {
    const app = appInUse().on(registers.restore, () => ok(record(13)));
    const { page, flags } = await open('project-page', PROJECT, app);
    const line = page.getByRole('listitem').filter({ hasText: 'PRJ-13' });
    expect(await line.textContent()).toBe(
      'PRJ-13 The licence count is exceeded: probability: the scale ends at 5.' +
        'The last good version is from 10 Jul 2012, 09:00:Assessed15 HighRestore',
    );
    await line.getByRole('button', { name: 'Restore PRJ-13' }).click();
    await flags.saying('The last good version of PRJ-13 is back');
    expect(lastAsked(app, 'registers.restore')).toEqual({ kind: 'risk', issueId: '10013' });
  });

  it('says so on the issue, where nobody may put it back', async () => {
    const broken = unreadable.map((one) => ({ register, unreadable: { ...one, canRestore: false } }));
    const app = appInUse().on(panel.read, () => ok(panelOf({ records: [], unreadable: broken })));
    const { page } = await open('issue-panel', ISSUE, app);
    await page.getByText('probability: the scale ends at 5.').waitFor();
    expect(await page.getByRole('button', { name: 'Restore' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('the registers on an issue', () => {
  it('show the record with its next states and, when asked, who changed what', async () => {
    const app = appInUse().on(registers.transition, ({ to }) => ok(record(7, { revision: 2, state: to })));
    const { page, flags } = await open('issue-panel', ISSUE, app);
    const risk = part(page, 'Risk R-7');
    await risk.getByText('12 Medium').waitFor();
    await risk.getByRole('button', { name: 'Show its history' }).click();
    await risk.getByText('Agreed in the steering group').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await risk.getByRole('button', { name: 'Closed' }).click();
    await flags.saying('R-7 is now closed');
  });

  it('put the issue on one more register', async () => {
    const app = appInUse().on(registers.attach, () => ok(record(7, { id: 'D-1' })));
    const { page, flags } = await open('issue-panel', ISSUE, app);
    await page.getByRole('button', { name: 'Decision' }).click();
    await page.getByLabel('Cause').fill('A cause.');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await flags.saying('D-1 is on the register');
    expect(lastAsked(app, 'registers.attach')).toMatchObject({
      kind: 'decision',
      issueKey: 'PRJ-7',
      values: { cause: 'A cause.' },
    });
  });

  it('offer nothing to those who may only read', async () => {
    const rights = { edit: false, correct: false, moveTo: [], vote: false, happened: false };
    const readable = [{ register, record: record(7, { rights }) }];
    const app = appInUse().on(panel.read, () => ok(panelOf({ records: readable, canEdit: false })));
    const { page } = await open('issue-panel', ISSUE, app);
    const risk = part(page, 'Risk R-7');
    await risk.waitFor();
    expect(await risk.getByRole('button').allTextContents()).toEqual(['Show its history']);
    expect(await page.getByRole('button', { name: 'Decision' }).count()).toBe(0);
  });
});
