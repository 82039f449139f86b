import { doc, em, mention, p, text } from '@atlaskit/adf-utils/builders';
import { itemName } from './commitment';
import type { IntendedMessage } from './decide';
import { byRecipient, type Delivery, isElsewhere } from './delivery';
import { headline, howToChange } from './explain';

/**
 * The comment as an ADF document: who, what, and in the last line why and how to change it, with the `reference` that
 * it is recognised by where it can carry no property.
 */
export function commentBody(delivery: Delivery, reference?: string): unknown {
  const [first] = delivery.messages;
  if (!first) throw new RangeError('A comment carries at least one message.');
  const paragraphs = byRecipient(delivery.messages).flatMap(({ recipient, messages }) =>
    messages.map((message, i) =>
      i === 0
        ? p(
            mention({ id: recipient.accountId, text: `@${recipient.displayName}` }),
            text(` ${sentence(delivery, message)}`),
          )
        : p(text(capitalised(sentence(delivery, message)))),
    ),
  );
  const reasons = new Set(delivery.messages.map(({ why }) => String(why)));
  const changes = new Set(delivery.messages.map(({ commitment }) => howToChange(commitment)));
  const last = [...reasons, ...changes, reference].filter((words) => words !== undefined).join(' ');
  return doc(...paragraphs, p(em(last)));
}

/** A comment that stands elsewhere (a digest, a linked issue) names the item. */
function sentence(delivery: Delivery, message: IntendedMessage): string {
  const { commitment, stage } = message;
  const what = `${message.askedBy ? `${message.askedBy.displayName} asks: ` : ''}${headline(stage, commitment)}`;
  if (!isElsewhere(delivery, message)) return what;
  return commitment.asked
    ? `${itemName(commitment)}: ${what}`
    : `${itemName(commitment)} (${commitment.summary}): ${what}`;
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
