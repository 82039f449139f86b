import './record.css';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { useLocation, useSearch } from 'wouter';
import type { RecordView } from '../../api/contract';
import { inSentence, t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Empty, Loaded, Skeleton } from '../../shared/loaded';
import { useSubject } from '../../shared/panel';
import { ImportButton } from './exchange/import-button';
import { Reading } from './reading';
import { RegisterScreen } from './register-screen';
import type { Task } from './save-record';
import { Unreadable } from './unreadable';
import { useRegisterList } from './use-register-list';

const RecordPage = lazyPart(async () => ({ default: (await import('./record/record-page')).RecordPage }));
// The form's controls are the heaviest part of the app, and most visits only read.
const RecordDialog = lazyPart(async () => ({ default: (await import('./record-dialog')).RecordDialog }));

/** A register of the project: the table, what cannot be read, and the ways to add to it. */
export function RegisterTab(props: {
  readonly kind: string;
  /** About how many records there are; `null` while nobody knows. */
  readonly total: number | null;
  /** The issue whose record is read in the table's place. */
  readonly opened: string | null;
  /** Something was added or changed: counts elsewhere on the page are no longer right. */
  readonly onChanged: () => void;
}) {
  const { kind, opened } = props;
  const list = useRegisterList(kind);
  const [task, setTask] = useState<Task | null>(null);
  const [, go] = useLocation();
  const search = useSearch();
  // The table's filters stay in the address while a record is read.
  const query = useRef('');
  query.current = search === '' ? '' : `?${search}`;
  const comeFrom = useRef<Element | null>(null);
  const title = list.loading.state === 'ready' ? list.loading.value.register.title : '';
  useSubject(opened === null ? title : '');

  const open = useCallback(
    ({ issueKey }: RecordView) => {
      comeFrom.current = document.activeElement;
      go(`/registers/${kind}/${issueKey}${query.current}`);
    },
    [go, kind],
  );
  useEffect(() => {
    if (opened === null && comeFrom.current instanceof HTMLElement) comeFrom.current.focus();
  }, [opened]);
  const reload = () => {
    void list.reload();
    props.onChanged();
  };
  return (
    <>
      {opened !== null && (
        <Suspense fallback={<Skeleton what={t('registers.record.what')} shape="record" />}>
          <RecordPage
            key={opened}
            kind={kind}
            issueKey={opened}
            onBack={() => go(`/registers/${kind}${query.current}`)}
            onChanged={reload}
          />
        </Suspense>
      )}
      {/* The table keeps its filters, its place and its drawn lines while a record is read. */}
      <div className={opened === null ? undefined : 'dk-away'}>
        <Loaded of={list} what={t('registers.register')} shape="board">
          {({ register, records, unreadable, names, canEdit, asOf, isComplete }) => {
            const add = (
              <>
                <Button appearance="primary" onClick={() => setTask({ do: 'create' })}>
                  {t('registers.add', { singular: inSentence(register.singular) })}
                </Button>
                <Button onClick={() => setTask({ do: 'attach' })}>{t('registers.attach')}</Button>
                <ImportButton {...{ register, records, names }} onChanged={reload} />
              </>
            );
            const isEmpty = records.length === 0 && unreadable.length === 0 && isComplete;
            return (
              <div className="dk-stack">
                {!isEmpty && (
                  <div className="dk-toolbar">
                    <h2>{register.title}</h2>
                    {canEdit && <div className="dk-row">{add}</div>}
                  </div>
                )}
                {!canEdit && <p className="dk-subtle">{t('registers.readOnly')}</p>}
                <Unreadable register={register} records={unreadable} onRestored={reload} />
                {isEmpty ? (
                  <Empty
                    title={t('registers.empty.title', { title: inSentence(register.title) })}
                    text={
                      canEdit
                        ? t('registers.empty.text', { singular: inSentence(register.singular) })
                        : t('registers.empty.readOnly')
                    }
                  >
                    {canEdit && <div className="dk-row">{add}</div>}
                  </Empty>
                ) : (
                  <RegisterScreen
                    {...{ register, records, names, asOf, isComplete }}
                    reading={<Reading used={list} read={records.length} total={props.total} />}
                    onOpen={open}
                  />
                )}
                {task !== null && (
                  <Suspense fallback={null}>
                    <RecordDialog
                      {...{ register, names, task }}
                      onClose={() => setTask(null)}
                      onChanged={reload}
                    />
                  </Suspense>
                )}
              </div>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}
