import { status as contract } from '../../contract';
import { MacroProject } from '../../contract/macro-config';
import { readCourse } from '../../usecases/reports/read-status';
import { macroProject } from '../macro-project';
import { defineAnswer } from '../resolver';
import { heatView } from './heat-view';

export const status = [
  defineAnswer(contract.macro, async (deps, _request, { config }) => {
    const project = await macroProject(deps, MacroProject.parse(config).projectKey);
    const [course, settings] = await Promise.all([
      readCourse(deps, { project }),
      deps.projects.get(project.id),
    ]);
    return {
      ...course,
      heat: course.heat && heatView(course.heat),
      enabled: settings?.enabled ?? false,
      now: deps.clock.now().toISOString(),
    };
  }),
];
