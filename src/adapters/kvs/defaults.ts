import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Defaults } from '../../ports/defaults';
import { translateStorage } from './errors';
import { StoredPolicy } from './projects';

const KEY = 'site-defaults';

const Shape = z.object({ policy: StoredPolicy, holidays: z.array(z.string()), pointsAnHour: z.number() });

/** What the site's admin has decided for all projects, in Forge's storage. */
export const kvsDefaults: Defaults = {
  async read() {
    const stored = await translateStorage(() => kvs.get(KEY));
    return stored === undefined ? null : Shape.parse(stored);
  },
  save: (defaults) => translateStorage(() => kvs.set(KEY, defaults)),
};
