import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { PlanShape, SavedPlan } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { planDifferences } from './differences';

/** Two people changed the plan: both versions, and the choice between them. */
export function PlanConflict(props: {
  readonly mine: PlanShape;
  readonly theirs: SavedPlan;
  readonly names: Readonly<Record<string, string>>;
  readonly saving: boolean;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  const { mine, theirs, names } = props;
  const format = useFormat();
  const differences = planDifferences(mine, theirs.plan);
  return (
    <div className="dk-stack" role="alert">
      <SectionMessage appearance="warning" title={t('plan.conflict.title')}>
        <p>
          {t('plan.conflict.what', {
            who: names[theirs.savedBy] ?? t('shared.unknownPerson'),
            when: format.instant(theirs.savedAt),
          })}
        </p>
        {differences.length === 0 && <p>{t('plan.conflict.same')}</p>}
      </SectionMessage>
      <table className="dk-compare">
        <thead>
          <tr>
            <th scope="col">{t('plan.conflict.line')}</th>
            <th scope="col">{t('plan.conflict.mine')}</th>
            <th scope="col">{t('plan.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ line, mine: own, theirs: other }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{own ?? t('shared.none')}</td>
              <td>{other ?? t('shared.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dk-row">
        <CallButton appearance="primary" isLoading={props.saving} onClick={props.onKeepMine}>
          {t('plan.conflict.keepMine')}
        </CallButton>
        <Button isDisabled={props.saving} onClick={props.onTakeTheirs}>
          {t('plan.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
