import './record.css';
import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { z } from 'zod';
import type { panel, RecordView, RegisterView } from '../../api/contract';
import { tell } from '../../api/view';
import { inSentence, t } from '../../shared/i18n';
import { lazyPart } from '../../shared/lazy-part';
import { Skeleton } from '../../shared/loaded';
import { nameOf, stateOf, type Names } from './columns';
import { IssueHistory } from './issue-history';
import { State } from './lozenges';
import { RecordFacts, Scores } from './record-facts';
import { RecordActions } from './record/record-actions';
import { inViewersWords } from './register-words';
import type { Task } from './save-record';
import { UnreadableRecord } from './unreadable';

const InlineRecord = lazyPart(async () => ({ default: (await import('./inline-record')).InlineRecord }));

type Panel = z.infer<typeof panel.read.response>;

/** The registers that an issue is in, each with what may be done next, and the way into the others. */
export function IssueRegisters(props: {
  readonly issueKey: string;
  readonly found: Pick<Panel, 'records' | 'unreadable' | 'others' | 'names' | 'canEdit'>;
  readonly onChanged: () => void;
}) {
  const { onChanged } = props;
  const { records, unreadable, others, names, canEdit } = props.found;
  return (
    <>
      {unreadable.map(({ register, unreadable: record }) => (
        <UnreadableRecord
          key={register.kind}
          register={inViewersWords(register)}
          record={record}
          onRestored={onChanged}
        />
      ))}
      {records.map(({ register, record }) => (
        <OneRecord
          key={register.kind}
          register={inViewersWords(register)}
          {...{ record, names, canEdit, onChanged }}
        />
      ))}
      {records.length === 0 && unreadable.length === 0 && (
        <p className="dk-subtle">{canEdit ? t('registers.notHere.text') : t('registers.notHere.readOnly')}</p>
      )}
      {canEdit && (
        <AddTo
          others={others.map(inViewersWords)}
          names={names}
          issueKey={props.issueKey}
          onAdded={onChanged}
        />
      )}
    </>
  );
}

/** What a register says of the issue. */
function OneRecord(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly names: Names;
  readonly canEdit: boolean;
  readonly onChanged: () => void;
}) {
  const { register, record, names, canEdit } = props;
  const [isEditing, setEditing] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const changed = (why: string | null) => {
    setEditing(false);
    setNotice(why);
    props.onChanged();
  };
  const overtaken = (theirs: RecordView) =>
    changed(t('registers.conflict.nowAt', { label: inSentence(stateOf(register, theirs.state).label) }));
  const name = `${register.singular} ${record.id ?? ''}`.trim();
  if (isEditing)
    return (
      <Inline
        {...{ register, names }}
        task={{ do: record.rights.edit ? 'edit' : 'correct', record }}
        onSaved={() => changed(null)}
        onTakeTheirs={overtaken}
        onClose={() => setEditing(false)}
      />
    );
  return (
    <section className="dk-section" aria-label={name}>
      <div className="dk-row">
        <h2>{name}</h2>
        <Scores register={register} record={record} />
      </div>
      {notice !== null && (
        <SectionMessage appearance="information">
          <p>{notice}</p>
        </SectionMessage>
      )}
      {canEdit ? (
        <RecordActions
          {...{ register, record, names }}
          onChanged={changed}
          onOvertaken={overtaken}
          onEdit={() => setEditing(true)}
        />
      ) : (
        <div>
          <State register={register} state={record.state} />
        </div>
      )}
      <RecordFacts {...{ register, record, names }} />
      <IssueHistory key={record.revision} kind={register.kind} issueId={record.issueId} />
    </section>
  );
}

/** Puts the issue on one more register. */
function AddTo(props: {
  readonly others: readonly RegisterView[];
  readonly names: Names;
  readonly issueKey: string;
  readonly onAdded: () => void;
}) {
  const { others, names, issueKey } = props;
  const [kind, setKind] = useState<string | null>(null);
  const register = others.find((one) => one.kind === kind);
  const close = () => setKind(null);
  if (others.length === 0) return null;
  if (register !== undefined)
    return (
      <Inline
        key={register.kind}
        {...{ register, names }}
        task={{ do: 'attach', issueKey }}
        onSaved={() => {
          close();
          props.onAdded();
        }}
        onTakeTheirs={close}
        onClose={close}
      />
    );
  return (
    <div className="dk-row" role="group" aria-label={t('registers.addTo')}>
      <span className="dk-subtle">{t('registers.addTo')}</span>
      {others.map(({ kind: other, singular }) => (
        <Button key={other} spacing="compact" onClick={() => setKind(other)}>
          {singular}
        </Button>
      ))}
    </div>
  );
}

function Inline(props: {
  readonly register: RegisterView;
  readonly names: Names;
  readonly task: Task;
  readonly onSaved: () => void;
  readonly onTakeTheirs: (theirs: RecordView) => void;
  readonly onClose: () => void;
}) {
  const saved = (record: RecordView) => {
    const name = nameOf(record);
    tell(
      props.task.do === 'attach'
        ? t('registers.form.created', { key: name })
        : t('registers.form.saved', { key: name }),
    );
    props.onSaved();
  };
  return (
    <Suspense fallback={<Skeleton what={t('shared.form')} shape="form" />}>
      <InlineRecord {...props} onSaved={saved} />
    </Suspense>
  );
}
