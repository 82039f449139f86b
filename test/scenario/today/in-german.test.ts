import german from '../../../locales/de-DE.json';
import { messages, today } from '../../../src/contract';
import { inWords } from '../../../static/src/api/said';
import { setWords } from '../../../static/src/shared/i18n';
import { afterAppTests, appWith } from '../../support/app';

afterAppTests();
beforeAll(() => setWords('de-DE', german));

it('tells a German reader why something is on the list, and why a message was sent', async () => {
  const app = await appWith((build) => {
    const { id: projectId } = build.project();
    build.user({ accountId: 'ann' });
    build.issue({ projectId, assigneeId: 'ann', dueDate: '2026-07-21' });
  });
  await app.until('2026-07-22T12:00:00Z');
  const ask = async (name: string): Promise<unknown> =>
    inWords(await app.host.invoke(app.screen('project-page', 'lead'), name, {}));

  const seen = await ask(today.read.name);
  expect(seen).toHaveProperty(
    'value.groups.1.rows.0.attention.why',
    '1 Arbeitstag zu spät. Die zuständige Person wurde heute erinnert.',
  );
  const sent = await ask(messages.list.name);
  expect(sent).toHaveProperty(
    'value.messages.0.why',
    'Regel: Wer zuständig ist, wird 1 Arbeitstag nach dem Fälligkeitsdatum erinnert.',
  );
  // What is kept is for everybody.
  expect(app.ledger().map(({ why }) => why)).toContain(
    'Rule: remind the owner 1 working day after the due date.',
  );
});
