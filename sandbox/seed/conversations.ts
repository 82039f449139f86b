import type { Issue } from '../site/entities';
import type { SiteState } from '../site/state';
import { LINK_TYPES } from './basics';
import { REMARKS } from './catalogue';
import { SEED_NOW } from './days';
import { doc, mention, paragraph } from './document';
import { accountIdOf, displayNameOf, hasLeft, teamOf } from './people';
import type { SeededProject } from './projects';
import type { Random } from './random';

const HOUR = 3_600_000;

/** What people wrote under the issues: up to three remarks each, some of them to somebody by name. */
export function seedComments(
  state: SiteState,
  seeded: SeededProject,
  issues: readonly Issue[],
  random: Random,
) {
  const team = teamOf(seeded.plan.key).filter((name) => !hasLeft(name));
  for (const issue of issues) {
    let at = issue.created;
    for (let count = random.int(0, 3); count > 0; count--) {
      at += random.int(5, 120) * HOUR;
      if (at >= Math.min(issue.resolved ?? SEED_NOW, SEED_NOW - HOUR)) break;
      const [author, other] = random.shuffle(team);
      if (!author || !other) break;
      const remark = random.pick(REMARKS);
      state.comments.put({
        id: state.nextId(),
        issueId: issue.id,
        authorId: accountIdOf(author),
        updateAuthorId: accountIdOf(author),
        body: random.chance(0.25)
          ? doc(paragraph(mention(accountIdOf(other), displayNameOf(other)), ` ${remark}`))
          : doc(paragraph(remark)),
        created: at,
        updated: at,
        properties: {},
      });
      state.issues.patch(issue.id, { updated: Math.max(at, state.issues.get(issue.id)?.updated ?? 0) });
    }
  }
}

/** Ties between issues of one project: what blocks what, and what belongs together. */
export function seedLinks(state: SiteState, issues: readonly Issue[], random: Random): void {
  const share = 0.16;
  for (const [i, issue] of issues.entries()) {
    if (i === 0 || !random.chance(share)) continue;
    const other = random.pick(issues.slice(Math.max(0, i - 25), i));
    state.links.put({
      id: state.nextId(),
      typeId: random.chance(0.6) ? LINK_TYPES.blocks.id : LINK_TYPES.relates.id,
      inwardIssueId: issue.id,
      outwardIssueId: other.id,
    });
  }
}

/** One level, for what must not be read by the whole team, and the newest open bug of the project under it. */
export function seedSecurity(
  state: SiteState,
  seeded: SeededProject,
  issues: readonly Issue[],
  bugTypeId: string,
) {
  const secret = issues.findLast((issue) => issue.issueTypeId === bugTypeId && issue.resolved === null);
  if (!secret) throw new Error(`The seed of ${seeded.plan.key} has no open bug to hide.`);
  const level = {
    id: state.nextId(),
    name: 'Security team',
    memberIds: [
      accountIdOf(seeded.plan.lead),
      accountIdOf('stefan'),
      ...(secret.assigneeId ? [secret.assigneeId] : []),
    ],
  };
  state.securityLevels.put(level);
  state.issues.patch(secret.id, { securityLevelId: level.id });
}
