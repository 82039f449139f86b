import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import { FAULT_SWITCHES } from '../fault-switches';
import { layout } from '../layout';

/** Switches for what may go wrong between the app and the platform. */
export function faultsPage(door: Door, visit: Visit): Html {
  return layout(
    door,
    visit,
    { title: 'Faults', at: { in: 'site', page: 'faults' } },
    html`<h1>Faults</h1>
      <p class="lead">
        Switch one on, move the clock, and look at the invocations: each message must still arrive exactly
        once.
      </p>
      ${
        door.faults.lines.length === 0
          ? html`<p class="faint">Nothing is switched on.</p>`
          : html`<div class="note">
              <strong>Switched on since the last reset</strong>
              <ul>
                ${door.faults.lines.map((line) => html`<li>${line}</li>`)}
              </ul>
              <form method="post" action="/docket/faults/reset"><button>Reset all</button></form>
            </div>`
      }
      <div class="cards">
        ${FAULT_SWITCHES.map(
          ({ name, label, amount }) =>
            html`<form class="card" method="post" action="/docket/faults">
              <h3>${label}</h3>
              <input type="hidden" name="name" value="${name}" />
              <p>
                <input
                  type="number"
                  name="amount"
                  id="amount-${name}"
                  min="1"
                  max="${amount.max}"
                  value="${amount.usual}"
                  required
                />
                <label for="amount-${name}">${amount.label}</label>
              </p>
              <button class="primary">Switch on</button>
            </form>`,
        )}
      </div>`,
  );
}
