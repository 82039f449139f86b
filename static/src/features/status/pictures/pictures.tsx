import type { HeatView, StatusPoint } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { AgeingPicture, RiskPicture } from './bars';
import { RiskHeat } from './heat-picture';
import { RagHistory } from './rag-history';
import { BurnUpPicture, MilestonePicture } from './trends';

/**
 * What the published reports say over time. One report is no trend yet, and says so.
 *
 * @param props.heat the risks of the last report's week; `undefined` where they are shown elsewhere.
 */
export default function Pictures(props: {
  readonly history: readonly StatusPoint[];
  readonly heat?: HeatView | null;
}) {
  const { history, heat } = props;
  const last = history.at(-1);
  if (last === undefined) return null;
  return (
    <section className="dk-pictures" aria-label={t('status.pictures.heading')}>
      {history.length === 1 ? (
        <p className="dk-subtle">{t('status.pictures.tooFew')}</p>
      ) : (
        <>
          <RagHistory history={history} />
          <BurnUpPicture history={history} />
          <MilestonePicture history={history} />
          {history.some(({ ageing }) => ageing !== null) && <AgeingPicture history={history} />}
          {history.some(({ risks }) => risks !== null) && <RiskPicture history={history} />}
        </>
      )}
      {heat && <RiskHeat heat={heat} />}
      {heat === null && last.risks !== null && last.risks.amber > 0 && (
        <p className="dk-subtle">{t('status.pictures.heat.notRecorded')}</p>
      )}
    </section>
  );
}
