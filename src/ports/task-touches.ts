/** One note about one task. A task may have several. */
export interface TaskTouch {
  readonly taskId: string;
  readonly key: string;
}

/** Tasks that changed in a way that may make a message due before their owner's next morning, until a run has seen them. */
export interface TaskTouches {
  touch(taskId: string): Promise<void>;
  all(): Promise<TaskTouch[]>;
  /** Forgets these; what was touched again meanwhile stays. */
  forget(touches: readonly TaskTouch[]): Promise<void>;
}
