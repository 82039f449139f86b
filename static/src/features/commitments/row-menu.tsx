import { useLocation } from 'wouter';
import { navigate } from '../../api/view';
import type { CommitmentAction, CommitmentView } from '../../api/contract';
import { ActionMenu, type MenuItem } from '../../shared/action-menu';
import { t } from '../../shared/i18n';
import { askToLeave } from '../../shared/unsaved';
import { isPress, type Press } from './actions/outcome-words';

/** What needs a word more before it is done. */
export type Asking = 'snooze' | 'reassign';

/** What the person who looks may do about a row, without opening it first. */
export function RowMenu(props: {
  readonly row: CommitmentView;
  readonly tabIndex: number;
  readonly onPress: (row: CommitmentView, action: Press) => void;
  readonly onAsk: (row: CommitmentView, what: Asking) => void;
}) {
  const { row } = props;
  const [, go] = useLocation();
  const item = (action: CommitmentAction): MenuItem[] => {
    if (action === 'open')
      return [
        {
          key: action,
          label: t('commitments.actions.open', { item: row.item }),
          asks: false,
          choose: () => askToLeave(() => void navigate(row.url), 'page'),
        },
      ];
    if (action === 'decide') {
      const { record } = row;
      const label = t('commitments.actions.decide');
      if (record === null) return [];
      const choose = () => go(`/registers/${record.kind}/${record.issueKey}`);
      return [{ key: action, label, asks: false, choose }];
    }
    const choose = () => (isPress(action) ? props.onPress(row, action) : props.onAsk(row, action));
    return [{ key: action, label: t(`commitments.actions.${action}`), asks: true, choose }];
  };
  return (
    <ActionMenu
      label={t('commitments.actions.menu', { item: row.item })}
      tabIndex={props.tabIndex}
      items={() => row.actions.flatMap(item)}
    />
  );
}
