import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { ApiProblem } from '../api/problem';
import { Failure } from './failure';
import { t } from './i18n';
import { toProblem } from './use-reading';

type Module<Props> = { readonly default: ComponentType<Props> };

/**
 * A component whose code comes when it is first drawn. Where the code does not come, its place says why, and what stands
 * around it stays as it is: after an update of the app, an open page asks for files that are no longer there.
 *
 * It is not asked for again: browsers remember of a module that it failed, until the page is reloaded.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<Module<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() =>
    code(load()).catch((error: unknown) => {
      const problem = toProblem(error);
      const title = t(problem.code === 'OUTDATED' ? 'shell.updated.title' : 'shell.problems.notLoaded');
      return { default: () => <Failure title={title} problem={problem} /> };
    }),
  );
}

/**
 * Code that comes when somebody needs it.
 *
 * @throws {ApiProblem} that says why it does not come
 */
export const code = <Loaded,>(loading: Promise<Loaded>): Promise<Loaded> =>
  loading.catch((cause: unknown) => {
    throw navigator.onLine
      ? new ApiProblem({ code: 'OUTDATED', message: t('shell.problems.notLoaded') }, { cause })
      : new ApiProblem({ code: 'NOT_LOADED', message: t('shell.problems.notLoadedOffline') }, { cause });
  });
