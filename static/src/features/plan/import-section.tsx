import { useState } from 'react';
import Textfield from '@atlaskit/textfield';
import { call } from '../../api/call';
import { IMPORT_COLUMNS_SHAPE, type ImportOutcome, plan } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { decoded } from '../../shared/decode';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Progress } from '../../shared/progress';
import { Folded } from '../settings/folded';
import { withPaths } from './field-paths';
import { type FileRow, readFile } from './read-file';

interface Preview {
  readonly rows: readonly ImportOutcome[];
  readonly problems: readonly string[];
}

/** Brings lines in from a file: first what it would do, then the deed. */
export function ImportSection(props: { readonly revision: number; readonly onImported: () => void }) {
  const form = useSubmit();
  const [rows, setRows] = useState<readonly FileRow[]>([]);
  const [why, setWhy] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const choose = async (file: File | undefined) => {
    setPreview(null);
    form.errors.clear();
    const read = file ? readFile(decoded(await file.arrayBuffer())) : { rows: [] };
    setRows('rows' in read ? read.rows : []);
    if ('problem' in read) await form.submit({ 'import.rows': read.problem }, () => Promise.resolve());
  };
  const send = (apply: boolean) =>
    form.submit({}, async () => {
      const { revision } = props;
      const request = { revision, rows: [...rows], apply, why };
      const answer = await call(plan.importLines, request).catch((error: unknown) => {
        throw withPaths(error, (path) => `import.${path}`);
      });
      setPreview(answer);
      if (answer.saved === null) return;
      tell(t('plan.importing.done'));
      props.onImported();
    });
  const good =
    preview !== null &&
    preview.problems.length === 0 &&
    preview.rows.every(({ outcome }) => outcome !== 'refused');
  return (
    <Folded paths={[]} title={t('plan.importing.title')}>
      <CheckedForm
        of={form}
        failedTitle={t('plan.importing.failed')}
        isDirty={rows.length > 0 || why !== ''}
        className="dk-section"
        label={t('plan.importing.title')}
        onSubmit={() => void send(false)}
      >
        <p className="dk-subtle">{t('plan.importing.help', { columns: IMPORT_COLUMNS_SHAPE.join(', ') })}</p>
        <p className="dk-subtle">{t('plan.importing.sample')}</p>
        <pre className="dk-code" tabIndex={0}>
          {t('plan.importing.file')}
        </pre>
        <LabelledField path="import.rows" label={t('plan.importing.choose')}>
          {({ isInvalid, ...control }) => (
            <input
              {...control}
              type="file"
              accept=".csv,text/csv"
              aria-invalid={isInvalid}
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          )}
        </LabelledField>
        <div className="dk-narrow">
          <LabelledField path="import.why" label={t('plan.importing.why')}>
            {(control) => (
              <Textfield {...control} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
            )}
          </LabelledField>
        </div>
        <div className="dk-row">
          <CallButton type="submit" isLoading={form.saving} isDisabled={rows.length === 0}>
            {t('plan.importing.check')}
          </CallButton>
        </div>
        {form.saving && (
          <Progress what={t('plan.importing.running', { count: rows.length })} done={0} all={null} />
        )}
        {preview !== null && <Outcomes preview={preview} />}
        {preview !== null && (
          <div className="dk-row">
            <CallButton
              appearance="primary"
              isDisabled={!good}
              isLoading={form.saving}
              onClick={() => void send(true)}
            >
              {t('plan.importing.apply')}
            </CallButton>
            <span className="dk-subtle">
              {good ? t('plan.importing.ready') : t('plan.importing.refused')}
            </span>
          </div>
        )}
      </CheckedForm>
    </Folded>
  );
}

function Outcomes({ preview }: { readonly preview: Preview }) {
  return (
    <>
      {preview.problems.map((problem) => (
        <p key={problem} role="alert">
          {problem}
        </p>
      ))}
      <div className="dk-table">
        <table className="dk-compare">
          <thead>
            <tr>
              {[
                t('plan.importing.row'),
                t('plan.importing.line'),
                t('plan.importing.outcome'),
                t('plan.importing.reason'),
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ row, what, outcome, field, why }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{what}</td>
                <td>{t(`plan.importing.outcomes.${outcome}`)}</td>
                <td>{why === null ? '' : `${field === null ? '' : `${field}: `}${why}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
