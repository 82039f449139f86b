import { Hono } from 'hono';
import { askSite } from './ask-site';
import type { Door } from './door';
import { messagePage } from './pages/message';
import { show, visitOf } from './respond';

type Change = (value: string) => readonly [method: 'POST' | 'PUT', below: string, body: unknown];

const field =
  (id: string): Change =>
  (value) => ['PUT', '', { fields: { [id]: value === '' ? null : value } }];

/** What can be changed on an issue's page, each as Jira's own interface has it. */
const CHANGES: Readonly<Record<string, Change>> = {
  status: (id) => ['POST', '/transitions', { transition: { id } }],
  dueDate: field('duedate'),
  assignee: (accountId) => ['PUT', '', { fields: { assignee: accountId === '' ? null : { accountId } } }],
  comment: (text) => [
    'POST',
    '/comment',
    {
      body: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      },
    },
  ],
};

/** What people do on an issue besides the app; whatever follows from it is delivered at once. */
export function issueChanges(door: Door): Hono {
  const posts = new Hono();
  posts.post('/browse/:key/:what{status|dueDate|assignee|comment}', async (c) => {
    const visit = visitOf(door, c);
    const key = encodeURIComponent(c.req.param('key'));
    const form = await c.req.parseBody();
    const change = CHANGES[c.req.param('what')];
    if (!change) return c.notFound();
    const [method, below, body] = change(String(form['value'] ?? '').trim());
    const answer = await door.serial(async () => {
      const said = await askSite(door, visit.viewer, method, `/rest/api/3/issue/${key}${below}`, body);
      await door.sandbox.host.drain();
      return said;
    });
    if ('problem' in answer)
      return show(c, 400, messagePage(door, visit, { title: 'Jira refused that', text: answer.problem }));
    return c.redirect(`/browse/${key}`, 303);
  });
  return posts;
}
