import type { MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Toned, type Tone } from '../../shared/tone';

const TONES = {
  claimed: 'progress',
  sent: 'success',
  withdrawn: 'neutral',
  withheld: 'warning',
} as const satisfies Record<MessageView['state'], Tone>;

/** What became of a message. */
export const MessageState = ({ of }: { readonly of: MessageView['state'] }) => (
  <Toned tone={TONES[of]}>{t(`messages.states.${of}`)}</Toned>
);
