import '../../../shared/table/table.css';
import '../registers.css';
import '../record.css';
import { useState } from 'react';
import { registers, registerSettings } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { Loaded } from '../../../shared/loaded';
import { askToLeave } from '../../../shared/unsaved';
import { useCall } from '../../../shared/use-call';
import { registerTitle } from '../register-words';
import { RegisterForm } from './register-form';

/** What the project decides about each of its registers, one register at a time. */
export default function RegisterSettings() {
  const overview = useCall(registers.overview, {});
  return (
    <Loaded of={overview} what={t('registers.settings.list')} shape="form">
      {({ registers: all }) => <OneOf all={all} />}
    </Loaded>
  );
}

function OneOf(props: { readonly all: readonly { readonly kind: string; readonly title: string }[] }) {
  const [kind, setKind] = useState(props.all[0]?.kind);
  if (kind === undefined) return null;
  return (
    <div className="dk-stack">
      <p className="dk-subtle">{t('registers.settings.intro')}</p>
      <div className="dk-row">
        <div className="dk-segments" role="group" aria-label={t('registers.settings.choose')}>
          {props.all.map((one) => (
            <button
              key={one.kind}
              type="button"
              className="dk-segment"
              aria-pressed={one.kind === kind}
              onClick={() => askToLeave(() => setKind(one.kind))}
            >
              {registerTitle(one)}
            </button>
          ))}
        </div>
      </div>
      <OneRegister key={kind} kind={kind} />
    </div>
  );
}

function OneRegister(props: { readonly kind: string }) {
  const current = useCall(registerSettings.read, { kind: props.kind });
  return (
    <Loaded of={current} what={t('registers.settings.what')} shape="form">
      {(answer) => <RegisterForm answer={answer} onSaved={() => void current.reload()} />}
    </Loaded>
  );
}
