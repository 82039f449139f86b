import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { basename, extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Answer, Call } from '../../src/contract';
import { answerOf } from '../../src/contract/answer';

/** Where the build puts the screens. */
export const DIST = join(__dirname, '..', '..', 'static', 'dist');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
/** As strict as Forge serves Custom UI, with the one loosening that the manifest asks for. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

const WORDS = '/__LOCALES__/';
const INFO = { config: { locales: ['en-US', 'de-DE'], fallback: { default: 'en-US' } } };

/** A built file, or one of the message files that the platform puts beside them. */
function read(path: string): Promise<Buffer> {
  if (!path.startsWith(WORDS)) return readFile(join(DIST, path));
  const name = path.slice(WORDS.length);
  return name === 'i18n-info.json'
    ? Promise.resolve(Buffer.from(JSON.stringify(INFO)))
    : readFile(join(DIST, '..', '..', 'locales', name));
}

/** Serves the built screens on 127.0.0.1. */
export async function serveScreens(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    read(path).then(
      (body) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}

/** What a screen calls. */
export interface Answering {
  invoke(name: string, request: unknown): Promise<unknown>;
}

/** What the app would answer to a call; both ways are held to the contract. */
export class AppAnswers implements Answering {
  private readonly table = new Map<string, (request: unknown) => Promise<unknown> | unknown>();
  readonly asked: { name: string; request: unknown }[] = [];

  on<Request extends z.ZodType, Response extends z.ZodType>(
    call: Call<Request, Response>,
    answer: (request: z.output<Request>) => Answer<z.input<Response>> | Promise<Answer<z.input<Response>>>,
  ): this {
    this.table.set(call.name, async (request) =>
      answerOf(call.response).parse(await answer(call.request.parse(request))),
    );
    return this;
  }

  /** An answer that the contract does not allow, as from an app of another version. */
  unlike(name: string, answer: unknown): this {
    this.table.set(name, () => answer);
    return this;
  }

  /** @throws Error where the screen calls what the test gave no answer for, or what breaks the contract. */
  async invoke(name: string, request: unknown): Promise<unknown> {
    this.asked.push({ name, request });
    const answer = this.table.get(name);
    if (answer === undefined)
      throw new Error(`The screen called "${name}", which this test does not answer.`);
    return answer(request);
  }
}

export const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** The flags that a screen has raised, by title. */
export class Flags {
  private readonly raised: string[] = [];
  private waiting: (() => void)[] = [];

  raise(title: string): void {
    this.raised.push(title);
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Waits until there is a flag of this title. */
  async saying(title: string): Promise<void> {
    while (!this.raised.includes(title)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

/** A screen that is open in the browser, with what it asked of its host. */
export interface OpenScreen {
  readonly page: Page;
  readonly flags: Flags;
  readonly navigations: readonly string[];
  /** What the browser complained about: script errors, and breaches of the content security policy. */
  readonly complaints: readonly string[];
}

export interface ScreenOptions {
  readonly extension: Readonly<Record<string, unknown>>;
  readonly colorMode?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Whether Jira lets the person administer the project; not, without it. */
  readonly administers?: boolean;
  /** Where the app's own routes begin. */
  readonly path?: string;
}

/**
 * The page around the screen, as far as it is a page: its history, which here lies behind the `#` of the screen's own
 * address, and its title.
 */
const HOST_SCRIPT = `{
  const place = () => {
    const { pathname, search } = new URL(location.hash.slice(1) || '/', location.origin);
    return { pathname, search, hash: '', key: 'default' };
  };
  const listeners = new Set();
  const tell = (action) => listeners.forEach((listener) => listener(place(), action));
  const host = {
    location: place(),
    listen: (listener) => listeners.add(listener),
    push: (path) => { history.pushState(null, '', '#' + path); tell('PUSH'); },
    replace: (path) => { history.replaceState(null, '', '#' + path); tell('REPLACE'); },
  };
  addEventListener('popstate', () => tell('POP'));
  const local = {
    createHistory: () => Promise.resolve(host),
    changeWindowTitle: (title) => { document.title = title; return Promise.resolve(); },
  };
  globalThis.__bridge = {
    callBridge: (command, data) => (local[command] ?? ((input) => globalThis.hostCall(command, input)))(data),
  };
}`;

/** What Jira answers of the one right that screens ask for. */
const permissions = (havePermission: boolean) => ({
  body: JSON.stringify({ permissions: { ADMINISTER_PROJECTS: { havePermission } } }),
  headers: { 'content-type': 'application/json' },
  status: 200,
  statusText: 'OK',
  isAttachment: false,
});

const addressOf = ({ moduleKey, projectKey }: Readonly<Record<string, unknown>>) =>
  `https://site.example/projects/${projectKey}/apps/${moduleKey}`;

/** Opens a screen with the bridge in place that a product puts there. */
export async function openScreen(
  browser: Browser,
  url: string,
  answers: Answering,
  options: ScreenOptions,
): Promise<OpenScreen> {
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1180, height: 760 } });
  const flags = new Flags();
  const navigations: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const context = {
    accountId: 'u-1',
    locale: options.locale ?? 'en-GB',
    timezone: 'Asia/Kolkata',
    siteUrl: 'https://site.example',
    moduleKey: basename(url, '.html'),
    extension: options.extension,
    theme: { colorMode: options.colorMode ?? 'light' },
  };
  await page.exposeFunction('hostCall', async (command: string, data: unknown) => {
    const input = z.looseObject({}).catch({}).parse(data);
    if (command === 'getContext') return context;
    if (command === 'invoke') return answers.invoke(String(input['functionKey']), input['payload']);
    if (command === 'showFlag') flags.raise(String(input['title']));
    if (command === 'reload') navigations.push('reload');
    if (command === 'fetchProduct') return permissions(options.administers ?? false);
    if (command === 'getUrl') return addressOf(input);
    if (command === 'navigate') navigations.push(String(input['url'] ?? addressOf(input)));
    return true;
  });
  // As text: what compiles a function for Node may leave calls in it that a page does not know.
  await page.addInitScript({ content: HOST_SCRIPT });
  await page.goto(`${url}#${options.path ?? '/'}`);
  return { page, flags, navigations, complaints };
}
