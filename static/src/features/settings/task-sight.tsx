import SectionMessage from '@atlaskit/section-message/section-message';
import { settings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';

/** How many tasks the saved settings come to, and how many of them Docket cannot see and so does not follow up. */
export function TaskSight() {
  const counts = useCall(settings.tasks, {});
  return (
    <section aria-labelledby="dk-task-sight">
      <h2 id="dk-task-sight">{t('settings.sight.title')}</h2>
      <Loaded of={counts} what={t('settings.sight.what')} shape="lines">
        {({ visibleToApp, visibleToYou }) => {
          const unseen = visibleToYou.count - visibleToApp.count;
          return (
            <>
              <p>
                {t('settings.sight.seen', {
                  count: visibleToApp.count,
                  more: visibleToApp.more ? 'yes' : 'no',
                })}
              </p>
              {unseen > 0 && (
                <SectionMessage appearance="warning" title={t('settings.sight.unseen', { count: unseen })}>
                  <p>{t('settings.sight.letIn')}</p>
                </SectionMessage>
              )}
              {(visibleToApp.more || visibleToYou.more) && (
                <p className="dk-subtle">{t('settings.sight.more')}</p>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
