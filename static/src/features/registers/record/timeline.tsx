import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RegisterView, TimelineEntry } from '../../../api/contract';
import { shared } from '../../../shared/messages';
import { useFormat } from '../../../shared/viewer';
import { stateOf, type Names } from '../columns';
import { Changes } from './changes';
import { text } from './messages';

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
  if (entries.length === 0) return <p className="dk-subtle">{text.timeline.none}</p>;
  const label = (state: string) => stateOf(register, state).label.toLowerCase();
  return (
    <>
      <ol className="dk-list">
        {entries.slice(0, showsAll ? entries.length : AT_FIRST).map((entry) => {
          const { from, to } = entry.state;
          const did = text.timeline.did[entry.action];
          return (
            <li key={`${entry.revision} ${entry.at}`}>
              <span>
                <strong>{names[entry.actor] ?? shared.unknownPerson}</strong>{' '}
                {did({ from: from === null ? null : label(from), to: label(to) })}
              </span>
              <span className="dk-subtle dk-small">
                {format.instant(entry.at)}, {text.timeline.revision(entry.revision)}
              </span>
              {entry.reason !== null && (
                <span>
                  <span className="dk-subtle">{text.timeline.reason}</span> {entry.reason}
                </span>
              )}
              {/* What somebody entered at the start stands above, and is no change. */}
              {from !== null && <Changes {...{ register, names }} changes={entry.changes} />}
            </li>
          );
        })}
      </ol>
      {!showsAll && entries.length > AT_FIRST && (
        <div>
          <Button appearance="subtle" spacing="compact" onClick={() => setShowsAll(true)}>
            {text.timeline.all(entries.length)}
          </Button>
        </div>
      )}
    </>
  );
}
