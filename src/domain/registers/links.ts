import type { ConfiguredRegister } from './configure';
import type { Values } from './define';
import type { Refusal } from './refusal';

/** A record by the key of its issue, as far as its links matter. */
export type LinkedRecords = ReadonlyMap<string, Values>;

/**
 * Why a record's links cannot stand: it names its own issue, or links that must lead on lead back to it.
 *
 * @param issueKey Of the record; `null` while it has no issue.
 * @param others The register's other records.
 */
export function checkLinks(
  register: ConfiguredRegister,
  issueKey: string | null,
  values: Values,
  others: LinkedRecords,
): Refusal | null {
  if (issueKey === null) return null;
  const fields: Record<string, string> = {};
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.kind !== 'issueLinks') continue;
    const targets = keysIn(values, key);
    if (targets.includes(issueKey)) fields[key] = `${issueKey} cannot link to itself. Take it out.`;
    else if (field.acyclic) {
      const circle = circleFrom(issueKey, targets, (target) => keysIn(others.get(target) ?? {}, key));
      if (circle)
        fields[key] =
          `These links go round in a circle: ${circle.join(' > ')}. Take ${circle[1]} out, or the link that leads back.`;
    }
  }
  const problems = Object.entries(fields).map(([key, why]) => `${register.fields[key]?.label}: ${why}`);
  return problems.length > 0 ? { message: problems.join(' '), fields } : null;
}

/** The shortest way along the links from a record back to itself; `null` where there is none. */
function circleFrom(
  start: string,
  targets: readonly string[],
  linksOf: (key: string) => readonly string[],
): string[] | null {
  const seen = new Set<string>(targets);
  const ways = targets.map((target) => [start, target]);
  for (const way of ways) {
    for (const next of linksOf(way.at(-1) ?? start)) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

const keysIn = (values: Values, key: string): string[] => {
  const links = values[key];
  return Array.isArray(links) ? links.filter((link) => typeof link === 'string') : [];
};
