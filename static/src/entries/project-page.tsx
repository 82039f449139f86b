import { openRoutes } from '../api/history';
import { warn } from '../api/view';
import { LANDING, partAt } from '../features/shell/parts';
import { ProjectPage } from '../features/shell/project-page';
import { followWhereabouts } from '../features/shell/whereabouts';
import { t } from '../shared/i18n';
import { mount } from '../shared/mount';
import { hasUnsaved } from '../shared/unsaved';

/** A dialog with words on it that nobody has saved goes with the page below it; what is not in a dialog stays. */
const routes = await openRoutes({
  isHeld: () => hasUnsaved() && document.querySelector('[role=dialog]') !== null,
  tell: () => warn(t('shell.held'), t('shared.unsaved')),
});
if (routes.place().pathname === '/') routes.go(LANDING, { replace: true });
// The code of what is looked at first is on its way while the context is read.
partAt(routes.place().pathname)?.load();
const whereabouts = followWhereabouts(routes);

await mount(() => <ProjectPage routes={routes} whereabouts={whereabouts} />);
