import { loadTool } from './forge-api';
import { work } from './worker';

/**
 * Syntax trees are all that the linters look at. By default each file is type-checked again, with the whole project in
 * memory (25 s, 1.8 GB); the compiler and the bundler have done that.
 */
const SYNTAX_ONLY = { project: undefined, errorOnTypeScriptSyntacticAndSemanticIssues: false };

/** What `forge lint` does before it uploads anything: every source and the manifest through its client-side linters. */
async function lintApp(folder: string) {
  const { ConfigFile, FileSystemReader, FileSystemWriter, listGitIgnoreFiles } = loadTool(
    folder,
    '@forge/cli-shared',
  );
  const { lint, parseSourceFile, tsParser } = loadTool(folder, '@forge/lint');
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const ignored = [...(await listGitIgnoreFiles(reader)), '.git', 'node_modules'];
  const files = await reader.recursiveReadDir('./src', ignored);
  const said: string[] = [];
  let parsed = 0;
  const results = await lint(
    files,
    manifest,
    'development',
    { info: (text) => said.push(text) },
    // Atlassian's servers know which runtimes are on their way out; offline nobody does.
    { getDeprecatedRuntimes: async () => [] },
    {
      linter: { mode: 'client-side' },
      parseFunction(path) {
        parsed += 1;
        return parseSourceFile(path, (code, name) => tsParser(code, name, SYNTAX_ONLY));
      },
    },
  );
  const findings = results.flatMap(({ file, errors, warnings, approvals }) =>
    [...errors, ...warnings, ...approvals].map((rule) => ({
      file,
      line: rule.line,
      column: rule.column,
      level: rule.class,
      message: rule.message,
    })),
  );
  return { files: files.length, parsed, findings, said };
}

work(() => lintApp(process.argv[2] ?? ''));
