import type { Random } from '../../sandbox/seed/random';
import type { TenantPerson, TenantProject } from './types';

/** Twelve, half-hour and 45-minute ones among them, with the share of people who live there. */
const ZONES = [
  ['Europe/Berlin', 5],
  ['Europe/London', 4],
  ['America/New_York', 4],
  ['Asia/Kolkata', 4],
  ['America/Los_Angeles', 3],
  ['America/Sao_Paulo', 2],
  ['Australia/Sydney', 2],
  ['Asia/Tokyo', 2],
  ['Asia/Kathmandu', 1],
  ['Australia/Adelaide', 1],
  ['Pacific/Chatham', 1],
  ['America/St_Johns', 1],
] as const;

const INACTIVE_SHARE = 0.06;

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

/** As many people as asked for, at least one in each zone where they suffice. */
export function makePeople(random: Random, count: number): TenantPerson[] {
  return Array.from({ length: count }, (_, i) => ({
    accountId: `712020:${hex(random.int(0, 0xffffffff), 8)}-4b1d-4d0c-8a7e-${hex(i + 1, 12)}`,
    name: `Person ${i + 1}`,
    zone: ZONES[i]?.[0] ?? random.weighted(ZONES),
    // The first ones are the leads and sponsors, who must be there for the policy to have somebody to tell.
    active: i < count / 2 || !random.chance(2 * INACTIVE_SHARE),
  }));
}

const TEAM_SIZE = 11;
const SPONSORED_SHARE = 0.6;

/** Project keys of three letters: `PAA`, `PAB`, ... */
const keyAt = (index: number): string =>
  `P${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(65 + (index % 26))}`;

/** Projects with a lead each, a team around them, and a sponsor for some. */
export function makeProjects(
  random: Random,
  people: readonly TenantPerson[],
  count: number,
): TenantProject[] {
  const ids = people.map(({ accountId }) => accountId);
  const able = people.filter(({ active }) => active).map(({ accountId }) => accountId);
  return Array.from({ length: count }, (_, i) => {
    const leadId = able[i % able.length] as string;
    const others = random.shuffle(ids.filter((id) => id !== leadId)).slice(0, TEAM_SIZE - 1);
    const sponsors = able.filter((id) => id !== leadId);
    return {
      id: String(20_001 + i),
      key: keyAt(i),
      leadId,
      sponsorId: random.chance(SPONSORED_SHARE) ? random.pick(sponsors) : null,
      team: [leadId, ...others],
    };
  });
}
