import type { Register } from '../../src/domain/registers';

/** The manifest's `jira:entityProperty` entries, as the registers' definitions ask for them. */
export const entityPropertiesOf = (registers: readonly Register[]) =>
  registers.map(({ kind, propertyKey, index }) => ({
    key: `${kind}-property`,
    entityType: 'issue',
    propertyKey,
    values: index.map(({ path, type, alias }) => ({ path, type, searchAlias: alias })),
  }));
