/**
 * Leads each message to the field that is shown for it: `holidays.3` to `holidays`, where the list is one field. A path
 * that no shown field covers keeps its name. Messages that meet in one field stand after one another, each once.
 */
export function nearestFields(
  messages: Readonly<Record<string, string>>,
  shown: Iterable<string>,
): Readonly<Record<string, string>> {
  const places = [...shown];
  const found = new Map<string, Set<string>>();
  for (const [path, message] of Object.entries(messages)) {
    const field = places.filter((place) => covers(place, path)).reduce(longer, '') || path;
    found.set(field, (found.get(field) ?? new Set()).add(message));
  }
  return Object.fromEntries([...found].map(([field, said]) => [field, [...said].join(' ')]));
}

/** @returns Whether a path is a field or lies in it: `a.b` covers `a.b` and `a.b.0`, not `a.bc`. */
export const covers = (field: string, path: string): boolean =>
  path === field || path.startsWith(`${field}.`);

const longer = (a: string, b: string) => (b.length > a.length ? b : a);
