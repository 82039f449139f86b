import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import { liveLine, livePanel } from '../live/views';
import { STEPS } from '../steps';

/** What is not the product: the site's clock, and what the app does, kept up to date by the page's script. */
export function dock(door: Door, visit: Visit): Html {
  const back = visit.url.pathname + visit.url.search;
  return html`<aside class="dock" aria-label="Sandbox controls">
    <div class="dock-bar">
      <div class="live" data-live="line">${liveLine(door)}</div>
      <form class="clock" method="post" action="/clock" data-busy>
        <input type="hidden" name="back" value="${back}" />
        <span id="move">Move the clock:</span>
        ${Object.entries(STEPS).map(
          ([name, { label }]) =>
            html`<button name="to" value="${name}" aria-describedby="move">${label}</button>`,
        )}
      </form>
      <button
        class="toggle"
        type="button"
        aria-expanded="false"
        aria-controls="activity"
        data-toggle="activity"
      >
        What runs
      </button>
    </div>
    <div class="dock-panel" id="activity" data-live="panel" tabindex="0" role="region" aria-label="What runs">
      ${livePanel(door)}
    </div>
  </aside>`;
}
