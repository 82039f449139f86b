import { confluenceCoverage } from './confluence/coverage';
import type { CoverageLine } from './coverage-line';
import { jiraCoverage } from './jira/coverage';

/** What the site serves of both products; `coverage.test.ts` holds it against the router, the manifest and the app. */
export const coverage: readonly CoverageLine[] = [...jiraCoverage, ...confluenceCoverage];
