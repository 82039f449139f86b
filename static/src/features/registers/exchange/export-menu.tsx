import './exchange.css';
import { useState } from 'react';
import type { RecordView, RegisterView } from '../../../api/contract';
import { tell } from '../../../api/view';
import { CallButton } from '../../../shared/call-button';
import { t } from '../../../shared/i18n';
import { code } from '../../../shared/lazy-part';
import { Failure } from '../../../shared/loaded';
import { Popup } from '../../../shared/popup';
import { Progress, StopButton } from '../../../shared/progress';
import { useLongWork } from '../../../shared/use-long-work';
import { useFormat, useViewer } from '../../../shared/viewer';
import type { Names, RegisterColumn } from '../columns';
import { grouped } from '../../../shared/table/lines';
import type { Format } from './export-register';
import { peopleTexts } from './people-texts';
import { titlesOf } from './titles';

/** Saves what the table shows as a file: its rows in their order, and its columns. */
export function ExportMenu(props: {
  readonly register: RegisterView;
  /** All of the register, for names that several people share. */
  readonly records: readonly RecordView[];
  readonly names: Names;
  /** All that the register can show, and those that it does. */
  readonly columns: readonly RegisterColumn[];
  readonly shownColumns: readonly RegisterColumn[];
  readonly shown: readonly RecordView[];
  readonly groupBy: string | null;
  readonly today: string;
  readonly isComplete: boolean;
}) {
  const { register, columns, shownColumns, shown, today } = props;
  const { dateOf, number } = useFormat();
  const { locale } = useViewer();
  const { running, stoppedAt, problem, run, stop } = useLongWork();
  const [making, setMaking] = useState<Format | null>(null);

  const save = (format: Format) =>
    run(async (watch) => {
      setMaking(format);
      // What writes Excel files is large, and few visits need it.
      const { exportRegister } = await code(import('./export-register'));
      const source = {
        register,
        titles: titlesOf(columns),
        people: peopleTexts(register, props.records, props.names),
        dateOf,
      };
      const group = columns.find(({ key }) => key === props.groupBy);
      const name = await exportRegister(
        source,
        {
          format,
          columns: group && !shownColumns.includes(group) ? [group, ...shownColumns] : shownColumns,
          records: inGroups(shown, group),
          today,
          locale,
        },
        watch,
      );
      if (name !== null) tell(t('registers.exchange.export.done', { name }));
    });
  const what = t('registers.exchange.export.making');
  return (
    <div className="dk-export">
      <Popup label={t('registers.exchange.export.label')}>
        <p className="dk-subtle dk-small">
          {props.isComplete
            ? t('registers.exchange.export.help', { rows: number(shown.length) })
            : t('registers.exchange.export.waiting')}
        </p>
        <div className="dk-row">
          {(['csv', 'xlsx'] as const).map((format) => (
            <CallButton
              key={format}
              isDisabled={!props.isComplete || shown.length === 0}
              isLoading={running !== null && making === format}
              onClick={() => void save(format)}
            >
              {t(`registers.exchange.export.${format}`)}
            </CallButton>
          ))}
        </div>
        {running?.all != null && (
          <Progress what={what} {...running}>
            <StopButton what={what} onStop={stop} />
          </Progress>
        )}
        {stoppedAt !== null && (
          <p role="status">
            {t('registers.exchange.export.stopped', {
              done: number(stoppedAt.done),
              all: number(stoppedAt.all ?? shown.length),
            })}
          </p>
        )}
        {problem && <Failure title={t('registers.exchange.export.failed')} problem={problem} />}
      </Popup>
    </div>
  );
}

/** In the order of the groups, folded ones included; a record that stands in several groups comes once. */
function inGroups(shown: readonly RecordView[], group: RegisterColumn | undefined): readonly RecordView[] {
  if (!group?.facet) return shown;
  const lines = grouped(shown, group.facet, new Set(), '');
  return [...new Set(lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])))];
}
