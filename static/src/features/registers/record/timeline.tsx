import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RegisterView, TimelineEntry } from '../../../api/contract';
import { inSentence, t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import { stateOf, type Names } from '../columns';
import { Changes } from './changes';

/** So many are read at a glance; the rest comes when asked for. */
const AT_FIRST = 10;

/** Who changed what, when and why, newest first. */
export function Timeline(props: {
  readonly register: RegisterView;
  readonly entries: readonly TimelineEntry[];
  readonly names: Names;
}) {
  const { register, entries, names } = props;
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  if (entries.length === 0) return <p className="dk-subtle">{t('registers.record.timeline.none')}</p>;
  const label = (state: string) => inSentence(stateOf(register, state).label);
  return (
    <>
      <ol className="dk-list">
        {entries.slice(0, showsAll ? entries.length : AT_FIRST).map((entry) => {
          return (
            <li key={`${entry.revision} ${entry.at}`}>
              <span>
                <strong>{names[entry.actor] ?? t('shared.unknownPerson')}</strong> {didText(entry, label)}
              </span>
              <span className="dk-subtle dk-small">
                {format.instant(entry.at)}, {t('registers.record.timeline.revision', { n: entry.revision })}
              </span>
              {entry.reason !== null && (
                <span>
                  <span className="dk-subtle">{t('registers.record.timeline.reason')}</span> {entry.reason}
                </span>
              )}
              {/* What somebody entered at the start stands above, and is no change. */}
              {entry.state.from !== null && <Changes {...{ register, names }} changes={entry.changes} />}
            </li>
          );
        })}
      </ol>
      {!showsAll && entries.length > AT_FIRST && (
        <div>
          <Button appearance="subtle" spacing="compact" onClick={() => setShowsAll(true)}>
            {t('registers.record.timeline.all', { n: entries.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function didText({ action, state }: TimelineEntry, label: (state: string) => string): string {
  const { from, to } = state;
  if (action === 'moved') {
    return from === null
      ? t('registers.record.timeline.did.movedTo', { to: label(to) })
      : t('registers.record.timeline.did.moved', { from: label(from), to: label(to) });
  }
  if (action === 'voted' && from !== to) return t('registers.record.timeline.did.decided', { to: label(to) });
  return t(`registers.record.timeline.did.${action}`);
}
