import { html } from 'hono/html';
import type { Outcome } from '../../forge/types';
import type { Door, Html } from '../door';
import { count, instant, lozenge, nameOf, type Tone } from '../parts';
import type { ClockStep } from './activity';

const RUNS_SHOWN = 12;
const CALLS_SHOWN = 14;

export const OUTCOME_TONE: Readonly<Record<Outcome, Tone>> = {
  ok: 'success',
  retry: 'warning',
  error: 'danger',
  timeout: 'danger',
  crash: 'danger',
};

const sum = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((total, number) => total + number, 0);

/** The site's time and what Docket has cost so far, in one line. */
export function liveLine({ sandbox, faults }: Door): Html {
  const { host, clock, state } = sandbox;
  const failed = host.invocations.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'retry').length;
  const figure = (name: string, value: number, tone = ''): Html =>
    html`<li class="${value > 0 ? tone : ''}"><b>${value.toLocaleString('en-GB')}</b> ${name}</li>`;
  const on = faults.views().filter(({ isOn }) => isOn).length;
  return html`<time datetime="${new Date(clock.now()).toISOString()}"
      >${instant(clock.now(), 'UTC')} UTC</time
    >
    <ul>
      ${figure('points', host.totals.points)} ${figure('runs', host.invocations.length)}
      ${figure('queued', sum(host.waiting()))}
      ${figure('failed', failed + host.deadLetters.length, 'overdue')}
      ${on > 0 ? figure(on === 1 ? 'fault on' : 'faults on', on, 'overdue') : ''}
      ${state.licence === 'inactive' ? html`<li class="overdue">no licence</li>` : ''}
    </ul>`;
}

/** What came of the last step of the clock, in words. */
export function stepLine({ from, to, runs, failed, sent, points }: ClockStep): Html {
  const names = Object.entries(runs)
    .sort(([, a], [, b]) => b - a)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ');
  return html`<p class="step" role="status">
    The clock has moved from ${instant(from, 'UTC')} to ${instant(to, 'UTC')} UTC:
    <strong>${count(sent, 'message')} sent</strong>, ${count(sum(runs), 'run')}${names && ` (${names})`},
    ${count(points, 'point')}${failed > 0 ? html`, <span class="overdue">${failed} failed or tried again</span>` : ''}.
  </p>`;
}

const time = (at: number): string => instant(at, 'UTC').replace(/^\w+ |\d{4}, /g, '');

const block = (title: string, none: string, lines: readonly Html[]): Html =>
  html`<div>
    <h3>${title}</h3>
    ${
      lines.length === 0
        ? html`<p class="faint">${none}</p>`
        : html`<ul class="lines">
            ${lines}
          </ul>`
    }
  </div>`;

/** The newest runs, product calls, queues and errors. */
export function livePanel({ sandbox, activity }: Door): Html {
  const { host, state, site } = sandbox;
  const step = activity.step();
  const runs = host.invocations.slice(-RUNS_SHOWN).reverse();
  const name = nameOf(state);
  const bad = host.invocations.filter(({ error }) => error !== undefined).slice(-4);
  return html`${step ? stepLine(step) : ''}
    <div class="columns">
      ${block(
        'Last runs',
        'None yet.',
        runs.map(
          ({ startedAt, functionKey, definition, outcome, points }) =>
            html`<li>
              <span class="faint">${time(startedAt)}</span> <strong>${definition ?? functionKey}</strong>
              ${outcome === 'ok' ? '' : lozenge(outcome, OUTCOME_TONE[outcome])}
              <span class="number">${count(points, 'point')}</span>
            </li>`,
        ),
      )}
      ${block(
        'Calls to Jira and Confluence',
        'None since the pages were opened.',
        activity
          .calls()
          .slice(0, CALLS_SHOWN)
          .map(
            ({ operation, viaApp, accountId, status, points }) =>
              html`<li>
                <strong>${operation}</strong>
                <span class="faint">as ${name(accountId)}${viaApp ? '' : ', not through Docket'}</span>
                ${status < 400 ? '' : lozenge(String(status), 'danger')}
                <span class="number">${count(points, 'point')}</span>
              </li>`,
          ),
      )}
      ${block(
        'Waiting in queues',
        'Nothing waits.',
        Object.entries(host.waiting()).map(
          ([queue, number]) => html`<li><strong>${queue}</strong> <span class="number">${number}</span></li>`,
        ),
      )}
      ${block('What went wrong', 'Nothing.', [
        ...bad.map(({ functionKey, error }) => html`<li class="overdue">${functionKey}: ${error}</li>`),
        ...host.deadLetters.map(
          ({ queue, why }) => html`<li class="overdue">Given up, ${queue}: ${why}</li>`,
        ),
        ...[...new Set(site.unmodelled)].map((call) => html`<li class="overdue">Not modelled: ${call}</li>`),
      ])}
    </div>
    <p><a href="/docket/invocations">All runs, with what each said</a></p>`;
}
