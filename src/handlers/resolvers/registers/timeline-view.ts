import type { TimelineEntry } from '../../../contract/register-views';
import { sameJson } from '../../../domain/json';
import type { AuditEntry } from '../../../ports/records';

/** A change as it is shown: the fields that differ, and the state before and after. */
export function timelineView({ at, actor, action, from, to, reason }: AuditEntry): TimelineEntry {
  const fields = [...new Set([...Object.keys(from?.values ?? {}), ...Object.keys(to.values)])];
  return {
    at,
    actor,
    action,
    revision: to.revision,
    state: { from: from?.state ?? null, to: to.state },
    changes: fields
      .map((field) => ({ field, from: from?.values[field] ?? null, to: to.values[field] ?? null }))
      .filter((change) => !sameJson(change.from, change.to)),
    reason,
  };
}
