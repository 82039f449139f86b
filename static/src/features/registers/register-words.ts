import type { RegisterView } from '../../api/contract';
import { inSentence, t } from '../../shared/i18n';

/** So many of the register's things: "1 risk", "3 risks". */
export const thingsOf = ({ singular, title }: RegisterView, count: number): string =>
  t('registers.count', { count, one: inSentence(singular), many: inSentence(title) });
