import { MacroProject } from '../../api/contract';
import { t } from '../../shared/i18n';
import { MacroConfig } from './macro-config';
import { useConfig } from './states';

/** Settings of the status macro: which project it speaks of. */
export function StatusConfig() {
  const { projectKey } = MacroProject.parse(useConfig());
  return (
    <MacroConfig
      title={t('app.statusMacro.title')}
      projectKey={projectKey}
      restOf={() => ({ config: {}, problems: {} })}
    />
  );
}
