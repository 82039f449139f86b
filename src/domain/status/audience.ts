import type { Facts, Item } from './facts';

/**
 * Who a page is for. It shows facts of Jira to whoever sees its space, whether or not they may browse the project:
 * `space` says that this is meant, `project` leaves out what only Jira should tell.
 */
export type Audience = 'project' | 'space';

/** What the choice means, for the page and for whoever makes it. */
export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  space:
    'Whoever sees this page sees titles and owners from Jira on it. Issues with a security level are left out, but for those that a project admin has named.',
  project:
    'Titles and owners are left out: the links show them in Jira to whoever may browse the project. Issues with a security level are not counted, but for those that a project admin has named.',
};

const UNNAMED = 'See in Jira';

/** The facts as this audience may read them. */
export function forAudience(facts: Facts, audience: Audience): Facts {
  if (audience === 'space') return facts;
  const { registers } = facts;
  const untitled = <T extends { readonly summary: string }>(lines: readonly T[]): T[] =>
    lines.map((one) => ({ ...one, summary: '' }));
  return {
    ...facts,
    owners: facts.owners.map((row) => ({
      ...row,
      owner: row.owner && { ...row.owner, name: UNNAMED },
      oldest: withoutNames(row.oldest),
    })),
    dueNextWeek: { ...facts.dueNextWeek, items: facts.dueNextWeek.items.map(withoutNames) },
    registers: {
      ...registers,
      risks: untitled(registers.risks),
      attention: { ...registers.attention, items: untitled(registers.attention.items) },
      decided: { ...registers.decided, items: untitled(registers.decided.items) },
    },
  };
}

const withoutNames = (item: Item): Item => ({
  ...item,
  summary: '',
  owner: item.owner && { ...item.owner, name: UNNAMED },
});
