import { html } from 'hono/html';
import type { At } from './chrome/at';
import { dock } from './chrome/dock';
import { sideNav } from './chrome/side-nav';
import { topBar } from './chrome/top-bar';
import type { Door, Html, Visit } from './door';
import { stepLine } from './live/views';
import { SHEETS_ON } from './theme';

export interface PageOptions {
  readonly title: string;
  readonly at: At;
  /** Where the app's own router starts, for a page that an app module fills. */
  readonly appBase?: string;
}

/** What the last step of the clock brought, on the page that it leads back to. */
function stepNote({ activity }: Door, { moved }: Visit): Html {
  const step = activity.step();
  return step && moved ? stepLine(step) : html``;
}

/** The whole document around one page's content. Every value is escaped by `html`. */
export function layout(door: Door, visit: Visit, options: PageOptions, content: Html): Html {
  const { title, at, appBase = '' } = options;
  return html`<!doctype html>
    <html lang="en" data-color-mode="${visit.theme}" data-theme="${SHEETS_ON}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Docket sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/tokens.css" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/front.js" defer></script>
        <script src="/assets/dock.js" defer></script>
      </head>
      <body data-app-origin="${visit.appOrigin}" data-app-base="${appBase}">
        <a class="skip" href="#content">Skip to content</a>
        ${topBar(door, visit)}
        <div class="frame">
          ${sideNav(door, visit, at)}
          <main id="content">
            ${stepNote(door, visit)} ${content}
            <footer class="faint">
              Times are those of ${visit.viewer.displayName} in ${visit.viewer.timeZone}, unless they say
              otherwise.
            </footer>
          </main>
        </div>
        ${dock(door, visit)}
        <div class="flags" aria-live="polite"></div>
      </body>
    </html>`;
}
