import { z } from 'zod';
import { compose } from '../../compose';
import { noteTaskChange } from '../../usecases/note-task-change';

/** https://developer.atlassian.com/platform/forge/events-reference/confluence/ : the event carries no words, so the run reads again. */
const TaskEvent = z.object({
  task: z.object({ id: z.coerce.string(), status: z.string() }),
  content: z.object({ space: z.object({ id: z.coerce.string(), key: z.string() }) }),
});

/** A task on a page was written, given to somebody, moved to another date, or done. */
export async function taskChanged(event: unknown): Promise<void> {
  const deps = compose();
  const parsed = TaskEvent.safeParse(event);
  if (!parsed.success) {
    deps.log.warn('task event not understood', {
      issues: parsed.error.issues.map(({ path, code }) => ({ path, code })),
    });
    return;
  }
  const { task, content } = parsed.data;
  await noteTaskChange(deps, {
    taskId: task.id,
    done: task.status === 'complete',
    spaceId: content.space.id,
    spaceKey: content.space.key,
  });
}
