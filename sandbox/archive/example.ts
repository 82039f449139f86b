import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A line of an archive, before it is JSON; whatever a test wants to try. */
type Raw = Readonly<Record<string, unknown>>;

/** For tests: a small archive's lines with everything a line needs, changed where a test says so. */
export const line = {
  project: (change: Raw = {}): Raw => ({
    kind: 'project',
    key: 'OWL',
    id: '500',
    description: 'Night shift tooling',
    components: ['Nest'],
    issueTypes: [{ name: 'Bug', subtask: false }],
    versions: [],
    ...change,
  }),
  user: (change: Raw = {}): Raw => ({
    kind: 'user',
    accountId: 'acc-1',
    displayName: 'Person One',
    timeZone: 'Europe/Berlin',
    active: true,
    ...change,
  }),
  version: (id: string, change: Raw = {}): Raw => ({
    id,
    name: `v${id}`,
    archived: false,
    released: true,
    ...change,
  }),
  issue: (number: number, change: Raw = {}): Raw => ({
    kind: 'issue',
    key: `OWL-${number}`,
    id: String(9000 + number),
    project: 'OWL',
    summary: `Issue ${number}`,
    description: '',
    issuetype: 'Bug',
    subtask: false,
    parent: null,
    status: 'Open',
    statusCategory: 'new',
    priority: 'High',
    resolution: null,
    created: '2012-07-02T08:00:00.000+0000',
    updated: '2012-07-02T08:00:00.000+0000',
    resolutiondate: null,
    assignee: 'acc-1',
    reporter: 'acc-1',
    labels: [],
    components: [],
    fixVersions: [],
    links: [],
    sprints: [],
    comments: [],
    ...change,
  }),
};

/** Writes lines (JSON, or raw text where a string is given) to a file of its own; gzipped where the name says so. */
export function writeArchive(lines: readonly (Raw | string)[], name = 'archive.ndjson'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'docket-archive-')), name);
  const text = lines.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join('');
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}
