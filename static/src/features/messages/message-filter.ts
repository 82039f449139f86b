import type { z } from 'zod';
import type { messages, MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';

type Page = z.infer<typeof messages.list.response>;

export interface MessageFilter {
  readonly state: MessageView['state'] | null;
  /** Words of the item, the recipient or the reason. */
  readonly text: string;
}

export const EVERY: MessageFilter = { state: null, text: '' };

/** Whether a message is among those that somebody looks for. What is hidden says nothing to look for. */
export const fits =
  ({ state, text }: MessageFilter, names: Page['names']) =>
  (message: MessageView): boolean => {
    if (state !== null && message.state !== state) return false;
    const { item, recipient, why } = message;
    const words = [item, recipient === '' ? '' : (names[recipient] ?? t('shared.unknownPerson')), why];
    return words.join(' ').toLowerCase().includes(text.trim().toLowerCase());
  };

/** One page behind another. What is hidden is counted on each page by itself, and here over all of them. */
export const join = (before: Page, page: Page): Page => ({
  messages: [...before.messages, ...page.messages].map((message, n) =>
    message.hidden === null ? message : { ...message, key: `hidden-${n}` },
  ),
  names: { ...before.names, ...page.names },
  next: page.next,
});
