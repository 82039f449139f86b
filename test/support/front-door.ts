import { join } from 'node:path';
import { createFrontDoor } from '../../sandbox/web/front-door';
import { appWith, type TestApp } from './app';

const MANIFEST = join(__dirname, '..', '..', 'manifest.yml');
export const PAGES = 'http://127.0.0.1:8110';
export const APP = 'http://localhost:8110';

/** A site with a private project, and its front door without a socket. */
export interface TestDoor {
  readonly app: TestApp;
  readonly door: ReturnType<typeof createFrontDoor>;
  get(path: string, as?: string, origin?: string): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  textOf(path: string, as?: string): Promise<string>;
  /** The token of the app's frame on a page. */
  frameOn(path: string, as?: string): Promise<{ entry: string; token: string }>;
  bridge(body: unknown, origin?: string): Promise<{ status: number; text: string }>;
}

/** Ready for requests as `lead` (admin of PRJ), `member`, `admin` (of the site) and `outsider`. */
export async function openDoor(): Promise<TestDoor> {
  const app = await appWith((build) => {
    build.user({ accountId: 'outsider', displayName: 'Out Sider' });
    const project = build.project({
      key: 'PRJ',
      everyone: null,
      roles: { lead: 'admin', member: 'member' },
    });
    build.issue({
      projectId: project.id,
      key: 'PRJ-1',
      summary: 'Beware of <script>alert(1)</script> & "quotes"',
      dueDate: '2026-07-20',
      assigneeId: 'member',
    });
    const space = build.space({ key: 'PRJ' });
    build.page({
      spaceId: space.id,
      title: 'Status of everything',
      body: {
        type: 'doc',
        version: 1,
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: 'Before the macro.' }] },
          {
            type: 'extension',
            attrs: {
              extensionType: 'com.atlassian.ecosystem',
              extensionKey: 'the-app/the-environment/static/status-macro',
              parameters: { guestParams: { projectKey: 'PRJ' } },
            },
          },
        ],
      },
    });
  });
  const door = createFrontDoor(app, MANIFEST);
  const get = async (path: string, as = 'lead', origin = PAGES) =>
    door.request(origin + path, { headers: { cookie: `docket_viewer=${as}` } });
  const post = async (
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = { origin: PAGES },
  ) => door.request(PAGES + path, { method: 'POST', body: new URLSearchParams(form), headers });
  const textOf = async (path: string, as?: string) => (await get(path, as)).text();

  async function frameOn(path: string, as?: string): Promise<{ entry: string; token: string }> {
    const match = /src="http:\/\/localhost:8110(\/__app\/[^"?]+)\?frame=([^"]+)"/.exec(
      await textOf(path, as),
    );
    if (!match?.[1] || !match[2]) throw new Error(`There is no frame on ${path}.`);
    return { entry: match[1], token: match[2] };
  }
  const bridge = async (body: unknown, origin = APP) => {
    const response = await door.request(`${APP}/__bridge`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin },
    });
    return { status: response.status, text: await response.text() };
  };

  return { app, door, get, post, textOf, frameOn, bridge };
}
