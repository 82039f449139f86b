import type { ChoiceView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { text } from './messages';

/** What was chosen about the issue: until when, by whom, when and why; the first promise stays beside the new one. */
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
          <strong>{text.snoozed(format.day(snoozedUntil))}</strong>
          <br />
          <span className="dk-subtle">{text.snoozedHelp}</span>
        </p>
      )}
      {promised !== null && (
        <p>
          <strong>{text.promised(format.day(promised.date))}</strong>
          <br />
          {text.firstPromised(format.day(promised.firstDate))}
        </p>
      )}
      {reason !== '' && <p className="dk-lines">{reason}</p>}
      <p className="dk-subtle">
        {text.chosenBy(props.names[by] ?? t('shared.unknownPerson'), format.instant(at))}
      </p>
    </div>
  );
}
