import type { Acted, CommitmentAction } from '../../../api/contract';
import { t } from '../../../shared/i18n';

/** Steps that are taken with one press. */
export type Press = 'remind' | 'escalate' | 'wake';

export const isPress = (action: CommitmentAction): action is Press =>
  action === 'remind' || action === 'escalate' || action === 'wake';

/** What a person is told of a step that they took. */
export const pressWords = (action: Press, acted: Acted): string =>
  action === 'wake' ? t('commitments.actions.woken') : outcomeWords(acted);

/** The same of a message that they asked for. */
export function outcomeWords({ outcome, why, recipient, names }: Acted): string {
  switch (outcome) {
    case 'done':
      return t('commitments.actions.told', {
        who: recipient === null ? '' : (names[recipient] ?? t('shared.unknownPerson')),
      });
    case 'already':
      return t('commitments.actions.already');
    case 'unknown':
      return t('commitments.actions.unknown');
    default:
      return t('commitments.actions.withheld', { why });
  }
}
