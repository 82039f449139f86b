import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Door } from '../door';
import { liveLine, livePanel } from './views';

/** One run makes many calls; a page is told of all of them at once. */
const TOGETHER_MS = 150;

/** Tells open pages what goes on: `live` events with the line and the panel as HTML, escaped like any page. */
export function liveStream(door: Door): Hono {
  const stream = new Hono();
  stream.get('/docket/live', (c) =>
    streamSSE(c, async (events) => {
      let wake = (): void => {};
      const stop = door.activity.onChange(() => wake());
      events.onAbort(() => {
        stop();
        wake();
      });
      while (!events.aborted) {
        // Listening begins before the page is drawn, so that nothing falls between the two.
        const changed = new Promise<void>((resolve) => (wake = resolve));
        const [line, panel] = await Promise.all([liveLine(door), livePanel(door)]);
        await events.writeSSE({ event: 'live', data: JSON.stringify({ line, panel }) });
        await changed;
        await events.sleep(TOGETHER_MS);
      }
    }),
  );
  return stream;
}
