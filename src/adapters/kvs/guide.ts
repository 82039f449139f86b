import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { GuideMemory, GuideState } from '../../ports/guide';
import { translateStorage } from './errors';

const KEY = 'guide';

const Stored = z.object({
  projectId: z.string().nullable(),
  previewed: z.record(z.string(), z.string()),
  dismissedAt: z.string().nullable(),
});
const FRESH: GuideState = { projectId: null, previewed: {}, dismissedAt: null };

/** How far a site's first-run guide has come, as one value. */
export const kvsGuide: GuideMemory = {
  read: async () => Stored.safeParse(await translateStorage(() => kvs.get(KEY))).data ?? FRESH,
  save: (state) => translateStorage(() => kvs.set(KEY, state)),
};
