import {
  afterReading,
  type Commitment,
  type Person,
  type ProjectPeople,
  type Roster,
} from '../../domain/commitments';
import type { KnownPerson } from '../../ports/directory';
import type { Issues } from '../../ports/issues';
import type { ProjectConfig, SweepMemory } from '../../ports/projects';

/** Those who are named rather than met with their items (lead, sponsor, chain) are read again after this long. */
const FRESH_MS = 7 * 24 * 3_600_000;

const isFresh = (readAt: string, now: Date): boolean => now.getTime() - Date.parse(readAt) < FRESH_MS;

/** The people of one tenant during one run: who they are, and what was learnt about them. */
export class People {
  #isChanged = false;

  constructor(
    private readonly known: Record<string, KnownPerson>,
    private readonly now: Date,
  ) {}

  get isChanged(): boolean {
    return this.#isChanged;
  }

  get all(): Readonly<Record<string, KnownPerson>> {
    return this.known;
  }

  get roster(): Roster {
    return this.known;
  }

  get(accountId: string | null): Person | null {
    return accountId === null ? null : (this.known[accountId] ?? null);
  }

  /** Takes in the owners of items that were just read. */
  meet(commitments: readonly Commitment[]): void {
    for (const { owner } of commitments) if (owner) this.#learn(owner);
  }

  /** Reads those of these people whom we do not know, or not freshly. */
  async look(issues: Pick<Issues, 'persons'>, accountIds: readonly string[]): Promise<void> {
    const stale = [...new Set(accountIds)].filter(
      (id) => !this.known[id] || !isFresh(this.known[id].readAt, this.now),
    );
    if (stale.length === 0) return;
    const read = await issues.persons(stale);
    for (const person of read.values()) this.#learn(person);
    for (const id of stale) if (!read.has(id)) this.#forget(id);
  }

  #learn(person: Person): void {
    const before = this.known[person.accountId];
    const same =
      before?.zone === person.zone &&
      before.active === person.active &&
      before.displayName === person.displayName;
    if (same && isFresh(before.readAt, this.now)) return;
    const readAt = this.now.toISOString();
    this.known[person.accountId] = { ...person, readAt, ...afterReading(before, person, this.now) };
    this.#isChanged = true;
  }

  #forget(accountId: string): void {
    if (!this.known[accountId]) return;
    delete this.known[accountId];
    this.#isChanged = true;
  }
}

/** Everybody whom the policy names besides lead and sponsor. */
export function namedIn({ policy }: Pick<ProjectConfig, 'policy'>): string[] {
  const ladders = [policy.ladder, ...policy.special.map(({ ladder }) => ladder)];
  const members = ladders.flatMap(({ escalations }) =>
    escalations.flatMap(({ to }) => (to.kind === 'person' ? [to.accountId] : [])),
  );
  return [...members, ...Object.values(policy.standIns)];
}

/** The lead as Jira names them, read again now and then. */
export async function leadOf(
  issues: Pick<Issues, 'project'>,
  config: ProjectConfig,
  memory: SweepMemory,
  now: Date,
): Promise<NonNullable<SweepMemory['lead']>> {
  if (memory.lead && isFresh(memory.lead.readAt, now)) return memory.lead;
  const { leadId } = await issues.project(config.projectId);
  return { accountId: leadId, readAt: now.toISOString() };
}

export function peopleOf(people: People, config: ProjectConfig, leadId: string | null): ProjectPeople {
  const named = Object.fromEntries(
    namedIn(config).flatMap((id) => {
      const person = people.get(id);
      return person ? [[id, person]] : [];
    }),
  );
  return { lead: people.get(leadId), sponsor: people.get(config.sponsorId), named };
}
