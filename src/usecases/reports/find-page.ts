import {
  parseProperty,
  showsWrites,
  STATUS_PROPERTY,
  type AdfDoc,
  type Marks,
  type StatusProperty,
} from '../../domain/status';
import { AppError } from '../../errors';
import type { Confluence, ConfluencePage, ConfluenceProperty } from '../../ports/confluence';
import type { RememberedPage } from '../../ports/reports';
import { say } from '../../words';

export interface Sought {
  readonly projectId: string;
  /** Label of the report's period. */
  readonly period: string;
  readonly spaceId: string;
  readonly parentId: string;
  readonly title: string;
  readonly remembered: RememberedPage | null;
  /** Marks of the page as it would be written now. */
  readonly fresh: Marks;
}

/** The report's page as it stands. */
export interface FoundPage {
  readonly page: ConfluencePage;
  readonly doc: AdfDoc;
  readonly marks: Marks;
  /** The property as stored, and as ours where it is; a page that a dead run left behind has none yet. */
  readonly stored: ConfluenceProperty | undefined;
  readonly property: StatusProperty | null;
}

/** What is added to the title where somebody else's page has it. */
const SUFFIX = ' (Docket)';

/**
 * Finds the page of this project and period: by its remembered id, else by title. A page is ours by its property. One
 * without a property, under our parent, that shows something we wrote is ours too: the run that created it died before
 * it could say so. Any other page of that title is somebody's own and is left alone.
 *
 * @returns the page, or a title that is free.
 * @throws AppError BAD_INPUT where both titles belong to others.
 */
export async function findPage(
  confluence: Confluence,
  sought: Sought,
): Promise<FoundPage | { readonly freeTitle: string }> {
  const { remembered } = sought;
  if (remembered && remembered.id !== null) {
    const found = await read(confluence, sought, remembered.id);
    // After a change of the setting the old space gets no further news: it may have been too public.
    if (found?.page.spaceId === sought.spaceId) {
      return { ...found, marks: found.property?.marks ?? remembered.marks };
    }
  }
  let freeTitle: string | undefined;
  for (const title of [sought.title, sought.title + SUFFIX]) {
    const holders = await confluence.findByTitle(sought.spaceId, title);
    if (holders.length === 0) freeTitle ??= title;
    for (const holder of holders) {
      const found = await read(confluence, sought, holder.id);
      const marks = found && ownMarks(found, sought);
      if (found && marks) return { ...found, marks };
    }
  }
  if (freeTitle !== undefined) return { freeTitle };
  throw new AppError(
    'BAD_INPUT',
    say('problem.titlesTaken', { title: sought.title, other: sought.title + SUFFIX }),
  );
}

async function read(confluence: Confluence, { projectId, period }: Sought, id: string) {
  const current = await confluence.readDocument(id);
  if (!current) return undefined;
  const stored = await confluence.readProperty(id, STATUS_PROPERTY);
  const property = parseProperty(stored?.value);
  const ours = property?.project === projectId && property.week === period;
  return { ...current, stored, property: ours ? property : null, foreign: property !== null && !ours };
}

function ownMarks(
  found: NonNullable<Awaited<ReturnType<typeof read>>>,
  { remembered, parentId, fresh }: Sought,
): Marks | undefined {
  if (found.property) return found.property.marks;
  if (found.foreign || found.page.parentId !== parentId) return undefined;
  const candidates = remembered ? [remembered.marks, fresh] : [fresh];
  return candidates.find((marks) => showsWrites(found.doc, marks));
}
