import SectionMessage from '@atlaskit/section-message/section-message';
import { settings } from '../../api/contract';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { sight as text } from './sources-messages';

/** How many tasks the saved settings come to, and how many of them Docket cannot see and so does not follow up. */
export function TaskSight() {
  const counts = useCall(settings.tasks, {});
  return (
    <section aria-labelledby="dk-task-sight">
      <h2 id="dk-task-sight">{text.title}</h2>
      <Loaded of={counts} what={text.what}>
        {({ visibleToApp, visibleToYou }) => {
          const unseen = visibleToYou.count - visibleToApp.count;
          return (
            <>
              <p>{text.seen(visibleToApp)}</p>
              {unseen > 0 && (
                <SectionMessage appearance="warning" title={text.unseen(unseen)}>
                  <p>{text.letIn}</p>
                </SectionMessage>
              )}
              {(visibleToApp.more || visibleToYou.more) && <p className="dk-subtle">{text.more}</p>}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
