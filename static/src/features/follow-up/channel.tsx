import { useState } from 'react';
import { call } from '../../api/call';
import { choices } from '../../api/contract';
import { tell } from '../../api/view';
import { ChoiceGroup } from '../../shared/choice-group';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { useOnline } from '../../shared/online';
import { useAction } from '../../shared/use-action';
import type { FollowUpOn } from './follow-up';

type Channel = FollowUpOn['channel'];

/** How the person who looks wants to be told; folded, since it is about them and not about the issue. */
export function ChannelChoice(props: { readonly initial: Channel; readonly digestsHere: boolean }) {
  const [channel, setChannel] = useState(props.initial);
  const { running, problem, run } = useAction();
  const isOnline = useOnline();
  const choose = (wanted: Channel) =>
    run(wanted, async () => {
      setChannel((await call(choices.setChannel, { channel: wanted })).channel);
      tell(t('followUp.channel.saved'));
    });
  return (
    <details>
      <summary className="dk-summary">
        {t('followUp.channel.summary', { how: t(`followUp.channel.${channel}`) })}
      </summary>
      {problem !== null && <Failure title={t('followUp.failed')} problem={problem} />}
      <ChoiceGroup
        path="channel"
        legend={t('followUp.channel.legend')}
        help={t(props.digestsHere ? 'followUp.channel.help' : 'followUp.channel.noDigestsHere')}
        options={{ each: t('followUp.channel.each'), digest: t('followUp.channel.digest') }}
        value={channel}
        disabled={running !== null || !isOnline}
        onChange={(wanted) => void choose(wanted)}
      />
    </details>
  );
}
