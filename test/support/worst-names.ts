import type { Page } from 'playwright-core';
import type { Answering } from './screens';

/** Names as people give them: no place to break, from right to left, and letters of many code points. */
export const WORST_NAMES = ['W'.repeat(255), 'مريم بنت سليم '.repeat(18), '👩🏽‍🚀'.repeat(36)] as const;

/** What people write themselves, wherever it stands in an answer. */
const NAMED = new Set([
  ...['summary', 'displayName', 'why', 'rule', 'reason', 'names', 'item', 'phase', 'milestone', 'highlights'],
  ...['next', 'text', 'note', 'comment'],
]);

/** The app's answers with the worst of names in every place of a name. */
export function withWorstNames(app: Answering): Answering {
  let turn = 0;
  const spoilt = (value: unknown, isName: boolean): unknown => {
    if (typeof value === 'string') return isName ? WORST_NAMES[(turn += 1) % WORST_NAMES.length] : value;
    if (Array.isArray(value)) return value.map((one) => spoilt(one, isName));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        spoilt(inner, key === 'names' || (typeof inner === 'string' && NAMED.has(key)) || isName),
      ]),
    );
  };
  return { invoke: async (name, request) => spoilt(await app.invoke(name, request), false) };
}

/** As text: it runs in the page. */
const MISTURNED = `(() => {
  const faults = [];
  const isIsolated = (element) => {
    const { display, unicodeBidi } = getComputedStyle(element);
    return display !== 'inline' || /isolate|plaintext/.test(unicodeBidi);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.includes('مريم') || /[\\u2066-\\u2068]/.test(node.data)) continue;
    let element = node.parentElement;
    if (element.closest('script, option')) continue;
    // Up to where other words stand beside the name.
    let inside = node.data.trim();
    while (!isIsolated(element) && element.textContent.trim() === inside) element = element.parentElement;
    if (element.textContent.trim() !== inside) faults.push(element.className + ' ' + element.textContent.slice(0, 80));
  }
  return faults;
})()`;

/** Where a name from right to left stands in a line with other words and may turn them, one line each. */
export const misturned = (page: Page): Promise<string[]> => page.evaluate<string[]>(MISTURNED);
