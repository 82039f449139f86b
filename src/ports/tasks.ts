import type { LocalDate } from '../domain/calendar';

/** An inline task as Confluence keeps it. */
export interface FoundTask {
  readonly taskId: string;
  readonly pageId: string;
  readonly spaceId: string;
  /** Its words, without the box. */
  readonly text: string;
  /** The date in it; `null` where there is none. */
  readonly dueDate: LocalDate | null;
  readonly ownerId: string | null;
  readonly authorId: string | null;
  readonly createdAt: Date;
  readonly done: boolean;
  /** Keys of the issues that its text links to, in reading order. */
  readonly links: readonly string[];
}

/** Open tasks with a date in this range, both ends counted; `null` leaves an end open. */
export interface TaskQuery {
  readonly spaceIds: readonly string[];
  readonly dueFrom: LocalDate | null;
  readonly dueTo: LocalDate | null;
  /** Only what these people owe; `null`: whoever owes it. */
  readonly among: readonly string[] | null;
  readonly createdFrom: Date | null;
}

export interface TaskPage {
  readonly tasks: readonly FoundTask[];
  /** Continues the very same query; `null` at its end. */
  readonly next: string | null;
}

/** The page that a task stands on, as far as following it up needs to know. */
export interface PagePlace {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  /** Keys of the issues that its text links to, in reading order; empty where the text was not asked for. */
  readonly links: readonly string[];
}

/**
 * Reads Confluence for the follow-up. Everything is what the calling account can see.
 *
 * Every method throws AppError NO_CONFLUENCE or FORBIDDEN where the site has none for us, RATE_LIMITED, UPSTREAM_DOWN.
 */
export interface TaskSource {
  /** Ids of the spaces with these keys; a key that is out of sight is absent. */
  spaces(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** One page of tasks, in no order that counts. */
  tasks(query: TaskQuery, next: string | null): Promise<TaskPage>;
  /** The same tasks as they stand now, by id; what is deleted or out of sight is absent. */
  live(taskIds: readonly string[]): Promise<ReadonlyMap<string, FoundTask>>;
  /** Current pages by id; what is deleted or out of sight is absent. */
  pages(pageIds: readonly string[], withLinks: boolean): Promise<ReadonlyMap<string, PagePlace>>;
}
