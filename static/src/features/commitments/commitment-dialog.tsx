import { ModalBody } from '@atlaskit/modal-dialog';
import type { Acted, CommitmentView } from '../../api/contract';
import { Dialog, DialogActions, DialogTitle, LeaveButton } from '../../shared/dialog';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { stageText } from '../messages/stage-text';
import { CommitmentActions } from './actions/commitment-actions';
import { Stage } from './cell';
import { type Names, nameOf } from './columns';

/** One commitment with all that is known of it, and what can be done about it. */
export function CommitmentDialog(props: {
  readonly row: CommitmentView;
  readonly names: Names;
  /** What is asked for at once. */
  readonly begin?: 'snooze' | 'reassign' | undefined;
  readonly onActed: (acted: Acted) => void;
  readonly onClose: () => void;
}) {
  const { row, names } = props;
  return (
    <Dialog onClose={props.onClose} width="medium">
      <DialogTitle isMultiline>
        <bdi>{row.summary}</bdi>
      </DialogTitle>
      <ModalBody>
        <div className="dk-stack dk-wrap">
          {row.attention !== null && <p>{row.attention.why}</p>}
          <CommitmentActions row={row} begin={props.begin} onActed={props.onActed} />
          <Facts row={row} names={names} />
        </div>
      </ModalBody>
      <DialogActions>
        <LeaveButton>{t('commitments.close')}</LeaveButton>
      </DialogActions>
    </Dialog>
  );
}

function Facts({ row, names }: { readonly row: CommitmentView; readonly names: Names }) {
  const format = useFormat();
  const { lastMessage: last, nextMessage: next } = row;
  return (
    <dl className="dk-facts">
      <div>
        <dt>{t('commitments.columns.item')}</dt>
        <dd>
          <SiteLink url={row.url}>
            <bdi>{row.item}</bdi>
          </SiteLink>{' '}
          <span className="dk-subtle">{t(`commitments.sources.${row.source}`)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('commitments.columns.owner')}</dt>
        <dd>
          {row.owner === null ? <em>{t('commitments.nobody')}</em> : <bdi>{nameOf(row.owner, names)}</bdi>}
        </dd>
      </div>
      <div>
        <dt>{t('commitments.columns.due')}</dt>
        <dd>
          {format.day(row.dueDate)}{' '}
          {row.firstDate !== null && (
            <span className="dk-subtle">{t('followUp.firstDate', { date: format.day(row.firstDate) })}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('commitments.columns.stage')}</dt>
        <dd>
          <Stage row={row} />
          {row.snoozedUntil !== null && (
            <p className="dk-subtle">{t('followUp.snoozed', { date: format.day(row.snoozedUntil) })}</p>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('commitments.columns.last')}</dt>
        <dd>
          {last === null ? (
            t('shared.none')
          ) : (
            <>
              {stageText(last.stage)} · <bdi>{nameOf(last.recipient, names)}</bdi> · {format.instant(last.at)}
              <p className="dk-subtle">{last.why}</p>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('commitments.columns.next')}</dt>
        <dd>
          {next === null ? (
            t('shared.none')
          ) : (
            <>
              {stageText(next.stage)} · <bdi>{nameOf(next.recipient, names)}</bdi> ·{' '}
              {format.wallClock(next.local)}
              <p className="dk-subtle">{next.why}</p>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
