import '../registers.css';
import '../record.css';
import { useState } from 'react';
import { registers, registerSettings } from '../../../api/contract';
import { Loaded } from '../../../shared/loaded';
import { useCall } from '../../../shared/use-call';
import { text } from './messages';
import { RegisterForm } from './register-form';

/** What the project decides about each of its registers, one register at a time. */
export default function RegisterSettings() {
  const overview = useCall(registers.overview, {});
  return (
    <Loaded of={overview} what={text.list}>
      {({ registers: all }) => <OneOf all={all} />}
    </Loaded>
  );
}

function OneOf(props: { readonly all: readonly { readonly kind: string; readonly title: string }[] }) {
  const [kind, setKind] = useState(props.all[0]?.kind);
  const [isDirty, setDirty] = useState(false);
  if (kind === undefined) return null;
  return (
    <div className="dk-stack">
      <p className="dk-subtle">{text.intro}</p>
      <div className="dk-row">
        <div className="dk-segments" role="group" aria-label={text.choose}>
          {props.all.map((one) => (
            <button
              key={one.kind}
              type="button"
              className="dk-segment"
              aria-pressed={one.kind === kind}
              disabled={isDirty && one.kind !== kind}
              onClick={() => setKind(one.kind)}
            >
              {one.title}
            </button>
          ))}
        </div>
        {isDirty && <span className="dk-subtle">{text.unsavedSwitch}</span>}
      </div>
      <OneRegister key={kind} kind={kind} onDirty={setDirty} />
    </div>
  );
}

function OneRegister(props: { readonly kind: string; readonly onDirty: (isDirty: boolean) => void }) {
  const current = useCall(registerSettings.read, { kind: props.kind });
  return (
    <Loaded of={current} what={text.what}>
      {(answer) => (
        <RegisterForm
          key={JSON.stringify(answer.settings)}
          answer={answer}
          onDirty={props.onDirty}
          onSaved={() => void current.reload()}
        />
      )}
    </Loaded>
  );
}
