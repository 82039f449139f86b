import { html } from 'hono/html';
import type { Door, Html, Visit } from '../door';
import type { FaultView } from '../fault-switches';
import { layout } from '../layout';
import { count } from '../parts';

function stateOf({ isOn, struck, value, endless }: FaultView): string {
  if (isOn) return endless ? `On; ${count(struck, 'call')} so far` : `On; struck ${struck} of ${value}`;
  return struck > 0 ? `Off; all ${value} have struck` : 'Off';
}

interface Card {
  readonly name: string;
  readonly label: string;
  readonly does: string;
  readonly isOn: boolean;
  readonly says: string;
  /** Where the switch is posted to. */
  readonly action: string;
}

const cardOf = ({ name, label, does, isOn, says, action }: Card, fields: Html | '' = ''): Html =>
  html`<form class="card fault ${isOn ? 'on' : ''}" method="post" action="${action}">
    <h3 id="fault-${name}">${label}</h3>
    <p>${does}</p>
    ${fields}
    <p class="switch-line">
      <button
        class="switch"
        name="on"
        value="${isOn ? '0' : '1'}"
        role="switch"
        aria-checked="${String(isOn)}"
        aria-labelledby="fault-${name}"
      ></button>
      <span>${says}</span>
    </p>
  </form>`;

function faultCard(fault: FaultView): Html {
  const { name, amount, value } = fault;
  return cardOf(
    { ...fault, says: stateOf(fault), action: '/docket/faults' },
    html`<input type="hidden" name="name" value="${name}" />
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
      </p>`,
  );
}

function licenceCard({ sandbox: { state } }: Door): Html {
  const hasEnded = state.licence === 'inactive';
  return cardOf({
    name: 'licence',
    label: 'The licence has ended',
    does: 'Docket sends nothing and changes nothing, and its screens say so. The day is caught up once the licence is renewed.',
    isOn: hasEnded,
    says: hasEnded ? 'On; Docket has no licence' : 'Off',
    action: '/docket/licence',
  });
}

/** Switches for what may go wrong between the app and the platform. */
export function faultsPage(door: Door, visit: Visit): Html {
  return layout(
    door,
    visit,
    { title: 'Faults', at: { in: 'site', page: 'faults' } },
    html`<h1>Faults</h1>
      <p class="lead">
        Switch one on, move the clock, and look at what runs: each message must still arrive exactly once.
      </p>
      <div class="cards wide">${door.faults.views().map(faultCard)} ${licenceCard(door)}</div>
      <form method="post" action="/docket/faults/reset">
        <p><button>Switch all off</button></p>
      </form>`,
  );
}
