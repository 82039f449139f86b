import { status as contract } from '../../contract';
import { MacroProject } from '../../contract/macro-config';
import type { HeatMapAt } from '../../domain/registers';
import { readCourse } from '../../usecases/reports/read-status';
import { term } from '../../words';
import { macroProject } from '../macro-project';
import { defineAnswer } from '../resolver';
import { heatView } from './heat-view';

/** A status has the heat map of the risks alone. */
const axesInWords = ({ probability, impact }: HeatMapAt['axes']) => ({
  probability: term('registerWords.risk.axes.probability', probability),
  impact: term('registerWords.risk.axes.impact', impact),
});

export const status = [
  defineAnswer(contract.macro, async (deps, _request, { config }) => {
    const project = await macroProject(deps, MacroProject.parse(config).projectKey);
    const [course, settings] = await Promise.all([
      readCourse(deps, { project }),
      deps.projects.get(project.id),
    ]);
    return {
      ...course,
      heat: course.heat && { ...heatView(course.heat), axes: axesInWords(course.heat.axes) },
      enabled: settings?.enabled ?? false,
      now: deps.clock.now().toISOString(),
    };
  }),
];
