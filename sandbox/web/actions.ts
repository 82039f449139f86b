import { Hono } from 'hono';
import type { Door } from './door';
import { isStep, STEPS } from './steps';
import { switchTheme } from './theme';
import { noteMoved, switchViewer, viewerOf } from './viewer';

/** Only a path of this site; anything else would let a link send the reader elsewhere. */
const safeBack = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';

/** What the buttons do: each a form that is posted and answered with the page to go on to. */
export function actions(door: Door): Hono {
  const { clock, state } = door.sandbox;
  const posts = new Hono();
  posts.post('/clock', async (c) => {
    const form = await c.req.parseBody();
    const step = form['to'];
    if (!isStep(step)) return c.text('There is no such step.', 400);
    const { timeZone } = viewerOf(c, state);
    await door.serial(() => door.activity.advance(STEPS[step].to(clock.now(), timeZone)));
    noteMoved(c);
    return c.redirect(safeBack(form['back']), 303);
  });
  posts.post('/viewer', async (c) => {
    const form = await c.req.parseBody();
    if (!switchViewer(c, state, String(form['accountId']))) return c.text('There is no such user.', 400);
    return c.redirect(safeBack(form['back']), 303);
  });
  posts.post('/theme', async (c) => {
    const form = await c.req.parseBody();
    if (!switchTheme(c, form['theme'])) return c.text('There is no such theme.', 400);
    return c.redirect(safeBack(form['back']), 303);
  });
  posts.post('/docket/faults', async (c) => {
    const form = await c.req.parseBody();
    const [name, amount] = [String(form['name']), Number(form['amount'])];
    const done = form['on'] === '0' ? door.faults.turnOff(name) : door.faults.turnOn(name, amount);
    return done
      ? c.redirect('/docket/faults', 303)
      : c.text('There is no such fault, or not so much of it.', 400);
  });
  posts.post('/docket/licence', async (c) => {
    const { on } = await c.req.parseBody();
    state.licence = on === '1' ? 'inactive' : 'active';
    return c.redirect('/docket/faults', 303);
  });
  posts.post('/docket/faults/reset', (c) => {
    door.faults.reset();
    state.licence = 'active';
    return c.redirect('/docket/faults', 303);
  });
  return posts;
}
