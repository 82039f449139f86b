import { html } from 'hono/html';
import { hasInProject } from '../../site/access';
import type { Invocation } from '../../forge/types';
import { appFrame } from '../app-frame';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { OUTCOME_TONE } from '../live/views';
import { mayKnow, readLedger } from '../messages';
import { count, lozenge, timeTag } from '../parts';
import { messageTable } from './message-table';

const SHOWN = 60;

/** Everything the ledger holds for the projects that the viewer may browse. */
export function ledgerPage(door: Door, visit: Visit): Html {
  const { state, host } = door.sandbox;
  const projects = [...state.projects.all()].filter((p) => hasInProject(visit.viewer, p, 'BROWSE_PROJECTS'));
  const chosen = visit.url.searchParams.get('project');
  const shownProjects = new Set(projects.filter((p) => chosen === null || p.key === chosen).map((p) => p.id));
  const ledger = readLedger(host);
  const messages = ledger.messages.filter(
    (message) => shownProjects.has(message.projectId) && mayKnow(state, visit.viewer, message),
  );
  const option = (key: string | null, text: string) =>
    html`<a
      class="button"
      href="/docket/ledger${key === null ? '' : `?project=${key}`}"
      ${key === chosen ? html`aria-current="true"` : ''}
      >${text}</a
    >`;
  return layout(
    door,
    visit,
    { title: 'Messages sent, and why', at: { in: 'site', page: 'ledger' } },
    html`<h1>Messages sent, and why</h1>
      <p class="lead">
        The ledger: one row a message, claimed before it goes out, so that nothing is sent twice. Its key is
        commitment / due date / stage.
      </p>
      <p class="choices">
        ${option(null, 'All projects')} ${projects.map((project) => option(project.key, project.name))}
      </p>
      ${
        ledger.unreadable.length === 0
          ? ''
          : html`<p class="error">Rows that are no ledger entries: ${ledger.unreadable.join(', ')}</p>`
      }
      <p class="faint">
        ${count(messages.length, 'message')}${messages.length > SHOWN ? `, the newest ${SHOWN} of them here` : ''}
      </p>
      ${messageTable(door, messages.slice(0, SHOWN))}`,
  );
}

function invocationRow(invocation: Invocation): Html {
  const calls = Object.entries(invocation.calls)
    .map(([kind, number]) => `${kind} ${number}`)
    .join(', ');
  return html`<tr>
    <td class="nowrap">${timeTag(invocation.startedAt, 'UTC')}</td>
    <td>
      <strong>${invocation.definition ?? invocation.functionKey}</strong><br /><span class="faint"
        >${invocation.moduleType} ${invocation.moduleKey}</span
      >
    </td>
    <td>${lozenge(invocation.outcome, OUTCOME_TONE[invocation.outcome])}</td>
    <td>${calls}</td>
    <td class="number">${invocation.points}</td>
    <td class="number nowrap">
      ${invocation.elapsedMs.toLocaleString('en-GB')} ms of ${invocation.limitMs / 1000} s
    </td>
    <td>
      ${invocation.error ?? ''}
      ${
        invocation.logs.length === 0
          ? ''
          : html`<details>
              <summary>${count(invocation.logs.length, 'line')} logged</summary>
              <pre>${invocation.logs.join('\n')}</pre>
            </details>`
      }
    </td>
  </tr>`;
}

/** Every run of a function of the app, newest first. */
export function invocationsPage(door: Door, visit: Visit): Html {
  const { host, site } = door.sandbox;
  const newest = host.invocations.slice(-SHOWN).reverse();
  const calls = Object.entries(host.totals.calls).sort(([, a], [, b]) => b - a);
  return layout(
    door,
    visit,
    { title: 'Runs, calls and points', at: { in: 'site', page: 'invocations' } },
    html`<h1>Runs, calls and points</h1>
      <p class="lead">
        ${count(host.invocations.length, 'run')} of the app's functions so far,
        ${count(host.totals.points, 'point')}. Times are simulated: waiting and latency, not this machine's
        speed.
      </p>
      ${
        site.unmodelled.length === 0
          ? ''
          : html`<p class="error">Calls that nothing models: ${[...new Set(site.unmodelled)].join(', ')}</p>`
      }
      ${host.deadLetters.map(
        ({ queue, why }) => html`<p class="error">An event of the queue ${queue} was given up: ${why}</p>`,
      )}
      <details>
        <summary>Calls by operation</summary>
        <table>
          <tbody>
            ${calls.map(
              ([name, number]) =>
                html`<tr>
                  <td>${name}</td>
                  <td class="number">${number}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
      <h2>${newest.length < host.invocations.length ? `The newest ${SHOWN}` : 'All of them'}</h2>
      <div class="scroll" tabindex="0">
        <table class="list">
          <thead>
            <tr>
              <th>Started (UTC)</th>
              <th>Function</th>
              <th>Outcome</th>
              <th>Calls</th>
              <th class="number">Points</th>
              <th class="number">Took</th>
              <th>Said</th>
            </tr>
          </thead>
          <tbody>
            ${newest.map(invocationRow)}
          </tbody>
        </table>
      </div>`,
  );
}

/** The app's page in Jira's administration. */
export function adminPage(door: Door, visit: Visit, path: string): Html {
  return layout(
    door,
    visit,
    { title: 'Docket administration', at: { in: 'site', page: 'admin' }, appBase: '/admin/docket' },
    appFrame(door, visit, {
      place: 'jira:adminPage',
      extension: { location: visit.origin + visit.url.pathname },
      title: 'Docket administration',
      fills: true,
      path,
    }),
  );
}
