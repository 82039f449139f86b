import { type PlannedView, preview, type ProjectSettings } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { Loaded } from '../../../shared/loaded';
import { useCall } from '../../../shared/use-call';
import { useSettled } from '../../../shared/use-settled';
import { useFormat } from '../../../shared/viewer';
import { stageText } from '../../messages/stage-text';
import { effectOf } from './effect';

const DAYS = 5;
/** Each question costs the site a search. */
const REST_MS = 800;
const EXAMPLES = 5;

/** Which settings count, and which are on the form. */
export interface DraftSettings {
  readonly saved: ProjectSettings;
  readonly draft: ProjectSettings;
  /** False where the form has errors: nothing can be said of them. */
  readonly isValid: boolean;
}

/** What the settings on the form would send in the next days, beside what the saved ones send. */
export function EffectCard({ saved, draft, isValid }: DraftSettings) {
  const before = useCall(preview.ofSettings, { settings: saved, days: DAYS });
  const written = useSettled(JSON.stringify(draft), REST_MS);
  const isChanged = written !== JSON.stringify(saved);
  return (
    <section aria-labelledby="dk-effect" className="dk-stack">
      <h2 id="dk-effect">{t('effect.title')}</h2>
      <div aria-live="polite" className="dk-stack">
        {isValid ? (
          <Loaded of={before} what={t('effect.what')} shape="lines">
            {({ messages }) =>
              isChanged ? (
                <Changed saved={messages} draft={JSON.parse(written) as ProjectSettings} />
              ) : (
                <>
                  <p className="dk-subtle">{t('effect.asSaved', { count: messages.length, days: DAYS })}</p>
                  <Days saved={messages} draft={messages} isChanged={false} />
                </>
              )
            }
          </Loaded>
        ) : (
          <p className="dk-subtle">{t('effect.invalid')}</p>
        )}
      </div>
    </section>
  );
}

function Changed(props: { readonly saved: readonly PlannedView[]; readonly draft: ProjectSettings }) {
  const after = useCall(preview.ofSettings, { settings: props.draft, days: DAYS });
  return (
    <Loaded of={after} what={t('effect.what')} shape="lines">
      {({ messages, cut }) => (
        <>
          <Days saved={props.saved} draft={messages} isChanged />
          {cut && <p className="dk-subtle">{t('effect.cut')}</p>}
        </>
      )}
    </Loaded>
  );
}

interface Plans {
  readonly saved: readonly PlannedView[];
  readonly draft: readonly PlannedView[];
  readonly isChanged: boolean;
}

function Days({ saved, draft, isChanged }: Plans) {
  const format = useFormat();
  const { days, more, fewer, moved } = effectOf(saved, draft);
  const isSame = more.length + fewer.length + moved === 0;
  return (
    <>
      {isChanged && (
        <p>
          <strong>
            {isSame
              ? t('effect.same', { days: DAYS })
              : t('effect.changed', { draft: draft.length, saved: saved.length, days: DAYS })}
          </strong>
        </p>
      )}
      {days.length > 0 && (
        <table className="dk-plain-table">
          <caption className="dk-hidden">{t('effect.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('effect.day')}</th>
              <th scope="col">{t('effect.saved')}</th>
              {isChanged && <th scope="col">{t('effect.draft')}</th>}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{format.day(day.date)}</th>
                <td>{format.number(day.saved)}</td>
                {isChanged && (
                  <td>
                    {format.number(day.draft)}
                    {day.draft !== day.saved && ` (${format.change(day.draft - day.saved)})`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Examples title={t('effect.more', { count: more.length })} messages={more} />
      <Examples title={t('effect.fewer', { count: fewer.length })} messages={fewer} />
      {moved > 0 && <p>{t('effect.moved', { count: moved })}</p>}
    </>
  );
}

function Examples({
  title,
  messages,
}: {
  readonly title: string;
  readonly messages: readonly PlannedView[];
}) {
  const format = useFormat();
  if (messages.length === 0) return null;
  const rest = messages.length - EXAMPLES;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {messages.slice(0, EXAMPLES).map(({ key, recipient, local, item, stage }) => (
          <li key={`${key} ${recipient}`}>
            {t('effect.example', { day: format.wallClock(local), item, stage: stageText(stage) })}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="dk-subtle">{t('effect.rest', { count: rest })}</p>}
    </div>
  );
}
