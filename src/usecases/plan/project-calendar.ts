import type { WorkingCalendar } from '../../domain/calendar';
import type { Defaults } from '../../ports/defaults';
import type { Holidays } from '../../ports/holidays';
import type { Projects } from '../../ports/projects';
import { policyOf } from '../policy-of';
import { siteDefaults } from '../site-defaults';

interface Deps {
  readonly projects: Pick<Projects, 'get'>;
  readonly defaults: Defaults;
  readonly holidays: Pick<Holidays, 'of'>;
}

/** The zone and the working days of a project; of the site where the project has decided nothing. */
export async function projectCalendar(
  { projects, defaults, holidays }: Deps,
  projectId: string,
  now: Date,
): Promise<{ readonly zone: string; readonly calendar: WorkingCalendar }> {
  const config = await projects.get(projectId);
  const { calendar } = await policyOf(holidays, config ?? (await siteDefaults(defaults)), now);
  return { zone: config?.zone ?? 'UTC', calendar };
}
