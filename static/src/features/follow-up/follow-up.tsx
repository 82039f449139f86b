import SectionMessage from '@atlaskit/section-message/section-message';
import type { FollowUpView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { ChannelChoice } from './channel';
import { type Chosen, Choices } from './choices';
import { Owed } from './owed';

export type FollowUpOn = Extract<FollowUpView, { is: 'on' }>;

/** What is owed on the issue whose panel is open, where each stands, and what one can choose about it. */
export function FollowUp(props: Chosen & { readonly onChosen: (chosen: Chosen) => void }) {
  return (
    <section className="dk-section" aria-labelledby="dk-follow-up">
      <h2 id="dk-follow-up">{t('followUp.title')}</h2>
      <Body {...props} />
    </section>
  );
}

function Body(props: Chosen & { readonly onChosen: (chosen: Chosen) => void }) {
  const { followUp, names, onChosen } = props;
  if (followUp.is === 'off')
    return (
      <SectionMessage title={t('followUp.off.title')}>
        <p>{t('followUp.off.text')}</p>
      </SectionMessage>
    );
  if (followUp.is === 'unreadable')
    return (
      <SectionMessage appearance="warning" title={t('followUp.unreadable')}>
        <p>{followUp.why}</p>
      </SectionMessage>
    );
  return (
    <>
      {followUp.owed.map((owed) => (
        <Owed key={owed.id} owed={owed} names={names}>
          {owed.rule === null && <Choices {...{ followUp, names, onChosen }} />}
        </Owed>
      ))}
      <ChannelChoice initial={followUp.channel} digestsHere={followUp.digestsHere} />
    </>
  );
}
