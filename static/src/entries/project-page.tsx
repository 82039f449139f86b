import { openRoutes } from '../api/history';
import { LANDING, partAt } from '../features/shell/parts';
import { ProjectPage } from '../features/shell/project-page';
import { followWhereabouts } from '../features/shell/whereabouts';
import { mount } from '../shared/mount';
import { askToLeave } from '../shared/unsaved';

const routes = await openRoutes(askToLeave);
if (routes.place().pathname === '/') routes.go(LANDING, { replace: true });
// The code of what is looked at first is on its way while the context is read.
partAt(routes.place().pathname)?.load();
const whereabouts = followWhereabouts(routes);

await mount(() => <ProjectPage routes={routes} whereabouts={whereabouts} />);
