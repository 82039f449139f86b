import './exchange.css';
import { useId } from 'react';
import Button from '@atlaskit/button/default/button';
import { ModalBody } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { RecordView, RegisterView } from '../../../api/contract';
import { CallButton } from '../../../shared/call-button';
import { Dialog, DialogActions, DialogTitle } from '../../../shared/dialog';
import { inSentence, t } from '../../../shared/i18n';
import { Failure } from '../../../shared/loaded';
import { Progress } from '../../../shared/progress';
import type { Names } from '../columns';
import { ColumnChoice } from './column-choice';
import { OutcomeTable } from './outcome-table';
import { useImport, type UsedImport } from './use-import';

/** Brings a file into the register: first what each row would do, then the deed. */
export function ImportDialog(props: {
  readonly register: RegisterView;
  readonly records: readonly RecordView[];
  readonly names: Names;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}) {
  const { register, names, onClose } = props;
  const used = useImport(props);
  const { stage, file, rows, results, applied, unreadable, problem, stopped } = used;
  const isRunning = stage === 'checking' || stage === 'importing';
  return (
    <Dialog onClose={() => (isRunning ? used.stop() : onClose())} width="x-large">
      <DialogTitle>
        {t('registers.exchange.import.title', { register: inSentence(register.title) })}
      </DialogTitle>
      <ModalBody>
        <div className="dk-stack">
          <FileInput used={used} isDisabled={isRunning} />
          {unreadable !== null && (
            <div role="alert">
              <SectionMessage appearance="error">
                <p>{unreadable}</p>
              </SectionMessage>
            </div>
          )}
          {file && (stage === 'choosing' || stage === 'checked') && <ColumnChoice used={used} file={file} />}
          {isRunning && <HowFar used={used} />}
          {problem && <Failure title={t('registers.exchange.import.failedTitle')} problem={problem} />}
          {stopped !== null && (
            <div role="alert">
              <SectionMessage appearance="warning">
                <p>{stopped}</p>
              </SectionMessage>
            </div>
          )}
          {(stage === 'checked' || stage === 'done') && (
            <OutcomeTable
              {...{ register, names }}
              results={rows.flatMap(({ line }) => results.get(line) ?? [])}
              summaries={new Map(rows.map(({ line, cells }) => [line, cells['summary'] ?? '']))}
              applied={applied}
              titleOf={used.titleOf}
            />
          )}
        </div>
      </ModalBody>
      <DialogActions>
        <Actions used={used} onClose={onClose} />
      </DialogActions>
    </Dialog>
  );
}

function FileInput({ used, isDisabled }: { readonly used: UsedImport; readonly isDisabled: boolean }) {
  const id = useId();
  return (
    <div className="dk-file">
      <label htmlFor={id}>{t('registers.exchange.import.file')}</label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv"
        aria-describedby={`${id}-help`}
        disabled={isDisabled}
        onChange={(event) => void used.choose(event.currentTarget.files?.[0])}
      />
      <p id={`${id}-help`} className="dk-subtle dk-small">
        {t('registers.exchange.import.fileHelp')}
      </p>
    </div>
  );
}

function HowFar({ used }: { readonly used: UsedImport }) {
  const isChecking = used.stage === 'checking';
  return (
    <Progress
      what={t(isChecking ? 'registers.exchange.import.checking' : 'registers.exchange.import.importing')}
      {...used.reached}
    />
  );
}

function Actions({ used, onClose }: { readonly used: UsedImport; readonly onClose: () => void }) {
  const { stage, file, left, applied, mappingProblem } = used;
  if (stage === 'checking' || stage === 'importing')
    return <Button onClick={used.stop}>{t('shared.progress.stop')}</Button>;
  if (stage === 'done')
    return (
      <Button appearance="primary" onClick={onClose}>
        {t('registers.exchange.import.close')}
      </Button>
    );
  return (
    <>
      {stage === 'checked' && left.length === 0 && (
        <span className="dk-subtle">{t('registers.exchange.import.nothing')}</span>
      )}
      <Button appearance="subtle" onClick={onClose}>
        {applied.size > 0 ? t('registers.exchange.import.close') : t('shared.cancel')}
      </Button>
      {stage === 'choosing' ? (
        <CallButton
          appearance="primary"
          isDisabled={file === null || mappingProblem !== undefined}
          onClick={() => void used.check()}
        >
          {t('registers.exchange.import.check')}
        </CallButton>
      ) : (
        <CallButton appearance="primary" isDisabled={left.length === 0} onClick={() => void used.apply()}>
          {applied.size > 0
            ? t('registers.exchange.import.goOn')
            : t('registers.exchange.import.apply', { count: left.length })}
        </CallButton>
      )}
    </>
  );
}
