import { router, showFlag, view } from '@forge/bridge';
import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { z } from 'zod';

const Project = z.object({ id: z.string(), key: z.string().catch('') });

const Context = z.object({
  accountId: z.string().catch(''),
  locale: z.string().catch('en-US'),
  timezone: z.string().catch('UTC'),
  siteUrl: z.string().catch(''),
  moduleKey: z.string().catch(''),
  extension: z.record(z.string(), z.unknown()).catch({}),
  theme: z
    .object({ colorMode: z.enum(['light', 'dark', 'auto']) })
    .nullish()
    .catch(null),
});

/** Who looks, and where the module stands. For display only: what is allowed, the app decides by its own context. */
export interface Viewer {
  /** Empty for somebody who is not logged in. */
  readonly accountId: string;
  /** Empty outside of projects, as is its key. */
  readonly projectId: string;
  readonly projectKey: string;
  /** As the manifest names the module. */
  readonly moduleKey: string;
  /** BCP 47, for `Intl`. */
  readonly locale: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly siteUrl: string;
  /** Depends on the module: the project, the issue, the macro's configuration. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/** Reads the context and takes on the product's theme. */
export async function openView(): Promise<Viewer> {
  const context = Context.parse(await view.getContext());
  await view.theme.enable();
  // Products bring the tokens' values along. Where a host only names the colour mode, ours are loaded.
  if (getComputedStyle(document.documentElement).getPropertyValue('--ds-text') === '') {
    const named = document.documentElement.dataset['colorMode'];
    const colorMode = named === 'dark' || named === 'light' ? named : (context.theme?.colorMode ?? 'auto');
    await setGlobalTheme({ colorMode });
  }
  const project = Project.safeParse(context.extension['project']).data;
  return {
    accountId: context.accountId,
    projectId: project?.id ?? '',
    projectKey: project?.key ?? '',
    moduleKey: context.moduleKey,
    locale: supportedLocale(context.locale),
    timeZone: context.timezone,
    siteUrl: context.siteUrl,
    extension: context.extension,
  };
}

/** Products write `en_US` in places; `Intl` throws on anything but BCP 47. */
function supportedLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** Keeps the settings of the macro whose settings are open, and closes them. Confluence keeps texts. */
export const saveMacro = async (config: Readonly<Record<string, string>>): Promise<void> => {
  await view.submit({ config });
};

/** Closes what the product opened, such as the settings of a macro, and leaves everything as it was. */
export const closeView = async (): Promise<void> => {
  await view.close();
};

/** Goes to a page of the site in this tab; the app's own frame must not go there itself. */
export const navigate = (url: string): Promise<void> => router.navigate(url);

/** Goes to another page of the app, in a project; `path` as its own routes have it. */
export const openModule = (moduleKey: string, projectKey: string, path: string): Promise<void> =>
  router.navigate({ target: 'module', moduleKey, projectKey, ...(path === '' ? {} : { path }) });

/** Reloads the product's page, and with it the newest screens of the app. */
export const reloadPage = (): Promise<void> => router.reload();

/** Names the browser's window, in modules whose host lets an app do so. */
export const changeTitle = (title: string): Promise<void> =>
  view.changeWindowTitle(title).catch(() => undefined);

/** Opens a page in a new tab. */
export const openInNewTab = (url: string): Promise<void> => router.open(url);

let flags = 0;

/** Tells the person what has been done, in the product's own corner of the screen. */
export const tell = (title: string, description?: string): void => raise('success', title, description);

/** Tells the person why nothing was done. */
export const warn = (title: string, description?: string): void => raise('warning', title, description);

function raise(type: 'success' | 'warning', title: string, description?: string): void {
  flags += 1;
  showFlag({
    id: `docket-${flags}`,
    title,
    type,
    isAutoDismiss: true,
    ...(description === undefined ? {} : { description }),
  });
}
