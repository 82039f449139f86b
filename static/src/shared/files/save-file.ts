import { inSentence } from '../i18n';

const KEPT_MS = 60_000;

/** Hands a file to the browser, which keeps it in the person's downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser fetches the content in its own time, and later than this turn where it asks the person first.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** `ABC risks 2026-07-20.csv`: project, what it is, date or period. */
export const fileName = (project: string, what: string, when: string, extension: string): string =>
  `${project} ${inSentence(what)} ${when}.${extension}`.replace(/[/\\:*?"<>|]/g, ' ');
