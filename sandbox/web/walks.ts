import type { Sandbox } from '../index';
import { accountIdOf, type PersonName } from '../seed/people';
import type { Issue, User } from '../site/entities';
import type { Door } from './door';
import { newestReminder, readLedger } from './messages';

/** A way through the product for somebody who has never seen it: as whom, where it begins, and what to do there. */
export interface Walk {
  readonly title: string;
  readonly user: User;
  readonly path: string;
  readonly what: string;
}

interface PlannedWalk {
  readonly title: string;
  readonly as: PersonName;
  readonly path: (door: Door) => string | undefined;
  readonly what: string;
}

const DOCKET = '/projects/PAY/docket';

/** Where the newest reminder stands that went to this person about PAY. */
export function reminderPath({ host }: Pick<Sandbox, 'host'>, to: PersonName): string | undefined {
  const found = newestReminder(
    readLedger(host).messages,
    ({ item, recipient }) => item.startsWith('PAY-') && recipient === accountIdOf(to),
  );
  return found && `/browse/${found.item}#comment-${found.commentId}`;
}

/** The page of the meeting whose promise was followed up last. */
function meetingPath({ sandbox: { host, state } }: Door): string | undefined {
  const found = newestReminder(readLedger(host).messages, () => true, 'page');
  const page = found && state.pages.get(found.target.id);
  const space = page && state.spaces.get(page.spaceId);
  return space && `/wiki/spaces/${space.key}/pages/${page.id}`;
}

function issueWith({ sandbox }: Door, summary: string): Issue | undefined {
  const [project] = sandbox.state.projects.where('key', 'PAY');
  if (!project) return undefined;
  return sandbox.state.issues.where('project', project.id).find((issue) => issue.summary === summary);
}

/** Waits for the sponsor in the seed's records. */
const CHANGE = 'Move the Nordic cut-over behind the change freeze of the banks';

const WALKS: readonly PlannedWalk[] = [
  {
    title: 'See why a reminder was sent',
    as: 'claire',
    path: ({ sandbox }) => reminderPath(sandbox, 'claire'),
    what: 'Docket’s comment says what is late and why it tells whom. Docket’s panel, above the comments, shows what comes next, and when.',
  },
  {
    title: 'Add a risk',
    as: 'claire',
    path: () => `${DOCKET}/registers/risk`,
    what: 'Choose “Add risk”, rate probability and impact, and watch the score. Then open the heat map.',
  },
  {
    title: 'Approve a change',
    as: 'ruth',
    path: (door) => {
      const issue = issueWith(door, CHANGE);
      return issue && `${DOCKET}/registers/change/${issue.key}`;
    },
    what: 'The change costs 42,000 euros and four weeks: more than the project manager may decide. The sponsor’s vote decides.',
  },
  {
    title: 'Approve and publish the report',
    as: 'ines',
    path: () => `${DOCKET}/reports`,
    what: 'Look at each colour and its reason, change one if you disagree, approve, and publish. The page is in Confluence at once.',
  },
  {
    title: 'Follow up what a meeting promised',
    as: 'claire',
    path: meetingPath,
    what: 'The tasks in the minutes have owners and dates. Docket reminds in the comments below, and lists them under Commitments.',
  },
  {
    title: 'Answer for your team, in German',
    as: 'tobias',
    path: () => `${DOCKET}/reports`,
    what: 'A team lead writes what is done, next and blocked. Tobias uses Jira in German, so Docket speaks German too.',
  },
  {
    title: 'Promise another date',
    as: 'ananya',
    path: ({ sandbox }) => reminderPath(sandbox, 'ananya'),
    what: 'The owner of late work snoozes the reminders or names a new date in the panel. Move the clock: Docket keeps to it.',
  },
  {
    title: 'Follow the first-run guide',
    as: 'stefan',
    path: () => '/admin/docket',
    what: 'The admin page leads from the installation over a dry run to the first real week, and shows how Docket is doing.',
  },
];

/** The walks that this site has people and places for; a site from an archive has none. */
export function walksOf(door: Door): Walk[] {
  const { state } = door.sandbox;
  return WALKS.flatMap(({ title, as, path: pathOf, what }) => {
    const user = state.users.get(accountIdOf(as));
    const path = user?.active ? pathOf(door) : undefined;
    return user && path !== undefined ? [{ title, user, path, what }] : [];
  });
}
