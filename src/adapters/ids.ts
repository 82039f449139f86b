import { randomUUID } from 'node:crypto';
import type { Ids } from '../ports/ids';

export const systemIds: Ids = { next: () => randomUUID() };
