import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Channel, Choices } from '../../ports/choices';
import { translateStorage } from './errors';
import { storageKey } from './keys';
import { queryAll } from './query-all';

const ENTITY = 'choice';
const CHANNELS = 'channels';

const Choice = z.object({
  commitmentId: z.string(),
  projectId: z.string(),
  snoozedUntil: z.string().nullable(),
  promised: z.object({ date: z.string(), firstDate: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
const Row = z.object({ choice: Choice });
const ChannelMap = z.record(z.string(), z.enum(['each', 'digest']));

const choicesOf = (rows: readonly unknown[]) => rows.map((row) => Row.parse(row).choice);

const channels = async (): Promise<Record<string, Channel>> =>
  ChannelMap.safeParse(await translateStorage(() => kvs.get(CHANNELS))).data ?? {};

/** What people have chosen, one row a commitment, and one value for how people want to be told. */
export const kvsChoices: Choices = {
  async all() {
    return choicesOf(await queryAll({ entity: ENTITY, index: 'by-key' }));
  },
  async ofProject(projectId) {
    return choicesOf(await queryAll({ entity: ENTITY, index: 'by-project', partition: [projectId] }));
  },
  async get(commitmentId) {
    const row = await translateStorage(() => kvs.entity(ENTITY).get(storageKey(commitmentId)));
    return row === undefined ? null : Row.parse(row).choice;
  },
  save: (choice) =>
    translateStorage(() =>
      kvs
        .entity(ENTITY)
        .set(storageKey(choice.commitmentId), { projectId: choice.projectId, at: choice.at, choice }),
    ),
  remove: (commitmentId) => translateStorage(() => kvs.entity(ENTITY).delete(storageKey(commitmentId))),
  channels,
  async setChannel(accountId, channel) {
    const { [accountId]: _before, ...others } = await channels();
    await translateStorage(() =>
      kvs.set(CHANNELS, channel === 'each' ? others : { ...others, [accountId]: channel }),
    );
  },
};
