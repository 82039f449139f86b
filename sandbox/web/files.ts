import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'assets');
const kept = new Map<string, string>();

/** The text of a file in `sandbox/web/assets`, read once. */
export async function fileOf(name: 'style.css' | 'front.js' | 'bridge.js' | 'icon.svg'): Promise<string> {
  const text = kept.get(name) ?? (await readFile(join(FOLDER, name), 'utf8'));
  kept.set(name, text);
  return text;
}
