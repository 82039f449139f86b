import { t } from '../../shared/i18n';

const STAGE = /^(upcoming|overdue|escalated)\((\d+)\)$/;

/** @returns A stage of the ladder in words: `overdue(3)` is "3 working days late". */
export function stageText(stage: string): string {
  if (stage === 'due-today') return t('messages.stages.dueToday');
  if (stage.startsWith('asked(')) return t('messages.stages.asked');
  const [, name, written] = STAGE.exec(stage) ?? [];
  const count = Number(written);
  if (name === 'upcoming') return t('messages.stages.upcoming', { count });
  if (name === 'overdue') return t('messages.stages.overdue', { count });
  return name === 'escalated' ? t('messages.stages.escalated', { level: count }) : stage;
}
