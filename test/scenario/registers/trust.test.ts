import { registers } from '../../../src/contract';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { auditOf, onRegisters, propertyOf, rest, RISK, tamper } from '../../support/registers';

afterAppTests();

interface Property {
  readonly revision: number;
  readonly score: number;
  readonly values: Record<string, unknown>;
}

/** A risk at revision 2, and what stands on its issue. */
async function written(): Promise<{ app: TestApp; issueId: string; good: Property }> {
  const app = await appWith((build) => build.project());
  const { issueId } = await onRegisters(app).risk();
  const seen = { kind: 'risk', issueId, revision: 1 };
  await onRegisters(app).call(registers.edit, { ...seen, values: { ...RISK, probability: 3 } });
  return { app, issueId, good: propertyOf(app, issueId) as Property };
}

const FORGERIES: readonly (readonly [string, (good: Property) => unknown, RegExp])[] = [
  ['does not parse', () => ({ v: 2, score: 'very high' }), /does not read as a risk/],
  ['is no object', () => 'nothing', /does not read as a risk/],
  [
    'has other values',
    (good) => ({ ...good, values: { ...good.values, cause: 'x' } }),
    /revision 2 does not hold/,
  ],
  ['has another score', (good) => ({ ...good, score: 25 }), /revision 2 does not hold what Docket wrote/],
  [
    'is an older revision',
    (good) => ({ ...good, revision: 1 }),
    /revision 1 stands where Docket wrote revision 2/,
  ],
  [
    'claims a later revision',
    (good) => ({ ...good, revision: 9 }),
    /says to be revision 9, and Docket wrote 2/,
  ],
];

describe('a property written past Docket', () => {
  it.each(FORGERIES)('that %s is shown with the last good version, and restored', async (_, forge, why) => {
    const { app, issueId, good } = await written();
    await tamper(app, issueId, forge(good));
    const { records, unreadable } = await onRegisters(app).list();
    expect(records).toEqual([]);
    expect(unreadable).toEqual([
      expect.objectContaining({
        issueId,
        why: expect.stringMatching(why),
        lastGood: expect.objectContaining({ score: 15, revision: 2 }),
        canRestore: true,
      }),
    ]);

    const edit = { kind: 'risk', issueId, revision: 2, values: RISK };
    expect(await onRegisters(app).say(registers.edit, edit)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('cannot be changed before it is restored') },
    });

    const restored = await onRegisters(app, 'lead').call(registers.restore, { kind: 'risk', issueId });
    expect(restored).toMatchObject({ revision: 3, score: 15, values: { cause: RISK.cause } });
    expect((await onRegisters(app).list()).records).toMatchObject([{ revision: 3, score: 15 }]);
    expect(auditOf(app).at(-1)).toMatchObject({ action: 'restored', actor: 'lead', to: { revision: 3 } });
  });

  it('that was deleted is shown as well, and comes back', async () => {
    const { app, issueId } = await written();
    await rest(app, 'DELETE', `/rest/api/3/issue/${issueId}/properties/docket.risk`);
    expect((await onRegisters(app).list()).unreadable).toMatchObject([
      { issueId, cause: 'changedOutside', why: expect.stringContaining('deleted outside Docket') },
    ]);
    await onRegisters(app).call(registers.restore, { kind: 'risk', issueId });
    expect((await onRegisters(app).list()).records).toMatchObject([{ issueId, revision: 3 }]);
  });

  it('on an issue that Docket never wrote counts as far as it can be read', async () => {
    const { app, good } = await written();
    const issue = app.build.issue({ projectId: app.projectId, summary: 'By automation' });
    await tamper(app, issue.id, { ...good, id: null, revision: 1 });
    const { records } = await onRegisters(app).list();
    expect(records.map(({ summary, id }) => [summary, id])).toEqual([
      ['Key person risk', 'R-1'],
      ['By automation', null],
    ]);
    const moved = await onRegisters(app).move({ issueId: issue.id, revision: 1 }, 'assessed');
    expect(moved).toMatchObject({ revision: 2, state: 'assessed' });
  });

  it('is not restored where nothing is wrong, nor where Docket never wrote it', async () => {
    const { app, issueId } = await written();
    const restore = (id: string) => onRegisters(app).say(registers.restore, { kind: 'risk', issueId: id });
    expect(await restore(issueId)).toMatchObject({
      problem: { message: 'There is nothing to restore on PRJ-1.' },
    });
    const issue = app.build.issue({ projectId: app.projectId });
    await tamper(app, issue.id, 'nonsense');
    expect(await restore(issue.id)).toMatchObject({
      problem: { message: expect.stringContaining('Docket has never written this risk') },
    });
  });
});

