import { z } from 'zod';
import { compose } from '../../compose';
import { noteIssueChange } from '../../usecases/note-issue-change';

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ : the event names no due date, so the run reads again. */
const IssueEvent = z.object({
  eventType: z.string(),
  issue: z.object({
    id: z.coerce.string(),
    fields: z.object({ project: z.object({ id: z.coerce.string() }) }),
  }),
  changelog: z
    .object({
      items: z.array(z.object({ field: z.string().nullish(), fieldId: z.string().nullish() })).default([]),
    })
    .nullish(),
});

/** An issue was created or changed. */
export async function issueChanged(event: unknown): Promise<void> {
  const deps = compose();
  const parsed = IssueEvent.safeParse(event);
  if (!parsed.success) {
    deps.log.warn('issue event not understood', {
      issues: parsed.error.issues.map(({ path, code }) => ({ path, code })),
    });
    return;
  }
  const { eventType, issue, changelog } = parsed.data;
  const fields = eventType.startsWith('avi:jira:created')
    ? null
    : (changelog?.items ?? []).map(({ field, fieldId }) => fieldId ?? field ?? '');
  await noteIssueChange(deps, { projectId: issue.fields.project.id, issueId: issue.id, fields });
}
