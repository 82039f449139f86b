import { SEED_NOW } from '../seed/days';
import { doc, heading, paragraph, type AdfNode } from '../seed/document';
import { accountIdOf } from '../seed/people';
import { putPage } from '../seed/space';
import type { SiteState } from '../site/state';

export const GLANCE_TITLE = 'Payments at a glance';

/** As Confluence keeps a Forge macro: its key ends with the module's, its settings are texts. */
const macro = (moduleKey: string, settings: Readonly<Record<string, string>>): AdfNode => ({
  type: 'extension',
  attrs: {
    extensionType: 'com.atlassian.ecosystem',
    extensionKey: `docket/development/static/${moduleKey}`,
    localId: `${moduleKey}-${Object.values(settings).join('-')}`,
    parameters: { guestParams: settings },
  },
});

/** Puts a page in PAY's space on which somebody has placed the app's macros. */
export function putGlance(state: SiteState): void {
  const [space] = state.spaces.where('key', 'PAY');
  if (!space) return;
  putPage(state, {
    spaceId: space.id,
    parentId: space.homepageId,
    title: GLANCE_TITLE,
    body: doc(
      paragraph('What the steering group looks at before it meets. Each part shows what its reader may see.'),
      heading(2, 'Where we stand'),
      macro('status-macro', { projectKey: 'PAY' }),
      heading(2, 'What is late and due'),
      macro('commitments-macro', { projectKey: 'PAY' }),
      heading(2, 'Risks'),
      macro('register-macro', { projectKey: 'PAY', kind: 'risk', view: 'heat-map' }),
      heading(2, 'Changes'),
      macro('register-macro', { projectKey: 'PAY', kind: 'change', view: 'table', filter: 'all' }),
    ),
    authorId: accountIdOf('claire'),
    created: SEED_NOW - 1,
    position: 2,
  });
}
