import { canBrowse } from '../../access';
import type { Issue } from '../../entities';
import { SiteError } from '../../operation';
import { type CompiledJql, JqlError, compileJql } from '../jql';
import type { Request } from '../wire';

/** The error body of the search, which differs from that of all other operations. */
export const searchError = (messages: readonly string[]): SiteError =>
  new SiteError(400, { errorMessages: messages, warningMessages: [] });

/** @throws SiteError 400 where the query does not parse, names what is not there, or restricts nothing. */
export function compileBounded(request: Request, jql: string): CompiledJql {
  const { state, caller, now } = request;
  try {
    const compiled = compileJql(jql, {
      state,
      now,
      accountId: caller.user.accountId,
      timeZone: caller.user.timeZone,
      indexedProperties: state.indexedProperties,
    });
    if (compiled.bounded) return compiled;
  } catch (error) {
    if (error instanceof JqlError) throw searchError(error.messages);
    throw error;
  }
  throw searchError([
    'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
  ]);
}

/** Every issue that matches and that the caller may see, in no order. */
export function* matching({ state, caller }: Request, compiled: CompiledJql): Generator<Issue> {
  for (const issue of compiled.candidates()) {
    if (compiled.matches(issue) && canBrowse(state, caller.user, issue)) yield issue;
  }
}
