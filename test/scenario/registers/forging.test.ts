import { afterAppTests } from '../../support/app';
import { type CallCase, CALLS } from '../../support/permission-calls';
import { type World, world } from '../../support/permission-ground';

afterAppTests();

/** What the bridge lets pass: it takes at most 500 KB. */
const LONG = 'x'.repeat(480_000);
const MANY = Array.from({ length: 10_000 }, (_, i) => i);

/** What takes the place of each part of a payload; none is good anywhere. */
const FORGERIES: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['NaN', NaN],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['a number beyond all bounds', 1e300],
  ['a truth', true],
  ['a text of 480 KB', LONG],
  ['10,000 elements', MANY],
  ['an object of the prototype', JSON.parse('{"__proto__": {"x": 1}, "constructor": {"prototype": 1}}')],
];

/** The payload with the part at the path put in another's place. */
function withPart(payload: unknown, [first, ...rest]: readonly string[], part: unknown): unknown {
  if (first === undefined) return part;
  if (Array.isArray(payload))
    return payload.map((one: unknown, i) => (String(i) === first ? withPart(one, rest, part) : one));
  const object = payload as Readonly<Record<string, unknown>>;
  return { ...object, [first]: withPart(object[first], rest, part) };
}

/** Every part of a payload, down to the parts of its parts; of a list the first one stands for all. */
function pathsIn(payload: unknown, deep = 3): string[][] {
  if (deep === 0 || typeof payload !== 'object' || payload === null) return [[]];
  const keys = Array.isArray(payload) ? (payload.length > 0 ? ['0'] : []) : Object.keys(payload);
  const inner = keys.flatMap((key) =>
    pathsIn((payload as Readonly<Record<string, unknown>>)[key], deep - 1).map((path) => [key, ...path]),
  );
  return [[], ...inner];
}

/** Payloads that no screen sends, each with what is wrong with it. */
function forgeriesOf(payload: unknown): [string, unknown][] {
  const parts = pathsIn(payload).flatMap((path) =>
    FORGERIES.map(([name, part]): [string, unknown] => [
      `${name} as ${path.join('.') || 'the whole'}`,
      withPart(payload, path, part),
    ]),
  );
  const keys = ['__proto__', 'constructor', 'toString', 'projectId'].map((key): [string, unknown] => [
    `a key ${key} of its own`,
    Object.defineProperty({ ...(payload as object) }, key, { value: { id: '1' }, enumerable: true }),
  ]);
  return [...parts, ...keys];
}

/** What a forged payload was answered with that it should not have been. */
async function wrong(one: CallCase, here: World): Promise<string[]> {
  const subject = one.about && (await here.subject('own', one.about));
  const who =
    one.screen === 'admin-page'
      ? 'siteAdmin'
      : one.may.includes('projectAdmin')
        ? 'projectAdmin'
        : 'approver';
  const module = here.screen('own', one.screen, who, subject);
  const good = await one.payload(subject ?? { issueId: '0', issueKey: 'X-0', revision: 1 }, here, 'own');
  const rows: string[] = [];
  for (const [name, payload] of forgeriesOf(good)) {
    await here.app.clock.advance(1_000);
    const before = here.print();
    const answer = await here.say(module, one.call, payload);
    const fits = one.call.request.safeParse(JSON.parse(JSON.stringify(payload)) ?? {}).success;
    if (answer.ok && !fits) rows.push(`${name}: accepted`);
    if (!answer.ok && !CODES.includes(answer.problem.code)) rows.push(`${name}: ${answer.problem.code}`);
    if (!answer.ok && answer.problem.message.length < 5) rows.push(`${name}: refused without a word`);
    if (!answer.ok && answer.problem.message.length > 10_000) rows.push(`${name}: refused at length`);
    if (!answer.ok && here.print() !== before) rows.push(`${name}: refused, and left a trace`);
  }
  return rows;
}

const CODES = ['BAD_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'CONFLICT'];

describe('payloads that no screen sends', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
  });

  it.each(CALLS.map((one) => [one.call.name, one] as const))('to %s', async (_name, one) => {
    expect(await wrong(one, here)).toEqual([]);
  });
});
