import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Exchange } from '../../sandbox/site/site';

const ROOT = resolve(__dirname, '../..');
const CHECKER = resolve(ROOT, '../shared/contract/check.mjs');

/** True where Atlassian's documents lie beside the project; they are no part of a user's checkout. */
export const contractPresent = existsSync(CHECKER);

/** `it`, or a visible skip where the documents are absent. */
export const itWithContract: jest.It = contractPresent ? it : it.skip;

if (!contractPresent)
  process.stderr.write('contract: ../shared/contract is absent, so these checks are skipped\n');

/** Statuses that Atlassian documents apart from the operations, or not at all for removed ones. */
const OUTSIDE_THE_DOCUMENTS = new Set([410, 429, 501]);

/**
 * What the documents get wrong about real sites. An entry needs the proof that real sites do otherwise.
 * A link in `issue.fields.issuelinks` holds only the other issue (so the document's own example of Get issue), while the
 * schema, shared with Get issue link, requires both ends.
 * A page version that is no longer the next is a 409 by v1's document (PUT content/{id}); v2's names no status for it.
 */
const ERRATA = [
  /fields\.issuelinks \/N must have required property '(inward|outward)Issue'/,
  /fields\.issuelinks \/N\/(inward|outward)Issue/,
  /PUT updatePage 409: status/,
];

/**
 * Holds recorded exchanges against Atlassian's OpenAPI documents and the ADF schema. Call inside `itWithContract`.
 * @throws where an exchange contradicts them, naming each contradiction.
 */
export function expectContract(exchanges: readonly Exchange[]): void {
  const checked = exchanges.filter(({ status }) => !OUTSIDE_THE_DOCUMENTS.has(status));
  if (checked.length === 0) throw new Error('Nothing was exchanged, so nothing would be checked.');
  const folder = mkdtempSync(join(tmpdir(), 'docket-contract-'));
  try {
    const file = join(folder, 'exchanges.ndjson');
    writeFileSync(file, checked.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
    const run = spawnSync(process.execPath, [CHECKER, file], { cwd: ROOT, encoding: 'utf8' });
    const lines = run.stdout.trim().split('\n');
    const count = lines.pop() ?? '';
    const contradictions = lines.filter((line) => !ERRATA.some((known) => known.test(line)));
    if (run.stderr !== '' || !count.startsWith(`${checked.length} exchanges`)) {
      throw new Error(`The contract checker did not finish: ${run.stderr || run.stdout}`);
    }
    if (contradictions.length > 0) throw new Error(`Against the documents:\n${contradictions.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
