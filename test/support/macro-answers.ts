import { macros } from '../../src/contract';
import { appInUse, names, records, register } from './screen-answers';
import { type AppAnswers, ok } from './screens';
import { heat } from './status-history';

const PLACE = {
  project: { key: 'PRJ', name: 'Project' },
  enabled: true,
  asOf: '2012-07-20T15:00:00.000Z',
};

export const excerpt = {
  ...PLACE,
  register,
  view: 'table' as const,
  filter: 'open' as const,
  band: null,
  columns: ['key', 'summary', 'score', 'owner'],
  records,
  names,
  heat: null,
  url: 'https://site.example/issues/?jql=x',
  read: records.length,
  total: 43,
  unreadable: 1,
};
export const mapExcerpt = {
  ...excerpt,
  view: 'heat-map' as const,
  records: [],
  heat: { ...heat, placing: 'inherent' as const, before: null },
};

const row = (id: string, summary: string, daysLate: number) => ({
  id,
  item: id,
  url: `https://site.example/browse/${id}`,
  summary,
  owner: 'u-1',
  dueDate: '2012-07-18',
  daysLate,
  daysLeft: daysLate === 0 ? 3 : 0,
});

/** The app as macros and their settings find it. */
export const macrosInUse = (): AppAnswers =>
  appInUse()
    .on(macros.register, () => ok(excerpt))
    .on(macros.commitments, () =>
      ok({
        ...PLACE,
        whose: 'all',
        parts: [
          { part: 'late', rows: [row('PRJ-1', 'Order the servers', 2)], count: 3 },
          { part: 'today', rows: [], count: 0 },
          { part: 'next', rows: [row('PRJ-2', 'Sign the contract', 0)], count: 1 },
        ],
        owners: [{ owner: 'u-1', open: 4, late: 3 }],
        names,
        isWhole: true,
        unseen: [],
      }),
    )
    .on(macros.projects, () => ok({ projects: [{ key: 'PRJ', name: 'Project' }] }))
    .on(macros.choices, () => ok({ ...PLACE, registers: [register] }));
