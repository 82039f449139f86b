import { reports } from '../../api/contract';
import { call } from '../../api/call';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { type FileKind, makeFile } from './make-file';

const KINDS: readonly FileKind[] = ['pptx', 'xlsx'];

/** Saves a published report as slides or as a workbook. */
export function ReportFiles({ label }: { readonly label: string }) {
  const viewer = useViewer();
  const { running, problem, run } = useAction();
  const save = (kind: FileKind) =>
    run(kind, async () => {
      const report = await call(reports.files, { label });
      tell(t('reportFiles.done', { name: await makeFile(kind, report, viewer) }));
    });
  return (
    <div role="group" aria-label={t('reportFiles.label', { label })}>
      <div className="dk-row">
        {KINDS.map((kind) => (
          <CallButton key={kind} isLoading={running === kind} onClick={() => void save(kind)}>
            {t(`reportFiles.${kind}`)}
          </CallButton>
        ))}
      </div>
      {problem && <Failure title={t('reportFiles.failed')} problem={problem} />}
    </div>
  );
}
