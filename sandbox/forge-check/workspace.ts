import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './tools';

/** Atlassian's OpenAPI documents, where they lie beside the project; they are no part of a user's checkout. */
const DOCUMENTS = join(ROOT, '..', 'shared', 'contract', 'specs');

/** The linter's variable for each document; it goes to the network unless every one of them is set. */
const SWAGGER = {
  LOCAL_JIRA_SWAGGER: 'jira-platform-v3.json',
  LOCAL_JSW_SWAGGER: 'jira-software.json',
  LOCAL_CONF_SWAGGER: 'confluence-v1.json',
  LOCAL_CONF_V2_SWAGGER: 'confluence-v2.json',
  // Products that Docket never calls.
  LOCAL_JSM_SWAGGER: null,
  LOCAL_BB_SWAGGER: null,
} as const;

/** A folder of the run's own: the tools' home, their output, and the stand-ins that keep them off the network. */
export interface Workspace {
  /** Environment of the tools. */
  readonly env: NodeJS.ProcessEnv;
  /** True where the linter can hold product calls against Atlassian's documents. */
  readonly knowsScopes: boolean;
  remove(): void;
}

export function createWorkspace(documents = DOCUMENTS): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'docket-forge-'));
  const home = join(folder, 'home');
  const runtime = join(folder, 'runtime');
  const none = join(folder, 'no-paths.json');
  mkdirSync(home);
  mkdirSync(join(runtime, 'dist'), { recursive: true });
  // Atlassian's runtime around the bundle comes from its network at each deployment; here the sandbox takes that part.
  for (const name of ['wrapper.js', 'loader.js'])
    writeFileSync(join(runtime, 'dist', name), "'use strict';\n");
  writeFileSync(none, '{"paths":{}}');

  const knowsScopes = existsSync(documents);
  const swagger = Object.entries(SWAGGER).map(([variable, name]) => [
    variable,
    knowsScopes && name !== null ? join(documents, name) : none,
  ]);
  return {
    env: {
      ...process.env,
      ...Object.fromEntries(swagger),
      USE_LOCAL_SWAGGER: '1',
      FORGE_RUNTIME_PATH: runtime,
      // The tools keep caches, read settings and look for a login at home; the check must depend on none of it.
      HOME: home,
      USERPROFILE: home,
      APPDATA: home,
      LOCALAPPDATA: home,
      XDG_CONFIG_HOME: home,
      TMPDIR: folder,
      TEMP: folder,
      TMP: folder,
    },
    knowsScopes,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
