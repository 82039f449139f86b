import { useState } from 'react';
import type { RecordView, RegisterView } from '../../../api/contract';
import { CallButton } from '../../../shared/call-button';
import { inSentence, t } from '../../../shared/i18n';
import { Loaded } from '../../../shared/loaded';
import { nameOf } from '../columns';
import { useRegisterList } from '../use-register-list';
import { effectOnRecords } from './effect';
import { registerProblems } from './register-problems';
import { type RegisterInput, scoresOf, toRegisterSettings } from './register-input';

const EXAMPLES = 5;

interface Props {
  readonly register: RegisterView;
  readonly input: RegisterInput;
}

/** What the form does to the records that there are. They are read when somebody asks: each costs the site a point. */
export function RecordsEffect(props: Props) {
  const [isAsked, setAsked] = useState(false);
  const things = inSentence(props.register.title);
  return (
    <div className="dk-stack" aria-live="polite">
      {isAsked ? (
        <Counted {...props} />
      ) : (
        <div>
          <CallButton spacing="compact" onClick={() => setAsked(true)}>
            {t('registers.settings.effect.show', { things })}
          </CallButton>
        </div>
      )}
    </div>
  );
}

function Counted({ register, input }: Props) {
  const list = useRegisterList(register.kind);
  if (Object.keys(registerProblems(input)).length > 0)
    return <p className="dk-subtle">{t('effect.invalid')}</p>;
  const { bands, appetite, cadence } = toRegisterSettings(input);
  const draft = { cells: scoresOf(input), bands, appetite, cadence };
  const things = inSentence(register.title);
  return (
    <Loaded of={list} what={things} shape="list">
      {({ records, isComplete }) => {
        const { rated, moves, outOfScale, above } = effectOnRecords(register, draft, records);
        const isSame = moves.length + outOfScale.length === 0 && above.before === above.after;
        return (
          <>
            <p>
              <strong>
                {isSame
                  ? t('registers.settings.effect.same', { count: rated, things })
                  : t('registers.settings.effect.changed', { count: rated, things })}
              </strong>
            </p>
            {!isSame && (
              <ul>
                {moves.map(({ from, to, records: moved }) => (
                  <li key={`${from} ${to}`}>
                    {t('registers.settings.effect.move', { from, to, count: moved.length })}
                    <Examples of={moved} />
                  </li>
                ))}
                {outOfScale.length > 0 && (
                  <li>
                    {t('registers.settings.effect.outOfScale', { count: outOfScale.length })}
                    <Examples of={outOfScale} />
                  </li>
                )}
                {above.before !== above.after && <li>{t('registers.settings.effect.above', above)}</li>}
              </ul>
            )}
            {!isComplete && <p className="dk-subtle">{t('registers.settings.effect.reading', { things })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

/** Which ones, the first few by their names. */
const Examples = ({ of }: { readonly of: readonly RecordView[] }) => (
  <span className="dk-subtle">
    {' '}
    {of.slice(0, EXAMPLES).map(nameOf).join(', ')}
    {of.length > EXAMPLES && ', …'}
  </span>
);
