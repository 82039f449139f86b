import { useState } from 'react';
import SectionMessage from '@atlaskit/section-message/section-message';
import Select from '@atlaskit/select/select';
import { Label } from '@atlaskit/form';
import { preview } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { OpenSettings } from '../../shared/project-settings';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { byDay } from './days';
import { DayTable } from './day-table';
import { selectWords } from '../../shared/select-words';

const SPANS = [1, 5, 10];

/** What would be sent in the next days, day by day. */
export function PreviewTab() {
  const [days, setDays] = useState(5);
  const spans = SPANS.map((span) => ({ value: span, label: t('preview.spanOf', { days: span }) }));
  return (
    <div className="dk-stack">
      <p className="dk-subtle">{t('preview.intro')}</p>
      <div className="dk-span">
        <Label htmlFor="dk-preview-span">{t('preview.span')}</Label>
        <Select
          {...selectWords()}
          inputId="dk-preview-span"
          options={spans}
          value={spans.find(({ value }) => value === days) ?? null}
          onChange={(option) => setDays(option?.value ?? 5)}
        />
      </div>
      <Planned key={days} days={days} />
    </div>
  );
}

function Planned({ days }: { readonly days: number }) {
  const plan = useCall(preview.ofProject, { days });
  const format = useFormat();
  const { loading } = plan;
  // A project that is switched off has no preview; that is no failure.
  if (loading.state === 'failed' && loading.problem.code === 'BAD_INPUT')
    return (
      <Empty title={t('preview.unavailable')} text={loading.problem.message}>
        <OpenSettings />
      </Empty>
    );
  return (
    <Loaded of={plan} what={t('preview.what')} shape="table">
      {({ messages, names, cut }) =>
        messages.length === 0 ? (
          <Empty title={t('preview.empty.title')} text={t('preview.empty.text', { days })} />
        ) : (
          <>
            <p aria-live="polite">
              <strong>{t('preview.total', { count: messages.length, days })}</strong>
            </p>
            {cut && (
              <SectionMessage appearance="warning">
                <p>{t('preview.cut')}</p>
              </SectionMessage>
            )}
            {byDay(messages).map((day) => (
              <section key={day.date} className="dk-stack">
                <header className="dk-row">
                  <h2>{format.day(day.date)}</h2>
                  <span className="dk-subtle">
                    {t('preview.dayTotal', { count: day.messages.length, people: day.people })}
                  </span>
                </header>
                <DayTable day={day} names={names} />
              </section>
            ))}
          </>
        )
      }
    </Loaded>
  );
}
