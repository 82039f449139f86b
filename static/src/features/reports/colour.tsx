import type { ReportView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Toned, type Tone } from '../../shared/tone';

export type Rag = NonNullable<ReportView['overall']>;

const RAG_TONES = { green: 'success', amber: 'warning', red: 'danger' } as const satisfies Record<Rag, Tone>;

/** A colour in its word, or that there is none. */
export function Colour({ of }: { readonly of: Rag | null }) {
  if (of === null) return <span className="dk-subtle">{t('reports.noColour')}</span>;
  return <Toned tone={RAG_TONES[of]}>{t(`reports.colours.${of}`)}</Toned>;
}

const STATE_TONES = {
  collecting: 'progress',
  draft: 'progress',
  'in-review': 'warning',
  approved: 'success',
  published: 'success',
} as const satisfies Record<ReportView['state'], Tone>;

/** Where a report stands. */
export const ReportState = ({ of }: { readonly of: ReportView['state'] }) => (
  <Toned tone={STATE_TONES[of]}>{t(`reports.states.${of}`)}</Toned>
);
