import { ApiProblem } from '../../api/problem';
import { toProblem } from '../../shared/use-call';

/** The same problem with its fields under other names: two forms of one screen must not share the ids of fields. */
export function withPaths(error: unknown, rename: (path: string) => string): ApiProblem {
  const { code, message, fields, current } = toProblem(error);
  const named = Object.fromEntries(Object.entries(fields).map(([path, text]) => [rename(path), text]));
  return new ApiProblem({ code, message, fields: named, current }, { cause: error });
}
