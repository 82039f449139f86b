import type { Acted } from '../../../api/contract';
import { t } from '../../../shared/i18n';

/** What a person is told of a message that they asked for. */
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
