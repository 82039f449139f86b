import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { RegisterSettings } from '../../domain/registers';
import type { RegisterSettingsStore } from '../../ports/register-settings';
import { translateStorage } from './errors';

const keyOf = (projectId: string, kind: string): string => `register-settings:${projectId}:${kind}`;

// Docket alone writes these values; they were checked when they were saved.
const Stored = z.object({ v: z.literal(1), settings: z.custom<RegisterSettings>() });

/** Settings of registers, one value each. */
export const kvsRegisterSettings: RegisterSettingsStore = {
  async of(projectId, kinds) {
    const { successfulKeys } = await translateStorage(() =>
      kvs.batchGet(kinds.map((kind) => ({ key: keyOf(projectId, kind) }))),
    );
    const found = new Map(
      successfulKeys.flatMap(({ key, value }) => {
        const { data } = Stored.safeParse(value);
        return data ? [[key, data.settings] as const] : [];
      }),
    );
    return kinds.map((kind) => found.get(keyOf(projectId, kind)) ?? null);
  },
  save: (projectId, kind, settings) =>
    translateStorage(() => kvs.set(keyOf(projectId, kind), { v: 1, settings })),
};
