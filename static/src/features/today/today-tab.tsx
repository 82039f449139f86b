import { today, type TodayView } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { OpenSettings } from '../../shared/project-settings';
import { useAction } from '../../shared/use-action';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { NeedsAttention } from './needs-attention';
import './today.css';

/** What a coordinator opens every morning: what needs attention, most urgent first. */
export default function TodayTab() {
  const answer = useCall(today.read, {});
  const { running, run } = useAction();
  return (
    <Loaded of={answer} what={t('today.what')} shape="list">
      {(value) =>
        value.enabled ? (
          <div className="dk-stack">
            <Age
              at={value.computedAt}
              isLoading={running !== null}
              onRefresh={() => void run('refresh', answer.reload)}
            />
            <NeedsAttention key={value.computedAt} today={value} />
          </div>
        ) : (
          <SwitchedOff today={value} />
        )
      }
    </Loaded>
  );
}

/** How old what is shown is. */
function Age(props: { readonly at: string; readonly isLoading: boolean; readonly onRefresh: () => void }) {
  const format = useFormat();
  return (
    <div className="dk-toolbar">
      <span className="dk-subtle">{t('today.asOf', { time: format.instant(props.at) })}</span>
      <CallButton onClick={props.onRefresh} isLoading={props.isLoading}>
        {t('today.refresh')}
      </CallButton>
    </div>
  );
}

function SwitchedOff({ today: { administers, lead, names } }: { readonly today: TodayView }) {
  if (administers)
    return (
      <Empty title={t('today.off.title')} text={t('today.off.admin')}>
        <OpenSettings />
      </Empty>
    );
  const who = lead === null ? undefined : names[lead];
  return (
    <Empty
      title={t('today.off.title')}
      text={who === undefined ? t('today.off.others') : t('today.off.ask', { who })}
    />
  );
}
