import { html } from 'hono/html';
import type { Door, Html } from '../door';
import { type SentMessage, stageWords } from '../messages';
import { day, lozenge, person, type Tone } from '../parts';

const TONE: Readonly<Record<string, Tone>> = {
  sent: 'success',
  claimed: 'progress',
  withdrawn: 'neutral',
  withheld: 'warning',
};

/** Messages with the reason of each, and the comment where it landed. */
export function messageTable(door: Door, messages: readonly SentMessage[]): Html {
  const { state } = door.sandbox;
  const rowOf = (message: SentMessage): Html => {
    const { target } = message;
    const issue = target.kind === 'issue' ? state.issues.get(target.id) : undefined;
    const path =
      target.kind === 'issue'
        ? `/browse/${issue?.key ?? message.item}`
        : `/wiki/pages/viewpage.action?pageId=${target.id}`;
    const anchor = message.commentId === null ? '' : `#comment-${message.commentId}`;
    const [date = '', time = ''] = message.local.split('T');
    return html`<tr>
      <td class="nowrap">${day(date)}<br /><span class="faint">${time}</span></td>
      <td class="nowrap">${person(state, message.recipient)}</td>
      <td class="about-cell">
        <a href="${path}${anchor}">${message.item}</a>
        ${issue?.summary}
      </td>
      <td class="nowrap">
        ${lozenge(message.state, TONE[message.state] ?? 'neutral')}<br />${stageWords(message.stage)}<br /><span
          class="faint"
          >due ${day(message.dueDate)}</span
        >
      </td>
      <td class="why-cell">${message.why}</td>
    </tr>`;
  };
  return html`<div class="scroll" tabindex="0">
    <table class="list">
      <thead>
        <tr>
          <th>Recipient's clock</th>
          <th>To</th>
          <th>About</th>
          <th>Stage</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        ${messages.map(rowOf)}
      </tbody>
    </table>
  </div>`;
}
