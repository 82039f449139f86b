import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'assets');
const kept = new Map<string, string>();

type FileName = 'front.js' | 'dock.js' | 'bridge.js' | 'icon.svg';
type SheetName = 'base.css' | 'content.css' | 'documents.css' | 'chrome.css';

/** The text of a file in `sandbox/web/assets`, read once. */
export async function fileOf(name: FileName | SheetName): Promise<string> {
  const text = kept.get(name) ?? (await readFile(join(FOLDER, name), 'utf8'));
  kept.set(name, text);
  return text;
}

const SHEETS: readonly SheetName[] = ['base.css', 'content.css', 'documents.css', 'chrome.css'];

/** The rules of all pages in one answer. */
export const styleSheet = async (): Promise<string> => (await Promise.all(SHEETS.map(fileOf))).join('\n');
