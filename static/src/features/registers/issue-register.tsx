import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../api/contract';
import { tell } from '../../api/view';
import { Empty, Loaded, Waiting } from '../../shared/loaded';
import { stateOf } from './columns';
import { text } from './messages';
import { RecordFacts } from './record-facts';
import { Transitions } from './transitions';
import { Unreadable } from './unreadable';
import { useRegisterList } from './use-register-list';

const InlineRecord = lazy(async () => ({ default: (await import('./inline-record')).InlineRecord }));

interface Issue {
  readonly id: string;
  readonly key: string;
}

/** What a register knows about one issue: the record, its next states, or the way to put the issue on it. */
export function IssueRegister(props: { readonly kind: string; readonly issue: Issue }) {
  const list = useRegisterList(props.kind);
  return (
    <Loaded of={list} what={text.register}>
      {({ register, records, unreadable, names, canEdit }) => {
        const record = records.find(({ issueId }) => issueId === props.issue.id) ?? null;
        const broken = unreadable.filter(({ issueId }) => issueId === props.issue.id);
        if (record === null && broken.length > 0) return <Unreadable register={register} records={broken} />;
        return (
          <OnIssue
            {...{ register, names, canEdit, record, issue: props.issue }}
            onChanged={() => void list.reload()}
          />
        );
      }}
    </Loaded>
  );
}

function OnIssue(props: {
  readonly register: RegisterView;
  readonly names: Readonly<Record<string, string>>;
  readonly canEdit: boolean;
  readonly record: RecordView | null;
  readonly issue: Issue;
  readonly onChanged: () => void;
}) {
  const { register, names, record, canEdit } = props;
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);

  const close = () => setOpen(false);
  const changed = (why: string | null) => {
    setNotice(why);
    props.onChanged();
  };
  const saved = (saved: RecordView) => {
    tell(record === null ? text.form.created(saved.issueKey) : text.form.saved(saved.issueKey));
    close();
    changed(null);
  };
  const overtaken = (theirs: RecordView) =>
    changed(text.conflict.nowAt(stateOf(register, theirs.state).label));

  if (open) {
    return (
      <Suspense fallback={<Waiting what={text.register} />}>
        <InlineRecord
          {...{ register, names }}
          task={record === null ? { do: 'attach', issueKey: props.issue.key } : { do: 'edit', record }}
          onSaved={saved}
          onClose={close}
          onTakeTheirs={(theirs) => {
            close();
            overtaken(theirs);
          }}
        />
      </Suspense>
    );
  }
  if (record === null) {
    return (
      <Empty
        title={text.notHere.title(register.singular)}
        text={canEdit ? text.notHere.text(register.singular) : text.readOnly}
      >
        {canEdit && <Button onClick={() => setOpen(true)}>{text.attachHere(register.singular)}</Button>}
      </Empty>
    );
  }
  return (
    <div className="dk-stack">
      {notice !== null && (
        <SectionMessage appearance="information">
          <p>{notice}</p>
        </SectionMessage>
      )}
      <Transitions {...{ register, record, canEdit }} onMoved={() => changed(null)} onConflict={overtaken} />
      <RecordFacts {...{ register, record, names }} />
      {canEdit && (
        <div className="dk-row">
          <Button onClick={() => setOpen(true)}>{text.edit(register.singular.toLowerCase())}</Button>
        </div>
      )}
    </div>
  );
}
