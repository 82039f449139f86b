import german from '../../../locales/de-DE.json';
import { admin } from '../../../src/contract';
import { inWords } from '../../../static/src/api/said';
import { setWords } from '../../../static/src/shared/i18n';
import { afterAppTests, appWith, type TestApp } from '../../support/app';
import { tasksApp } from '../../support/tasks';

afterAppTests();
beforeAll(() => setWords('de-DE', german));

/** The admin page's answer, in the words that a German screen puts into it. */
const health = async (app: TestApp): Promise<unknown> =>
  inWords(await app.host.invoke(app.screen('admin-page', 'admin'), admin.read.name, {}));

const due = (build: TestApp['build']) => build.issue({ assigneeId: 'member', dueDate: '2026-07-20' });

it('tells why work was given up, as it was kept at that time', async () => {
  const app = await appWith(due);
  await app.until('2026-07-20T08:30:00Z');
  app.faults.add({
    matches: ({ operation }) => operation === 'searchAndReconsileIssuesUsingJqlPost',
    effect: { type: 'crash', when: 'before' },
    times: Infinity,
  });
  await app.until('2026-07-20T09:59:00Z');
  expect(await health(app)).toMatchObject({
    value: {
      letters: [{ cause: 'Der Lauf endete ohne Antwort: Die Zeit oder der Speicher reichte nicht.' }],
    },
  });
});

it('tells what a run did, and what Docket does not see', async () => {
  const app = await tasksApp(due, { spaceKeys: ['TEAM', 'GONE'] });
  app.faults.add({
    matches: ({ operation }) => operation === 'addComment',
    effect: { type: 'status', status: 403 },
  });
  await app.until('2026-07-20T10:30:00Z');
  const unseen = 'Seine Aufgaben in Confluence wurden ausgelassen: Docket sieht den Bereich GONE nicht.';
  expect(await health(app)).toMatchObject({
    value: {
      runs: expect.arrayContaining([
        expect.objectContaining({
          note: expect.stringMatching(
            new RegExp(`^1 zurückgehalten; Projekt \\d+ wurde ausgelassen: ${unseen}$`),
          ),
        }),
      ]),
      unread: [
        { what: 'project', detail: unseen },
        { what: 'pages', detail: 'Docket sieht den Bereich GONE nicht.' },
      ],
    },
  });
});

it('refuses in German too, with the fields', async () => {
  const app = await appWith(due);
  const page = app.screen('admin-page', 'admin');
  const asked = { accountId: 'member', typed: 'somebody else' };
  expect(inWords(await app.host.invoke(page, admin.erase.name, asked))).toMatchObject({
    ok: false,
    problem: {
      message: expect.stringMatching(/^Nichts wurde gelöscht: Zur Bestätigung „.+“ eingeben\.$/),
      fields: { typed: expect.stringMatching(/^Zur Bestätigung „.+“ eingeben\.$/) },
    },
  });
});