/** As JSON from a browser may have it: a key of its own that is called so. */
const withPrototype = (values: object): unknown =>
  JSON.parse(JSON.stringify(values).replace('{', '{"__proto__": {"cause": "x"}, '));

describe('payloads that no screen sends', () => {
  /** What the bridge lets pass: it takes at most 500 KB. */
  const LONG = 'x'.repeat(400_000);
  it.each([
    [
      'a value of 400 KB',
      { kind: 'risk', summary: 'X', values: { ...RISK, cause: LONG } },
      'Cause: Use at most 5000',
    ],
    ['a summary of 400 KB', { kind: 'risk', summary: LONG, values: RISK }, 'summary'],
    ['a field of 400 KB', { kind: 'risk', summary: 'X', values: { ...RISK, [LONG]: 1 } }, ''],
    ['a wrong type', { kind: 'risk', summary: 'X', values: { ...RISK, cause: { toString: 1 } } }, 'Cause'],
    ['values that are a list', { kind: 'risk', summary: 'X', values: [] }, 'values'],
    ['a kind from the prototype', { kind: '__proto__', summary: 'X', values: RISK }, 'There is no register'],
  ])('%s is refused, and nothing is created', async (_, payload, message) => {
    const app = await appWith((build) => build.project());
    expect(await onRegisters(app).say(registers.create, payload)).toMatchObject({
      ok: false,
      problem: {
        code: expect.stringMatching(/BAD_INPUT|NOT_FOUND/),
        message: expect.stringContaining(message),
      },
    });
    expect(app.state.issues.size).toBe(0);
  });

  it('a key that is called __proto__ is dropped and gives nothing', async () => {
    const app = await appWith((build) => build.project());
    const { cause: _cause, ...others } = RISK;
    const create = (values: unknown) =>
      onRegisters(app).say(registers.create, { kind: 'risk', summary: 'X', values });
    expect(await create(withPrototype(others))).toMatchObject({
      ok: false,
      problem: { fields: { cause: expect.any(String) } },
    });
    expect(await create(withPrototype(RISK))).toMatchObject({ ok: true });
    const [issue] = [...app.state.issues.all()];
    const { values } = propertyOf(app, issue?.id ?? '') as Property;
    expect(Object.getOwnPropertyNames(values).sort()).toEqual([...Object.keys(RISK), 'nature'].sort());
  });

  it('ids of another project are refused by every call that takes one', async () => {
    const app = await appWith((build) => {
      build.project();
      const other = build.project({ key: 'OTH' });
      build.issue({ projectId: other.id });
    });
    const issueId = [...app.state.issues.all()][0]?.id;
    const seen = { kind: 'risk', issueId, revision: 1 };
    const { say } = onRegisters(app);
    const answers = await Promise.all([
      say(registers.attach, { kind: 'risk', issueKey: 'OTH-1', values: RISK }),
      say(registers.read, { kind: 'risk', issueId }),
      say(registers.edit, { ...seen, values: RISK }),
      say(registers.transition, { ...seen, to: 'assessed' }),
      say(registers.vote, { ...seen, kind: 'change', verdict: 'approved' }),
      say(registers.correct, { ...seen, values: RISK, reason: 'x' }),
      say(registers.restore, { kind: 'risk', issueId }),
      say(registers.happened, seen),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'allowed' : answer.problem.code))).toEqual(
      answers.map(() => 'NOT_FOUND'),
    );
  });

  it('a cursor that Docket did not give is refused', async () => {
    const app = await appWith((build) => build.project());
    for (const cursor of ['', '{', '{"next":"x"}', JSON.stringify({ next: 'x', after: 'y', canEdit: true })])
      expect(await onRegisters(app).say(registers.list, { kind: 'risk', cursor })).toMatchObject({
        ok: false,
        problem: { code: 'BAD_INPUT' },
      });
  });
});
