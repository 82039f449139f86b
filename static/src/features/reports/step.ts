import type { z } from 'zod';
import type { ReportView, reports } from '../../api/contract';
import { tell } from '../../api/view';
import { t } from '../../shared/i18n';

/** What every part of the screen needs of the report that it is about. */
export interface Part {
  readonly report: ReportView;
  /** Takes in the report as it is after a step. */
  readonly onDone: (done: Done) => void;
}

export type Done = z.infer<typeof reports.answer.response>;

/** Waits for a step, and tells the person that it is done. */
export async function stepped(step: Promise<Done>, said: string, { onDone }: Part): Promise<void> {
  const done = await step;
  tell(said);
  onDone(done);
}

export const nameIn = ({ names }: Pick<ReportView, 'names'>, accountId: string): string =>
  names[accountId] ?? t('shared.unknownPerson');

/** Words can still change: nobody has approved it. */
export const isOpen = ({ state }: Pick<ReportView, 'state'>): boolean =>
  state !== 'approved' && state !== 'published';
