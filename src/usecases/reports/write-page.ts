import {
  editedSections,
  mergePage,
  notesNodes,
  STATUS_PROPERTY,
  toProperty,
  type Marks,
  type Section,
  type Snapshot,
} from '../../domain/status';
import { AppError, isAppError } from '../../errors';
import type { Confluence, ConfluencePage } from '../../ports/confluence';
import { findPage, type FoundPage, type Sought } from './find-page';

export interface PageToWrite extends Omit<Sought, 'fresh'> {
  /** What the page says in figures; `null` before there are any. */
  readonly snapshot: Snapshot | null;
  /** The sections as they would be now, given the keys of those that are left to people. */
  readonly draft: (kept: readonly string[]) => readonly Section[];
  /** For the page's own history: why it was written. */
  readonly what: string;
  /** Called before a page is created: what is told here lets a later run recognise it. */
  readonly announce: (title: string, marks: Marks) => Promise<void>;
  /** Called before a page is created. @throws AppError where it cannot be put under its parent. */
  readonly checkParent: () => Promise<void>;
}

export interface WrittenPage {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly page: ConfluencePage;
  readonly marks: Marks;
  /** What the page says: where nothing changed, the snapshot that it was written from. */
  readonly shown: Snapshot | null;
}

/** Somebody may save the page between our reading and our writing; more often than this, it is being edited right now. */
const MAX_TRIES = 4;

/**
 * Brings the report's page up to date, or creates it. Safe to run twice, at once, or after a run that died: whatever is
 * there is read first, and a write that lost a race starts again from the reading.
 *
 * @throws AppError of the last try.
 */
export async function writePage(confluence: Confluence, target: PageToWrite): Promise<WrittenPage> {
  const fresh = mergePage(EMPTY, {}, target.draft([])).marks;
  let done: 'created' | 'updated' | undefined;
  for (let tries = 1; ; tries++) {
    try {
      const found = await findPage(confluence, { ...target, fresh });
      if ('page' in found) {
        const written = await update(confluence, target, found, () => (done ??= 'updated'));
        return { ...written, outcome: done ?? written.outcome };
      }
      return await create(confluence, target, found.freeTitle, () => (done = 'created'));
    } catch (error) {
      // Gone or changed under our hands: a page that is trashed meanwhile is created anew by the next try.
      if (!isAppError(error, 'CONFLICT', 'NOT_FOUND') || tries === MAX_TRIES) throw error;
    }
  }
}

const EMPTY = { version: 1, type: 'doc', content: [] } as const;

async function create(
  confluence: Confluence,
  target: PageToWrite,
  title: string,
  onWritten: () => void,
): Promise<WrittenPage> {
  await target.checkParent();
  const { spaceId, parentId, snapshot } = target;
  const { doc, marks } = mergePage(EMPTY, {}, target.draft([]));
  const whole = { ...doc, content: [...doc.content, ...notesNodes()] };
  await target.announce(title, marks);
  const page = await createPage(confluence, { spaceId, parentId, title, doc: whole });
  onWritten();
  const property = propertyOf(target, marks);
  await confluence.writeProperty(page.id, STATUS_PROPERTY, property, undefined);
  return { outcome: 'created', page, marks, shown: snapshot };
}

const propertyOf = ({ projectId, period, snapshot }: PageToWrite, marks: Marks): object =>
  toProperty({ project: projectId, week: period, marks, snapshot });

/** A title that was taken since we looked, by another run of ours or by a person, is a lost race and not bad input. */
async function createPage(confluence: Confluence, page: Parameters<Confluence['createPage']>[0]) {
  try {
    return await confluence.createPage(page);
  } catch (cause) {
    if (!isAppError(cause, 'BAD_INPUT')) throw cause;
    const holders = await confluence.findByTitle(page.spaceId, page.title);
    if (holders.length === 0) throw cause;
    throw new AppError('CONFLICT', cause.words, { cause });
  }
}

async function update(
  confluence: Confluence,
  target: PageToWrite,
  { page, doc, marks, stored, property }: FoundPage,
  onWrite: () => void,
): Promise<WrittenPage> {
  const kept = editedSections(doc, marks, target.draft([]));
  const merged = mergePage(doc, marks, target.draft(kept));
  if (!merged.changed && property) {
    return { outcome: 'unchanged', page, marks: property.marks, shown: property.snapshot ?? target.snapshot };
  }
  // The property goes first: it knows the old text as well as the new, so that a run that dies between the two writes
  // leaves a page whose sections are still recognised.
  const value = propertyOf(target, merged.marks);
  await confluence.writeProperty(page.id, STATUS_PROPERTY, value, stored);
  if (!merged.changed) return { outcome: 'unchanged', page, marks: merged.marks, shown: target.snapshot };
  onWrite();
  const message = `Docket: ${target.what}`;
  const next = await confluence.updatePage({ base: page, doc: merged.doc, message });
  return { outcome: 'updated', page: next, marks: merged.marks, shown: target.snapshot };
}
