import type { User } from '../site/entities';
import type { SiteState } from '../site/state';

interface Person {
  readonly name: string;
  readonly zone: string;
  readonly team: 'PAY' | 'NET' | 'HRP' | 'all';
  /** What they do, in the words of their profile. */
  readonly job: string;
  readonly locale?: string;
  readonly inactive?: true;
}

/**
 * Twenty invented colleagues. The order is part of the seed: ids are counted off from it. Tobias and Paula use Jira in German.
 */
const PEOPLE = {
  ines: {
    name: 'Ines Falkenrath',
    job: 'Project manager',
    zone: 'Europe/Berlin',
    team: 'PAY',
    locale: 'en-GB',
  },
  tobias: {
    name: 'Tobias Wernicke',
    job: 'Team lead, ledger',
    zone: 'Europe/Berlin',
    team: 'PAY',
    locale: 'de-DE',
  },
  ananya: {
    name: 'Ananya Deshpurkar',
    job: 'Engineer, card vault',
    zone: 'Asia/Kolkata',
    team: 'PAY',
    locale: 'en-IN',
  },
  rohit: {
    name: 'Rohit Chandekar',
    job: 'Engineer, reconciliation',
    zone: 'Asia/Kolkata',
    team: 'PAY',
    locale: 'en-IN',
  },
  claire: {
    name: 'Claire Ashdown',
    job: 'Project coordinator',
    zone: 'Europe/London',
    team: 'PAY',
    locale: 'en-GB',
  },
  marcus: { name: 'Marcus Oyelaran', job: 'Team lead, gateway', zone: 'America/New_York', team: 'PAY' },
  helena: {
    name: 'Helena Quintao',
    job: 'Test manager',
    zone: 'America/Sao_Paulo',
    team: 'PAY',
    locale: 'pt-BR',
  },
  derek: { name: 'Derek Solheim', job: 'Project manager', zone: 'America/Los_Angeles', team: 'NET' },
  mei: { name: 'Mei Tanabe', job: 'Logistics', zone: 'America/Los_Angeles', team: 'NET' },
  bishal: { name: 'Bishal Gurungthapa', job: 'Network engineer', zone: 'Asia/Kathmandu', team: 'NET' },
  sunita: { name: 'Sunita Maharkoti', job: 'Network engineer', zone: 'Asia/Kathmandu', team: 'NET' },
  owen: {
    name: 'Owen Trevanick',
    job: 'Project coordinator',
    zone: 'Europe/London',
    team: 'NET',
    locale: 'en-GB',
  },
  paula: {
    name: 'Paula Drexelius',
    job: 'Security engineer',
    zone: 'Europe/Berlin',
    team: 'NET',
    locale: 'de-DE',
  },
  gabriel: {
    name: 'Gabriel Montrose',
    job: 'Network engineer',
    zone: 'America/New_York',
    team: 'NET',
    inactive: true,
  },
  fiona: {
    name: 'Fiona Karrabee',
    job: 'Project manager',
    zone: 'Australia/Sydney',
    team: 'HRP',
    locale: 'en-AU',
  },
  liam: {
    name: 'Liam Wattlebury',
    job: 'HR specialist',
    zone: 'Australia/Sydney',
    team: 'HRP',
    locale: 'en-AU',
  },
  priya: {
    name: 'Priya Nambisan',
    job: 'Project coordinator',
    zone: 'Asia/Kolkata',
    team: 'HRP',
    locale: 'en-IN',
  },
  thiago: {
    name: 'Thiago Albernaz',
    job: 'Data migration',
    zone: 'America/Sao_Paulo',
    team: 'HRP',
    locale: 'pt-BR',
  },
  ruth: { name: 'Ruth Abernethy', job: 'Sponsor', zone: 'America/New_York', team: 'all' },
  stefan: {
    name: 'Stefan Holzapfel',
    job: 'Site admin',
    zone: 'Europe/Berlin',
    team: 'all',
    locale: 'en-GB',
  },
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof PEOPLE;

const NAMES = Object.keys(PEOPLE) as PersonName[];
const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

/** The account id of one of the seed's people, in the shape that Atlassian gives to newer accounts. */
export function accountIdOf(name: PersonName): string {
  const number = NAMES.indexOf(name) + 1;
  // 2^32 over the golden ratio spreads neighbours apart, so that ids look and sort like ids and not like a list.
  const spread = Math.imul(number, 0x9e3779b1) >>> 0;
  return `712020:${hex(spread, 8)}-5e3d-4d0c-8a7e-${hex(number, 4)}${hex((spread ^ 0xd0c4e7) >>> 0, 8)}`;
}

/** The people who work on a project, without those who oversee all of them. */
export function teamOf(projectKey: 'PAY' | 'NET' | 'HRP'): PersonName[] {
  return NAMES.filter((name) => PEOPLE[name].team === projectKey);
}

export function displayNameOf(name: PersonName): string {
  return PEOPLE[name].name;
}

/** True where the person has left: their account is there and inactive. */
export function hasLeft(name: PersonName): boolean {
  return 'inactive' in PEOPLE[name];
}

/** Who may administer the whole site. */
export const SITE_ADMIN: PersonName = 'stefan';

export function seedPeople(state: SiteState): void {
  for (const name of NAMES) {
    const person: Person = PEOPLE[name];
    const accountId = accountIdOf(name);
    const user: User = {
      id: accountId,
      accountId,
      displayName: person.name,
      jobTitle: person.job,
      emailAddress: `${person.name.toLowerCase().replace(' ', '.')}@example.com`,
      timeZone: person.zone,
      locale: person.locale ?? 'en-US',
      active: !person.inactive,
      accountType: 'atlassian',
      siteAdmin: name === SITE_ADMIN,
    };
    state.users.put(user);
  }
}
