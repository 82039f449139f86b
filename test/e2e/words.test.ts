import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { GLANCE_TITLE } from '../../sandbox/story';
import { accountIdOf, type PersonName } from '../../sandbox/seed/people';
import { setWords, t } from '../../static/src/shared/i18n';
import { launchBrowser } from '../support/browser';
import { MESSAGES, type MessageTree } from '../support/message-files';
import { shownTexts } from '../support/shown-texts';
import { startSite, type StartedSite } from '../support/started-site';
import { pseudoMessages, Said, textsIn } from '../support/stray-words';

/** What the Design System says in a dialog that is taller than the screen, and between far pages of a table; it takes no other words for it. */
const NOT_OURS = ['Scrollable content', 'Skipped pages from'];

/** The words of every screen on the site that `npm start` serves: whatever is not the app's answer comes from the message files. */
describe('the words of the screens', () => {
  let site: StartedSite;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const lookAs = (context: BrowserContext, name: PersonName): Promise<void> =>
    context.addCookies([{ name: 'docket_viewer', value: accountIdOf(name), url: site.origin }]);
  const openAs = async (name: PersonName): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    await lookAs(context, name);
    return context.newPage();
  };
  const frameAt = async (page: Page, path: string): Promise<Frame> => {
    await page.goto(new URL(path, site.origin).href);
    const frame = await (await page.locator('iframe.app-frame').first().elementHandle())?.contentFrame();
    if (!frame) throw new Error(`There is no screen of the app on ${path}.`);
    return frame;
  };

  describe('in a language that nobody speaks', () => {
    const PSEUDO: MessageTree = pseudoMessages(MESSAGES['en-US']);
    let page: Page;
    let said: Said;
    let answers: Promise<void>[];

    beforeAll(() => setWords('en-US', PSEUDO));
    beforeEach(async () => {
      page = await openAs('claire');
      said = new Said();
      said.add(NOT_OURS);
      answers = [];
      await page.route('**/__LOCALES__/en-US.json', (route) => route.fulfill({ json: PSEUDO }));
      page.on('response', (response) => {
        if (!response.url().endsWith('/__bridge')) return;
        answers.push(response.json().then((answer: unknown) => said.add(textsIn(answer))));
      });
    });

    /** Waits for what the screen is still loading, then looks at all that it says. */
    const expectNoStray = async (frame: Frame) => {
      await frame.locator('.dk-skeleton').first().waitFor({ state: 'detached' });
      const texts = await shownTexts(frame);
      await Promise.all(answers);
      // A screen that is blank has no stray word either.
      expect(texts.length).toBeGreaterThan(8);
      expect(texts.flatMap((text) => said.strayIn(text).map((part) => `${part} (in "${text}")`))).toEqual([]);
    };
    const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });

    it('has no stray word in any register, its filters, files and records', async () => {
      const frame = await frameAt(page, '/projects/PAY/docket/registers');
      const kinds = frame.locator('.dk-pick');
      await kinds.first().waitFor();
      for (let at = await kinds.count(); at > 0; at -= 1) {
        await kinds.nth(at - 1).click();
        await frame.getByRole('grid').last().waitFor();
        await expectNoStray(frame);
      }
      await button(frame, t('registers.table.filter.more')).click();
      await button(frame, t('shared.table.columns')).click();
      await expectNoStray(frame);
      await button(frame, t('registers.exchange.import.button')).click();
      await frame.getByRole('dialog').waitFor();
      await expectNoStray(frame);
      await button(frame, t('shared.close')).click();
      await frame.getByRole('button', { name: /Nordic banks may miss/ }).click();
      await frame.getByRole('heading', { name: t('registers.record.timeline.title') }).waitFor();
      await expectNoStray(frame);
      await button(frame, t('registers.record.edit')).click();
      await frame.getByRole('dialog').getByRole('textbox').first().waitFor();
      await expectNoStray(frame);
    });

    it.each([
      'today',
      'commitments',
      'messages',
      'messages/planned',
      'messages/backlog',
      'plan',
      'portfolio',
      'reports',
    ])('has none on the page of a project under /%s', async (part) => {
      const frame = await frameAt(page, `/projects/PAY/docket/${part}`);
      await frame.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await expectNoStray(frame);
    });

    it('has none on an issue, in its registers or out of them', async () => {
      const register = await frameAt(page, '/projects/PAY/docket/registers');
      await register.getByRole('button', { name: /Nordic banks may miss/ }).click();
      const key = await register
        .getByRole('link', { name: /^PAY-\d+/ })
        .first()
        .innerText();
      for (const path of [`/browse/${key}`, site.places['A reminder'] ?? '']) {
        const frame = await frameAt(page, path);
        await frame.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        await expectNoStray(frame);
      }
    });

    it('has none on the admin page', async () => {
      await lookAs(page.context(), 'stefan');
      const frame = await frameAt(page, '/admin/docket');
      const tabs = frame.getByRole('tab');
      await tabs.first().waitFor();
      for (let at = (await tabs.count()) - 1; at >= 0; at -= 1) {
        await tabs.nth(at).click();
        await frame.getByRole('tabpanel').locator('input').first().waitFor();
        await expectNoStray(frame);
      }
    });

    it('has none in the macros and in what is set of each', async () => {
      const title = encodeURIComponent(GLANCE_TITLE);
      const found = await page.request.get(`${site.origin}/wiki/api/v2/pages?title=${title}`, {
        headers: { authorization: site.authorization },
      });
      const { results } = (await found.json()) as { results: { id: string }[] };
      await page.goto(`${site.origin}/wiki/pages/${results[0]?.id}`);
      const macros = page.locator('figure.macro');
      const settings = new Set<string>();
      for (const macro of await macros.all()) {
        const frame = await (await macro.locator('iframe').elementHandle())?.contentFrame();
        if (!frame) throw new Error('A macro draws nothing.');
        await frame.getByRole('heading').first().waitFor();
        await expectNoStray(frame);
        settings.add((await macro.getByRole('link').getAttribute('href')) ?? '');
      }
      expect(settings.size).toBe(4);
      for (const path of settings) {
        const frame = await frameAt(page, path);
        await frame
          .getByText(t('macros.config.checked', { project: 'Payments Platform Migration' }))
          .waitFor();
        await expectNoStray(frame);
      }
    });

    it('has none in the project settings', async () => {
      const frame = await frameAt(page, '/projects/PAY/settings/docket');
      await button(frame, t('settings.save')).waitFor();
      await expectNoStray(frame);
      await frame.getByRole('tab', { name: t('registers.settings.tab') }).click();
      await button(frame, t('registers.settings.save')).waitFor();
      const kinds = frame.getByRole('group', { name: t('registers.settings.choose') }).getByRole('button');
      await kinds.nth(2).click();
      await frame.getByRole('heading', { name: t('registers.settings.approval.title') }).waitFor();
      await expectNoStray(frame);
    });
  });

  describe('to somebody who reads German', () => {
    it('are German, with German dates', async () => {
      const page = await openAs('tobias');
      const frame = await frameAt(page, '/projects/PAY/docket/registers');
      await frame.getByRole('button', { name: 'Risiko hinzufügen' }).waitFor();
      expect(await frame.evaluate('document.documentElement.lang')).toBe('de-DE');
      await frame.getByRole('link', { name: 'Nachrichten' }).click();
      await frame.getByRole('columnheader', { name: 'Fällig' }).waitFor();
      expect(await frame.getByRole('table').innerText()).toMatch(/\d+\.\d+\.2026, \d\d:\d\d/);
    });
  });
});
