import { lazy, Suspense, useCallback, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView } from '../../api/contract';
import { Empty, Loaded, Waiting } from '../../shared/loaded';
import { text } from './messages';
import { RegisterScreen } from './register-screen';
import type { Task } from './save-record';
import { Unreadable } from './unreadable';
import { useRegisterList } from './use-register-list';

// The form's controls are the heaviest part of the app, and most visits only read.
const RecordDialog = lazy(async () => ({ default: (await import('./record-dialog')).RecordDialog }));

/** A register of the project: the table, what cannot be read, and the ways to add to it. */
export function RegisterTab(props: { readonly kind: string }) {
  const list = useRegisterList(props.kind);
  const [task, setTask] = useState<Task | null>(null);

  const open = useCallback((record: RecordView) => setTask({ do: 'edit', record }), []);
  return (
    <Loaded of={list} what={text.register}>
      {({ register, records, unreadable, names, canEdit, asOf, next }) => {
        const add = (
          <>
            <Button appearance="primary" onClick={() => setTask({ do: 'create' })}>
              {text.add(register.singular)}
            </Button>
            <Button onClick={() => setTask({ do: 'attach' })}>{text.attach}</Button>
          </>
        );
        const isEmpty = records.length === 0 && unreadable.length === 0;
        return (
          <div className="dk-stack">
            {!isEmpty && (
              <div className="dk-toolbar">
                <span className="dk-subtle">{text.count(records.length, register.singular)}</span>
                {canEdit && <div className="dk-row">{add}</div>}
              </div>
            )}
            {!canEdit && <p className="dk-subtle">{text.readOnly}</p>}
            <Unreadable register={register} records={unreadable} />
            {isEmpty ? (
              <Empty
                title={text.empty.title(register.title)}
                text={canEdit ? text.empty.text(register.singular) : text.empty.readOnly}
              >
                {canEdit && <div className="dk-row">{add}</div>}
              </Empty>
            ) : (
              <RegisterScreen
                {...{ register, records, names, asOf }}
                isComplete={next === null}
                onOpen={canEdit ? open : null}
              />
            )}
            {task !== null && (
              <Suspense fallback={<Waiting what={text.register} />}>
                <RecordDialog
                  {...{ register, names, task }}
                  onClose={() => setTask(null)}
                  onChanged={() => void list.reload()}
                />
              </Suspense>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
