/** @returns A page's number, from the number itself or from the address that a person copies out of the browser. */
export function pageIdOf(written: string): string | null {
  const trimmed = written.trim();
  if (/^\d+$/.test(trimmed)) return trimmed;
  return /\/pages\/(?:edit(?:-v2)?\/)?(\d+)|[?&]pageId=(\d+)/.exec(trimmed)?.slice(1).find(Boolean) ?? null;
}
