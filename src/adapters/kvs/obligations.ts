import { WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import { type Obligation, reachOf } from '../../domain/commitments';
import type { Obligations } from '../../ports/obligations';
import { deleteEach, getEach, setEach } from './batch';
import { storageKey } from './keys';
import { queryAll } from './query-all';

const ENTITY = 'obligation';

// Docket alone writes these rows.
const Row = z.object({ obligation: z.custom<Obligation>() });

const rowOf = (obligation: Obligation) => ({
  projectId: obligation.projectId,
  subject: obligation.subject,
  ladder: reachOf(obligation),
  due: obligation.dueDate,
  obligation,
});

async function rows(query: Omit<Parameters<typeof queryAll>[0], 'entity'>): Promise<Obligation[]> {
  return (await queryAll<unknown>({ entity: ENTITY, ...query })).map((row) => Row.parse(row).obligation);
}

/** One row an obligation, found by subject, by project and by date. */
export const kvsObligations: Obligations = {
  async get(ids) {
    const found = await getEach(ids.map((id) => ({ key: storageKey(id), entityName: ENTITY })));
    return [...found.values()].map((row) => Row.parse(row).obligation);
  },
  ofSubject: (subject) => rows({ index: 'by-subject', partition: [subject] }),
  ofProject: (projectId) => rows({ index: 'by-project', partition: [projectId] }),
  due: (reach, from, to) =>
    rows({ index: 'by-due', partition: [reach], where: WhereConditions.between(from, to) }),
  save: (obligations) =>
    setEach(
      obligations.map((obligation) => ({
        key: storageKey(obligation.id),
        entityName: ENTITY,
        value: rowOf(obligation),
      })),
    ),
  remove: (ids) => deleteEach(ids.map((id) => ({ key: storageKey(id), entityName: ENTITY }))),
};
