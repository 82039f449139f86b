import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { PlanShape, SavedPlan } from '../../api/contract';
import { shared } from '../../shared/messages';
import { useFormat } from '../../shared/viewer';
import { planDifferences } from './differences';
import { text } from './messages';

const words = text.conflict;

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
      <SectionMessage appearance="warning" title={words.title}>
        <p>{words.what(names[theirs.savedBy] ?? shared.unknownPerson, format.instant(theirs.savedAt))}</p>
        {differences.length === 0 && <p>{words.same}</p>}
      </SectionMessage>
      <table className="dk-compare">
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ line, mine: own, theirs: other }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>{own ?? shared.none}</td>
              <td>{other ?? shared.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dk-row">
        <Button appearance="primary" isLoading={props.saving} onClick={props.onKeepMine}>
          {words.keepMine}
        </Button>
        <Button isDisabled={props.saving} onClick={props.onTakeTheirs}>
          {words.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
