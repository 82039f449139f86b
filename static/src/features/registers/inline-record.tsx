import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView, RegisterView } from '../../api/contract';
import { shared } from '../../shared/messages';
import { ConflictView } from './conflict-view';
import type { WireValues } from './form-values';
import { RecordForm } from './record-form';
import type { Task } from './save-record';

/** The record's form in the flow of the page: the frame of an issue panel is too low for a dialog. */
export function InlineRecord(props: {
  readonly register: RegisterView;
  readonly names: Readonly<Record<string, string>>;
  readonly task: Task;
  readonly onSaved: (record: RecordView) => void;
  readonly onTakeTheirs: (record: RecordView) => void;
  readonly onClose: () => void;
}) {
  const { register, names, task } = props;
  const [conflict, setConflict] = useState<{ theirs: RecordView; mine: WireValues; reason: string } | null>(
    null,
  );
  if (conflict !== null && task.do === 'edit') {
    return (
      <ConflictView
        {...{ register, names, ...conflict }}
        before={task.record}
        onSaved={props.onSaved}
        onTakeTheirs={props.onTakeTheirs}
        onConflict={(theirs) => setConflict({ ...conflict, theirs })}
      />
    );
  }
  return (
    <RecordForm
      {...{ register, names, task }}
      onSaved={props.onSaved}
      onConflict={(theirs, mine, reason) => setConflict({ theirs, mine, reason })}
    >
      {({ fields, submitting }) => (
        <>
          <div>{fields}</div>
          <div className="dk-row dk-actions">
            <Button appearance="primary" type="submit" isLoading={submitting}>
              {shared.save}
            </Button>
            <Button appearance="subtle" onClick={props.onClose}>
              {shared.cancel}
            </Button>
          </div>
        </>
      )}
    </RecordForm>
  );
}
