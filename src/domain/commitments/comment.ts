import { doc, em, mention, p, text } from '@atlaskit/adf-utils/builders';
import type { IntendedMessage } from './decide';
import { headline } from './explain';

/** Where a comment keeps the keys of the messages that it carries. */
export const MESSAGE_PROPERTY = 'docket.message';

/** The value of that property. */
export interface MessageMark {
  readonly v: 1;
  readonly messages: readonly {
    readonly key: string;
    readonly recipient: string;
    readonly stage: string;
    readonly dueDate: string;
  }[];
}

const CHANGE_IT =
  'To change this: finish the issue, move its due date, or ask a project admin to adjust Docket in the project settings.';

/** The comment for one recipient, as an ADF document: who, what, and in the last line why and how to change it. */
export function commentBody(messages: readonly IntendedMessage[]): unknown {
  const [first] = messages;
  if (!first) throw new RangeError('A comment carries at least one message.');
  const { accountId, displayName } = first.recipient;
  const lines = messages.map(({ stage, commitment }, i) =>
    i === 0
      ? p(mention({ id: accountId, text: `@${displayName}` }), text(` ${headline(stage, commitment)}`))
      : p(text(capitalised(headline(stage, commitment)))),
  );
  const reasons = [...new Set(messages.map(({ why }) => why))].join(' ');
  return doc(...lines, p(em(`${reasons} ${CHANGE_IT}`)));
}

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
