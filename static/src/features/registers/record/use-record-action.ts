import type { RecordView } from '../../../api/contract';
import { type UsedAction, useAction } from '../../../shared/use-action';
import { toProblem } from '../../../shared/use-call';
import { conflictingRecord } from '../save-record';

/** An action on a record: where somebody else was first, the record as it stands now is handed on. */
export function useRecordAction(onOvertaken: (theirs: RecordView) => void): UsedAction {
  const action = useAction();
  return {
    ...action,
    run: (name, act) =>
      action.run(name, async () => {
        try {
          await act();
        } catch (error) {
          const theirs = conflictingRecord(toProblem(error));
          if (theirs === null) throw error;
          onOvertaken(theirs);
        }
      }),
  };
}
