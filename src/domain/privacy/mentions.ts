/** What stands in an account id's place once its person's data have been erased. */
const ERASED = 'erased:';
/** What stands in place of a name that was kept beside the id. */
const ERASED_NAME = 'Erased person';

/** An id of nobody, unlike any account's. `token` makes it unlike any other. */
export const erasedId = (token: string): string =>
  `${ERASED}${token.replace(/[^0-9a-z]/gi, '').slice(0, 12)}`;

export const isErasedId = (accountId: string): boolean => accountId.startsWith(ERASED);

/** An id as a whole: also where it is a part of a key such as `jira:1#ID/2026-11-18`. */
const pattern = (accountId: string): RegExp =>
  new RegExp(`(?<![A-Za-z0-9_-])${accountId.replace(/[^A-Za-z0-9]/g, '\\$&')}(?![A-Za-z0-9_-])`, 'g');

/** One place in a value where an account id stands. */
export interface Mention {
  /** `config.policy.standIns.ID`; empty for a value that is a text itself. */
  readonly path: string;
  /** What stands there: the entry of a table of people, or the thing that names the person. */
  readonly value: unknown;
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place where the id stands in a JSON value, as a value, as a part of one, or as a name of a property. */
export function mentionsOf(value: unknown, accountId: string): Mention[] {
  const id = pattern(accountId);
  const has = (text: string): boolean => text.search(id) >= 0;
  const found: Mention[] = [];
  const walk = (node: unknown, path: readonly string[], around: unknown): void => {
    if (typeof node === 'string' && has(node)) found.push({ path: path.join('.'), value: around });
    if (Array.isArray(node)) node.forEach((item, n) => walk(item, [...path, String(n)], around ?? node));
    if (!isTree(node)) return;
    for (const [name, inner] of Object.entries(node)) {
      const at = [...path, name];
      if (has(name)) found.push({ path: at.join('.'), value: inner });
      else walk(inner, at, node);
    }
  };
  walk(value, [], value);
  return found;
}

export const isMentioned = (text: string, accountId: string): boolean => text.search(pattern(accountId)) >= 0;

/** The same JSON value with `erased` wherever the id stood, and without the names that were kept beside it. */
export function withoutPerson(value: unknown, accountId: string, erased: string): unknown {
  const id = pattern(accountId);
  const replace = (text: string): string => text.replace(id, erased);
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return replace(node);
    if (Array.isArray(node)) return node.map(walk);
    if (!isTree(node)) return node;
    const isPerson = node['accountId'] === accountId || node['id'] === accountId;
    return Object.fromEntries(
      Object.entries(node).map(([name, inner]) => [
        replace(name),
        isPerson && (name === 'displayName' || name === 'name') ? ERASED_NAME : walk(inner),
      ]),
    );
  };
  return walk(value);
}

/** The same in a storage key. */
export const keyWithoutPerson = (key: string, accountId: string, erased: string): string =>
  key.replace(pattern(accountId), erased);

/**
 * Texts in a JSON value that have the form of an account id: 24 hexadecimal digits, or a number and a UUID.
 * https://developer.atlassian.com/cloud/jira/platform/user-privacy-developer-guide/
 */
export function accountIdsIn(value: unknown): string[] {
  const form =
    /(?<![A-Za-z0-9_-])(?:\d{5,}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24})(?![A-Za-z0-9_-])/g;
  return [...new Set(JSON.stringify(value)?.match(form) ?? [])];
}
