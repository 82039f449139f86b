import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';

/** A page that only says something: not found, or failed. */
export function messagePage(door: Door, visit: Visit, message: { title: string; text: string }): Html {
  return layout(
    door,
    visit,
    { title: message.title, at: { in: 'site', page: 'none' } },
    html`<h1>${message.title}</h1>
      <p>${message.text}</p>
      <p><a href="/">Start again</a></p>`,
  );
}
