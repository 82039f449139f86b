import type { StatusPoint } from '../../../api/contract';
import { AgeingPicture, RiskPicture } from './bars';
import { text } from './messages';
import { RagHistory } from './rag-history';
import { BurnUpPicture, MilestonePicture } from './trends';

/** What the published reports say over time. One report is no trend yet: its colours alone are shown. */
export default function Pictures({ history }: { readonly history: readonly StatusPoint[] }) {
  if (history.length === 0) return null;
  return (
    <section className="dk-pictures" aria-label={text.heading}>
      <RagHistory history={history} />
      {history.length === 1 ? (
        <p className="dk-subtle">{text.tooFew}</p>
      ) : (
        <>
          <BurnUpPicture history={history} />
          <MilestonePicture history={history} />
        </>
      )}
      {history.some(({ ageing }) => ageing !== null) && <AgeingPicture history={history} />}
      {history.some(({ risks }) => risks !== null) && <RiskPicture history={history} />}
    </section>
  );
}
