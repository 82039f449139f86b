import { joined, say, type Text } from '../../words';
import type { ConfiguredRegister } from './configure';
import type { Values } from './define';
import type { Refusal } from './refusal';
import { fieldOf } from './terms';

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
  const fields: Record<string, Text> = {};
  for (const [key, field] of Object.entries(register.fields)) {
    if (field.kind !== 'issueLinks') continue;
    const targets = keysIn(values, key);
    if (targets.includes(issueKey)) fields[key] = say('registers.links.itself', { key: issueKey });
    else if (field.acyclic) {
      const circle = circleFrom(issueKey, targets, (target) => keysIn(others.get(target) ?? {}, key));
      if (circle)
        fields[key] = say('registers.links.circle', { circle: circle.join(' > '), key: circle[1] ?? '' });
    }
  }
  const problems = Object.entries(fields).map(([key, why]) => joined([fieldOf(register, key), why], ': '));
  return problems.length > 0 ? { message: joined(problems), fields } : null;
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
