import type { Register } from '../../domain/registers';
import type { Records } from '../../ports/records';

export interface RegisterCount {
  readonly register: Register;
  readonly open: number;
  readonly total: number;
}

/** How many records each register has that the person may see: two counts a register, approximate as Jira's are. */
export function countRecords(
  records: Pick<Records, 'count'>,
  projectId: string,
  registers: readonly Register[],
): Promise<RegisterCount[]> {
  return Promise.all(
    registers.map(async (register) => {
      const open = Object.entries(register.lifecycle).flatMap(([state, { final }]) => (final ? [] : [state]));
      const [total, stillOpen] = await Promise.all([
        records.count(projectId, register.propertyKey, null),
        records.count(projectId, register.propertyKey, open),
      ]);
      return { register, open: stillOpen, total };
    }),
  );
}
