import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * The few parts of Atlassian's tools that the check uses. They are no dependency of the project, so its compiler cannot see
 * their own declarations; the versions are exact in tools/package.json, and a part that is missing fails the check.
 */

interface FileReader {
  recursiveReadDir(folder: string, ignore: readonly string[]): Promise<string[]>;
}

interface Handler {
  readonly module: string;
  readonly func: string;
}

interface ConfigFile {
  readConfig(): Promise<unknown>;
  getAppHandlers(): Promise<Handler[]>;
}

export interface ForgeShared {
  readonly FileSystemReader: new () => FileReader;
  readonly FileSystemWriter: new () => unknown;
  readonly ConfigFile: new (reader: FileReader, writer: unknown) => ConfigFile;
  listGitIgnoreFiles(reader: FileReader): Promise<string[]>;
}

export interface ForgeLogger {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(error: unknown): void;
  trace(text: string): void;
}

interface LintRule {
  readonly class: 'error' | 'warning' | 'approval';
  readonly message: string;
  readonly reference: string;
  readonly line: number;
  readonly column: number;
}

interface LintResult {
  readonly file: string;
  readonly errors: readonly LintRule[];
  readonly warnings: readonly LintRule[];
  readonly approvals: readonly LintRule[];
}

type Parser = (code: string, path: string, options?: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface ForgeLint {
  readonly tsParser: Parser;
  parseSourceFile(path: string, parser: Parser): Promise<unknown>;
  lint(
    files: readonly string[],
    manifest: unknown,
    environment: string,
    logger: Pick<ForgeLogger, 'info'>,
    featureService: { getDeprecatedRuntimes(): Promise<readonly string[]> },
    config: {
      readonly linter: { readonly mode: 'client-side' };
      readonly parseFunction: (path: string) => Promise<unknown>;
    },
  ): Promise<readonly LintResult[]>;
}

interface EntryPoint {
  readonly name: string;
  readonly path: string;
}

export interface ForgeBundler {
  getEntryPoints(handlers: readonly Handler[]): EntryPoint[];
  getWrapperProvider(parts: { readonly fileSystemReader: FileReader }): unknown;
  getNodeBundler(
    logger: ForgeLogger,
    wrapperProvider: unknown,
    config: ConfigFile,
  ): {
    bundle(options: {
      readonly appDirectory: string;
      readonly entryPoints: readonly EntryPoint[];
    }): Promise<{ readonly outputDir: string }>;
  };
}

interface Tools {
  readonly '@forge/bundler': ForgeBundler;
  readonly '@forge/cli-shared': ForgeShared;
  readonly '@forge/lint': ForgeLint;
}

/** Loads one of the tools from the folder where `ensureTools` put them. @throws Error where it is not there. */
export function loadTool<Name extends keyof Tools>(folder: string, name: Name): Tools[Name] {
  return createRequire(join(folder, 'package.json'))(name) as Tools[Name];
}
