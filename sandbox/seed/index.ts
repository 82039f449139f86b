import type { SiteState } from '../site/state';
import { ISSUE_TYPES, seedBasics } from './basics';
import { seedComments, seedLinks, seedSecurity } from './conversations';
import { seedIssues } from './issues';
import { seedMeasures } from './measures';
import { seedSpace } from './meetings';
import { seedPeople } from './people';
import { seedProjects } from './projects';
import { createRandom } from './random';

export { SEED_NOW } from './days';
export { SEED_SPONSORS } from './projects';

/** Any number will do; this one is part of the seed, since every choice follows from it. */
const SEED = 20_261_116;

const MEASURES_SEED = SEED + 1_000;

/**
 * Fills an empty site with three IT projects as they stand on the Monday of `SEED_NOW`: twenty people in eight zones,
 * four hundred issues, meetings with promises. The same on every machine and at every call.
 */
export function seedDemoSite(state: SiteState): void {
  seedBasics(state);
  seedPeople(state);
  for (const [i, seeded] of seedProjects(state).entries()) {
    // A stream of its own for each project: a change to one leaves the others as they are.
    const random = createRandom(SEED + i);
    const issues = seedIssues(state, seeded, random);
    // Measures draw from a stream of their own too, so that the story is the same with them as without.
    seedMeasures(state, issues, createRandom(MEASURES_SEED + i));
    seedComments(state, seeded, issues, random);
    seedLinks(state, issues, random);
    if (seeded.plan.key === 'PAY') seedSecurity(state, seeded, issues, ISSUE_TYPES.bug.id);
    seedSpace(state, seeded, random);
  }
}
