import { calls, registers } from '../../../src/contract';
import { afterAppTests } from '../../support/app';
import { type CallCase, CALLS, READERS } from '../../support/permission-calls';
import type { Said } from '../../support/registers';
import {
  CLEARED,
  type Ground,
  GROUNDS,
  PEOPLE,
  SECRET,
  type Subject,
  type Who,
  type World,
  world,
} from '../../support/permission-ground';

afterAppTests();

const NOWHERE = { issueId: '0', issueKey: 'X-0', revision: 1 };

/** Whether the question makes sense there: a project's own calls know neither other ids nor restricted issues. */
const arises = ({ about, names }: CallCase, ground: Ground): boolean =>
  ground === 'foreign' ? names === true : ground === 'restricted' ? about !== undefined : true;

/** Who may make the call there; it follows from who may at home. */
function allowed({ may, screen, call }: CallCase, ground: Ground): readonly Who[] {
  if (call.name === 'choices.setChannel') return may;
  switch (ground) {
    case 'own':
      return may;
    case 'foreign':
      return [];
    case 'restricted':
      return may.filter((who) => CLEARED.includes(who));
    case 'closed':
      return screen === 'admin-page' ? may : [];
  }
}

/** A refusal in the codes that a person can make something of; who is not asked is told so where they may read the record. */
function isRefusal({ call, silent }: CallCase, who: Who, answer: Said<unknown>): boolean {
  if (answer.ok) return silent === true && who !== 'anonymous';
  const { code } = answer.problem;
  return ['FORBIDDEN', 'NOT_FOUND'].includes(code) || (call === registers.vote && READERS.includes(who));
}

/** What is wrong with the call on that ground, for each person. */
async function wrong(one: CallCase, ground: Ground, here: World): Promise<string[]> {
  const page: Ground = ground === 'closed' ? 'closed' : 'own';
  const rows: string[] = [];
  const make = async () => {
    const subject = one.about && (await here.subject(ground, one.about));
    return { subject, payload: await one.payload(subject ?? NOWHERE, here, page) };
  };
  let given: { readonly subject: Subject | undefined; readonly payload: unknown } | null = null;
  for (const who of PEOPLE) {
    // A site takes so many calls a second.
    await here.app.clock.advance(20_000);
    given ??= await make();
    const module = here.screen(page, one.screen, who === 'anonymous' ? null : who, given.subject);
    const isAllowed = allowed(one, ground).includes(who);
    const before = isAllowed ? '' : here.print();
    const answer = await here.say(module, one.call, given.payload);
    const at = `${ground}, ${who}: ${answer.ok ? 'ok' : answer.problem.code}`;
    if (isAllowed) {
      given = null;
      if (!answer.ok) rows.push(`${at}, and is allowed: ${answer.problem.message}`);
      continue;
    }
    if (!isRefusal(one, who, answer)) rows.push(`${at}, and is not allowed`);
    if (here.print() !== before) rows.push(`${at}, and left a trace`);
    if (JSON.stringify(answer).includes(SECRET)) rows.push(`${at}, and told a secret`);
  }
  return rows;
}

describe('who may make a call', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
  });

  it('is said of every call that there is', () => {
    expect(CALLS.map(({ call }) => call.name).sort()).toEqual(calls.map(({ name }) => name).sort());
  });

  it.each(CALLS.map((one) => [one.call.name, one] as const))('%s', async (_name, one) => {
    const rows: string[] = [];
    for (const ground of GROUNDS.filter((each) => arises(one, each)))
      rows.push(...(await wrong(one, ground, here)));
    expect(rows).toEqual([]);
  });
});
