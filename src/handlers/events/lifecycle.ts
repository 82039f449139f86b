import { z } from 'zod';
import { compose } from '../../compose';

const Lifecycle = z.object({ app: z.object({ version: z.coerce.string().optional() }).optional() });

/** The app was installed or upgraded. Nothing is sent before a project admin switches Docket on, so this only leaves a trace. */
export async function lifecycle(event: unknown): Promise<void> {
  compose().log.info('app installed or upgraded', {
    version: Lifecycle.safeParse(event).data?.app?.version ?? 'unknown',
  });
}
