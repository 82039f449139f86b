import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import type { FaultView } from '../fault-switches';
import { layout } from '../layout';
import { count } from '../parts';

function stateOf({ isOn, struck, value, endless }: FaultView): string {
  if (isOn) return endless ? `On; ${count(struck, 'call')} so far` : `On; struck ${struck} of ${value}`;
  return struck > 0 ? `Off; all ${value} have struck` : 'Off';
}

function switchCard(fault: FaultView): Html {
  const { name, label, does, amount, isOn, value } = fault;
  return html`<form class="card fault ${isOn ? 'on' : ''}" method="post" action="/docket/faults">
    <h3 id="fault-${name}">${label}</h3>
    <p>${does}</p>
    <input type="hidden" name="name" value="${name}" />
    <p>
      <input
        type="number"
        name="amount"
        id="amount-${name}"
        min="1"
        max="${amount.max}"
        value="${value}"
        required
      />
      <label for="amount-${name}">${amount.label}</label>
    </p>
    <p class="switch-line">
      <button
        class="switch"
        name="on"
        value="${isOn ? '0' : '1'}"
        role="switch"
        aria-checked="${String(isOn)}"
        aria-labelledby="fault-${name}"
      ></button>
      <span>${stateOf(fault)}</span>
    </p>
  </form>`;
}

/** Switches for what may go wrong between the app and the platform. */
export function faultsPage(door: Door, visit: Visit): Html {
  const faults = door.faults.views();
  return layout(
    door,
    visit,
    { title: 'Faults', at: { in: 'site', page: 'faults' } },
    html`<h1>Faults</h1>
      <p class="lead">
        Switch one on, move the clock, and look at what runs: each message must still arrive exactly once.
      </p>
      <div class="cards wide">${faults.map(switchCard)}</div>
      <form method="post" action="/docket/faults/reset">
        <p><button>Switch all off</button></p>
      </form>`,
  );
}
