import type { Deps } from '../compose';
import { pagesOf, reportTargetOf } from '../usecases/report-target';
import type { SettingsDeps } from '../usecases/save-settings';

/** What settings are checked against: with the rights of the admin, and for the report's place with Docket's own. */
export const settingsDeps = ({ projects, user, app, holidays }: Deps): SettingsDeps => ({
  projects,
  issues: user.issues,
  holidays,
  pages: pagesOf(app.confluence),
  reportTarget: reportTargetOf(app.confluence),
});
