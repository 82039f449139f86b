import { loadTool, type ForgeLogger } from './forge-api';
import { work } from './worker';

/** What `forge deploy` does before it uploads: every handler of the manifest, through the same webpack set-up. */
async function bundleApp(folder: string) {
  const { ConfigFile, FileSystemReader, FileSystemWriter } = loadTool(folder, '@forge/cli-shared');
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = loadTool(folder, '@forge/bundler');
  const warnings: string[] = [];
  const logger: ForgeLogger = {
    debug: () => undefined,
    trace: () => undefined,
    info: () => undefined,
    warn: (text) => void warnings.push(text),
    error: (error) => void warnings.push(String(error)),
  };
  const fileSystemReader = new FileSystemReader();
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter());
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader }), config);
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints });
  return { folder: outputDir, entries: entryPoints.map(({ name }) => name), warnings };
}

work(() => bundleApp(process.argv[2] ?? ''));
