import { NeedsAuthenticationError, ProxyRequestError, route } from '@forge/api';
import { z } from 'zod';
import { isAppError, type AppError } from '../../errors';
import { createHttp, type RequestSpec } from './request';

type Reply = Response | Error;

/** A product that gives these replies in turn, the last one for ever; remembers the requests and our waits. */
function product(...replies: Reply[]) {
  const requests: { path: string; method: string | undefined; body: unknown }[] = [];
  const waits: number[] = [];
  const warnings: unknown[] = [];
  const http = createHttp({
    sleep: async (milliseconds) => void waits.push(milliseconds),
    log: { warn: (message, fields) => void warnings.push({ message, ...fields }) },
  });
  const send = <T>(spec: Partial<RequestSpec<T>> & Pick<RequestSpec<T>, 'schema'>) =>
    http.send(
      async (path, init) => {
        requests.push({ path: path.value, method: init?.method, body: init?.body });
        const reply = replies[Math.min(requests.length, replies.length) - 1];
        if (reply === undefined || reply instanceof Error) throw reply;
        return reply.clone();
      },
      { operation: 'getThing', path: route`/thing/${1}`, ...spec },
    );
  return { send, requests, waits, warnings };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

async function errorOf(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw new Error(`Expected an AppError, got ${String(error)}`);
  return error;
}

const Thing = z.object({ id: z.string() });

describe('one request', () => {
  it('sends JSON and parses the answer by its schema', async () => {
    const { send, requests } = product(json(200, { id: '7', more: true }));

    await expect(send({ schema: Thing, method: 'PUT', body: { a: 1 } })).resolves.toEqual({ id: '7' });
    expect(requests).toEqual([{ path: '/thing/1', method: 'PUT', body: '{"a":1}' }]);
  });

  it('reads an empty answer as undefined', async () => {
    const { send } = product(new Response(null, { status: 204 }));

    await expect(send({ schema: z.undefined(), method: 'DELETE' })).resolves.toBeUndefined();
  });

  it('refuses an answer of another shape, naming operation and place but no content', async () => {
    const { send, requests } = product(json(200, { id: 5, secret: 'Anna' }));

    const error = await errorOf(send({ schema: Thing }));

    expect(error.code).toBe('UPSTREAM_SHAPE');
    expect(error.message).toMatch(/getThing.*id/);
    expect(error.message).not.toContain('Anna');
    expect(requests).toHaveLength(1);
  });

  it('refuses a success that is no JSON', async () => {
    const { send } = product(new Response('<html>', { status: 200 }));

    expect((await errorOf(send({ schema: Thing }))).code).toBe('UPSTREAM_SHAPE');
  });
});

describe('a refusal', () => {
  it.each([
    [400, 'BAD_INPUT'],
    [401, 'FORBIDDEN'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [409, 'CONFLICT'],
    [410, 'NOT_FOUND'],
    [413, 'BAD_INPUT'],
    [501, 'UPSTREAM_DOWN'],
  ])('of %i is %s and is not asked again', async (status, code) => {
    const { send, requests } = product(json(status, {}));

    expect((await errorOf(send({ schema: Thing }))).code).toBe(code);
    expect(requests).toHaveLength(1);
  });

  it("keeps Jira's own words, and which field each is about", async () => {
    const { send } = product(json(400, { errorMessages: ['No.'], errors: { duedate: 'Not a date.' } }));

    const error = await errorOf(send({ schema: Thing }));

    expect(error.message).toBe('No. duedate: Not a date. (getThing, 400)');
    expect(error.fields).toEqual({ duedate: 'Not a date.' });
  });

  it("keeps Confluence's own words", async () => {
    const body = {
      errors: [{ status: 400, code: 'INVALID', title: 'Title taken', detail: 'In this space' }],
    };
    const { send } = product(json(400, body));

    expect((await errorOf(send({ schema: Thing }))).message).toContain('Title taken: In this space');
  });
});

describe('a rate limit', () => {
  it('is waited out as long as the server says, even for a POST, since nothing was done', async () => {
    const { send, waits, warnings } = product(json(429, {}, { 'Retry-After': '4' }), json(200, { id: '7' }));

    await expect(send({ schema: Thing, method: 'POST', body: {} })).resolves.toEqual({ id: '7' });
    expect(waits).toEqual([4000]);
    expect(warnings).toEqual([
      { message: 'request retried', operation: 'getThing', code: 'RATE_LIMITED', tries: 1, waitSeconds: 4 },
    ]);
  });

  it('that lasts longer than we may wait is handed on with the time', async () => {
    const { send, waits } = product(json(429, {}, { 'Retry-After': '1800' }));

    const error = await errorOf(send({ schema: Thing }));

    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 1800 });
    expect(waits).toEqual([]);
  });

  it('without a time is tried three times, then handed on with a time all the same', async () => {
    const { send, waits, requests } = product(json(429, {}));

    const error = await errorOf(send({ schema: Thing }));

    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
    expect(requests).toHaveLength(3);
    expect(waits).toEqual([1000, 2000]);
  });

  it('may be given as a date, read against the date of the answer', async () => {
    const { send, waits } = product(
      json(
        429,
        {},
        { date: 'Mon, 16 Jul 2012 09:00:00 GMT', 'retry-after': 'Mon, 16 Jul 2012 09:00:03 GMT' },
      ),
      json(200, { id: '7' }),
    );

    await send({ schema: Thing });

    expect(waits).toEqual([3000]);
  });
});

describe('a failure that may have been carried out', () => {
  const failures: [string, Reply][] = [
    ['a 500', json(500, {})],
    ['a 503 with Retry-After', json(503, {}, { 'Retry-After': '1' })],
    ['a broken connection', new TypeError('fetch failed')],
    ['a proxy error', new ProxyRequestError(502, 'UPSTREAM')],
  ];

  it.each(failures)('(%s) is repeated for a GET', async (_name, reply) => {
    const { send, requests } = product(reply, reply, json(200, { id: '7' }));

    await expect(send({ schema: Thing })).resolves.toEqual({ id: '7' });
    expect(requests).toHaveLength(3);
  });

  it.each(failures)('(%s) is not repeated for a POST', async (_name, reply) => {
    const { send, requests } = product(reply);

    expect((await errorOf(send({ schema: Thing, method: 'POST', body: {} }))).code).toBe('UPSTREAM_DOWN');
    expect(requests).toHaveLength(1);
  });

  it('is repeated for a POST that only reads', async () => {
    const { send, requests } = product(json(502, {}), json(200, { id: '7' }));

    await send({ schema: Thing, method: 'POST', body: {}, idempotent: true });

    expect(requests).toHaveLength(2);
  });

  it('keeps its cause', async () => {
    const cause = new TypeError('fetch failed');

    expect((await errorOf(product(cause).send({ schema: Thing }))).cause).toBe(cause);
  });
});

describe("the platform's proxy", () => {
  it.each([
    [new NeedsAuthenticationError('Authentication Required', 'key'), 'FORBIDDEN'],
    [new ProxyRequestError(403, 'FORBIDDEN'), 'FORBIDDEN'],
    [new ProxyRequestError(404, 'NOT_INSTALLED'), 'NOT_FOUND'],
    [new ProxyRequestError(400, 'BAD'), 'BAD_INPUT'],
  ])('that throws %s is %s', async (error, code) => {
    const { send, requests } = product(error);

    expect((await errorOf(send({ schema: Thing }))).code).toBe(code);
    expect(requests).toHaveLength(1);
  });
});
