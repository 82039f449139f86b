import { html } from 'hono/html';
import type { Page, Project, Space, Issue } from '../site/entities';
import type { Place } from './app-modules';
import type { Door, Html, Visit } from './door';
import type { PlacedMacro } from './module-tokens';

/** What Forge gives a Custom UI frame, no more: https://developer.atlassian.com/platform/forge/custom-ui/iframe/ */
const SANDBOX = 'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

interface FrameOptions {
  readonly place: Place;
  /** Which of several modules of the kind; the first where absent. */
  readonly moduleKey?: string;
  /** The trusted `context.extension` besides its `type`. */
  readonly extension: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** Fills the page, or sits in it. */
  readonly fills?: boolean;
  readonly path?: string;
  /** Shows the settings of this macro in place of what it draws. */
  readonly macro?: PlacedMacro;
}

/** One of the app's own screens, where the module stands; says so where the app has no such module. */
export function appFrame(door: Door, visit: Visit, options: FrameOptions): Html {
  const { place, moduleKey, extension, title, fills = false, path = '/', macro } = options;
  const module = door.modules.at(place, moduleKey);
  const entry = macro ? module?.configEntry : module?.entry;
  if (!module || !entry) return html`<p class="note">The installed app has no ${place} module.</p>`;
  const token = door.tokens.issue({
    module: {
      moduleKey: module.key,
      accountId: visit.viewer.accountId,
      extension: { type: place, ...extension },
    },
    parentOrigin: visit.origin,
    path,
    theme: visit.theme,
    ...(macro && { macro }),
  });
  return html`<iframe
    class="app-frame ${fills ? 'page' : ''}"
    title="${title}"
    sandbox="${SANDBOX}"
    src="${visit.appOrigin}/__app/${entry}?frame=${token}"
  ></iframe>`;
}

export const projectPart = (project: Project) => ({
  id: project.id,
  key: project.key,
  type: project.projectTypeKey,
});

export const issuePart = (issue: Issue, issueType: string) => ({
  id: issue.id,
  key: issue.key,
  type: issueType,
  typeId: issue.issueTypeId,
});

export const contentPart = (page: Page, space: Space) => ({
  content: { id: page.id, type: 'page', subtype: null },
  space: { id: space.id, key: space.key },
});
