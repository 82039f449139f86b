/**
 * Which item of a menu a key leads to, after https://www.w3.org/WAI/ARIA/apg/patterns/menubar/.
 *
 * @param at counted from 0. @returns `null` for keys that lead to none.
 */
export function itemAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
