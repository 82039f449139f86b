import type { Page } from '../site/entities';
import type { SiteState } from '../site/state';
import { dateAt, instantAt } from './days';
import { bullets, dateNode, doc, heading, mention, paragraph, taskList, type TaskLine } from './document';
import { accountIdOf, displayNameOf, hasLeft, teamOf, type PersonName } from './people';
import type { SeededProject } from './projects';
import type { Random } from './random';
import { putPage, putSpace } from './space';

const WEEKS = 6;

const PROMISES = [
  (x: string) => `Send the open points on the ${x} to the vendor, by`,
  (x: string) => `Check with the country teams who needs the ${x}, by`,
  (x: string) => `Bring figures for the ${x} to the next meeting, by`,
  (x: string) => `Book the change window for the ${x}, by`,
  (x: string) => `Write down what we agreed about the ${x}, by`,
] as const;

const NOTES = [
  (x: string) => `Went through the state of the ${x}; no surprises.`,
  (x: string) => `Discussed the risk that the ${x} will not be ready in time.`,
  (x: string) => `Agreed to keep the ${x} out of the next milestone unless it is stable by then.`,
  (x: string) => `The ${x} needs a decision from the steering group.`,
] as const;

/** A promise made in a meeting: an inline task of the page, with who owes it and by when. */
interface Promised {
  readonly owner: PersonName;
  readonly text: string;
  readonly dueDay: number;
  readonly doneDay: number | null;
}

const contentOf = ({ owner, text, dueDay }: Promised): TaskLine['content'] => [
  mention(accountIdOf(owner), displayNameOf(owner)),
  ` ${text} `,
  dateNode(dateAt(dueDay)),
];

function promisesOf(
  team: readonly PersonName[],
  things: readonly string[],
  day: number,
  random: Random,
): Promised[] {
  return Array.from({ length: random.int(2, 4) }, () => {
    const dueDay = day + random.int(2, 12);
    const doneDay = day + random.int(1, 14);
    return {
      owner: random.pick(team),
      text: random.pick(PROMISES)(random.pick(things)),
      dueDay,
      doneDay: doneDay < 0 && random.chance(0.7) ? doneDay : null,
    };
  });
}

function putTasks(
  state: SiteState,
  page: Page,
  lines: readonly { promised: Promised; line: TaskLine }[],
): void {
  for (const { promised, line } of lines) {
    const doneAt = promised.doneDay === null ? null : instantAt(promised.doneDay, 15);
    const owner = accountIdOf(promised.owner);
    state.tasks.put({
      id: state.nextId(),
      localId: line.localId,
      spaceId: page.spaceId,
      pageId: page.id,
      status: doneAt === null ? 'incomplete' : 'complete',
      body: doc(paragraph(...line.content)),
      createdBy: page.authorId,
      assignedTo: owner,
      completedBy: doneAt === null ? null : owner,
      created: page.created,
      updated: doneAt ?? page.created,
      dueAt: instantAt(promised.dueDay, 0),
      completedAt: doneAt,
    });
  }
}

/** Puts a project's space in the site: home, status reports, and a page with notes and promises for each weekly meeting. */
export function seedSpace(state: SiteState, { plan }: SeededProject, random: Random): void {
  const lead = accountIdOf(plan.lead);
  const members = Object.fromEntries(teamOf(plan.key).map((name) => [accountIdOf(name), 'edit'] as const));
  const { space, home } = putSpace(state, {
    key: plan.key,
    name: plan.name,
    about: plan.description,
    authorId: lead,
    created: instantAt(-120, 9),
    everyone: plan.isPrivate ? null : 'edit',
    members: { ...members, [lead]: 'admin', [accountIdOf('stefan')]: 'admin' },
  });
  const common = { spaceId: space.id, authorId: lead };
  const meetings = putPage(state, {
    ...common,
    parentId: home.id,
    title: 'Meetings',
    body: doc(paragraph('Notes of the weekly project meeting.')),
    created: instantAt(-119, 9),
    position: 1,
  });
  const team = teamOf(plan.key).filter((name) => !hasLeft(name));
  const things = plan.areas.flatMap(([, inArea]) => inArea);
  for (let week = WEEKS; week > 0; week--) {
    // Thursdays: the last one was in the week before the seed's Monday.
    const day = 3 - 7 * week;
    const name = `${plan.key.toLowerCase()}-${dateAt(day)}`;
    const lines = promisesOf(team, things, day, random).map((promised, i) => ({
      promised,
      line: { localId: `${name}-${i + 1}`, done: promised.doneDay !== null, content: contentOf(promised) },
    }));
    const page = putPage(state, {
      ...common,
      parentId: meetings.id,
      title: `${dateAt(day)} ${plan.key} project meeting`,
      body: doc(
        paragraph(
          'Present: ',
          ...random
            .shuffle(team)
            .slice(0, 4)
            .flatMap((who) => [mention(accountIdOf(who), displayNameOf(who)), ' ']),
        ),
        heading(2, 'Notes'),
        bullets(
          ...random
            .shuffle(NOTES)
            .slice(0, 3)
            .map((note) => note(random.pick(things))),
        ),
        heading(2, 'Actions'),
        taskList(
          name,
          lines.map(({ line }) => line),
        ),
      ),
      created: instantAt(day, 14),
      position: WEEKS - week,
    });
    putTasks(state, page, lines);
  }
}
