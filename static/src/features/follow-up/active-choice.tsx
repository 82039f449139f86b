import type { ChoiceView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';

/** What was chosen about the issue: until when, by whom, when and why. */
export function ActiveChoice(props: {
  readonly choice: ChoiceView;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { snoozedUntil, promised, by, at, reason } = props.choice;
  const format = useFormat();
  return (
    <div className="dk-note">
      {snoozedUntil !== null && (
        <p>
          <strong>{t('followUp.snoozed', { date: format.day(snoozedUntil) })}</strong>
          <br />
          <span className="dk-subtle">{t('followUp.snoozedHelp')}</span>
        </p>
      )}
      {promised !== null && (
        <p>
          <strong>{t('followUp.promised', { date: format.day(promised.date) })}</strong>
        </p>
      )}
      {reason !== '' && (
        <p className="dk-lines" dir="auto">
          {reason}
        </p>
      )}
      <p className="dk-subtle">
        <bdi>{props.names[by] ?? t('shared.unknownPerson')}</bdi> · {format.instant(at)}
      </p>
    </div>
  );
}
