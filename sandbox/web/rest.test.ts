import { z } from 'zod';
import { createClock } from '../clock';
import { defineOperation } from '../site/operation';
import { createSite } from '../site/site';
import { createState } from '../site/state';
import { restApi } from './rest';

const whoAmI = defineOperation({
  id: 'getCurrentUser',
  product: 'jira',
  method: 'GET',
  path: '/rest/api/3/myself',
  scopes: [],
  query: z.strictObject({}),
  body: null,
  run: ({ caller }) => ({ status: 200, body: { accountId: caller.user.accountId } }),
});

function apiWithUsers() {
  const state = createState(createClock(Date.UTC(2026, 0, 5)));
  const user = (accountId: string, change: object = {}) =>
    state.users.put({
      id: accountId,
      accountId,
      displayName: 'Somebody',
      emailAddress: `${accountId}@example.net`,
      timeZone: 'UTC',
      locale: 'en_GB',
      active: true,
      accountType: 'atlassian',
      siteAdmin: false,
      ...change,
    });
  user('ann');
  user('gone', { active: false });
  user('robot', { accountType: 'app' });
  state.apiTokens.add('let:me-in');
  return restApi(createSite(state, [whoAmI]));
}

const ask = (header?: string, path = '/rest/api/3/myself') =>
  apiWithUsers().request(path, header === undefined ? {} : { headers: { authorization: header } });
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('the REST interface', () => {
  it('lets in a known e-mail, in any case, with a known token, even one that holds a colon', async () => {
    const answer = await ask(basic('ANN@example.net:let:me-in'));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ accountId: 'ann' });
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Bearer let:me-in'],
    ['broken base64', 'Basic %%%'],
    ['no colon', basic('ann@example.net')],
    ['an unknown e-mail', basic('eve@example.net:let:me-in')],
    ['a wrong token', basic('ann@example.net:guess')],
    ['an empty token', basic('ann@example.net:')],
    ['an inactive user', basic('gone@example.net:let:me-in')],
    ['an app account', basic('robot@example.net:let:me-in')],
  ])('answers 401 in plain text to %s', async (_case, header) => {
    const answer = await ask(header);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe('Client must be authenticated to access this resource.');
  });

  it('answers 501 to what nothing models, below each API root', async () => {
    for (const path of ['/rest/api/3/nothing', '/wiki/api/v2/nothing', '/wiki/rest/api/nothing']) {
      expect((await ask(basic('ann@example.net:let:me-in'), path)).status).toBe(501);
    }
  });
});
