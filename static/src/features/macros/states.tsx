import type { ReactNode } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import { MacroProject } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import type { Shape } from '../../shared/skeleton';
import type { UsedCall } from '../../shared/use-call';
import { useViewer } from '../../shared/viewer';

/** The settings of the macro as the page keeps them. */
export const useConfig = (): unknown => useViewer().extension['config'] ?? {};

/** A macro on a page: what it says before it is set up, to whom it can show nothing, and what it shows to the others. */
export function Macro(props: {
  /** What to do where nobody has set it up. */
  readonly todo: string;
  readonly children: (projectKey: string) => ReactNode;
}) {
  const { accountId } = useViewer();
  const { projectKey } = MacroProject.parse(useConfig());
  if (projectKey === '') return <Empty title={t('macros.unconfigured.title')} text={props.todo} />;
  if (accountId === '') return <Empty title={t('macros.logIn.title')} text={t('macros.logIn.text')} />;
  return <>{props.children(projectKey)}</>;
}

/** The answer that a macro draws, or why the viewer gets none. */
export function MacroAnswer<T extends { readonly enabled: boolean }>(props: {
  readonly of: UsedCall<T>;
  readonly projectKey: string;
  readonly what: string;
  readonly shape: Shape;
  readonly children: (value: T) => ReactNode;
}) {
  const { loading } = props.of;
  if (loading.state === 'failed' && loading.problem.code === 'FORBIDDEN')
    return (
      <Empty title={t('macros.noAccess.title')} text={t('macros.noAccess.text', { key: props.projectKey })} />
    );
  return (
    <Loaded of={props.of} what={props.what} shape={props.shape}>
      {(value) => (
        <div className="dk-stack">
          {!value.enabled && (
            <SectionMessage appearance="information">
              <p>{t('macros.off')}</p>
            </SectionMessage>
          )}
          {props.children(value)}
        </div>
      )}
    </Loaded>
  );
}
