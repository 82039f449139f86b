import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { registers } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { Timeline } from './record/timeline';
import { inViewersWords } from './register-words';

/** Who changed what, read when somebody asks. */
export function IssueHistory(props: { readonly kind: string; readonly issueId: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <History {...props} />;
  return (
    <div>
      <Button appearance="subtle" spacing="compact" onClick={() => setOpen(true)}>
        {t('registers.record.timeline.show')}
      </Button>
    </div>
  );
}

function History({ kind, issueId }: { readonly kind: string; readonly issueId: string }) {
  const file = useCall(registers.read, { kind, issueId });
  return (
    <section className="dk-section" aria-label={t('registers.record.timeline.title')}>
      <h3>{t('registers.record.timeline.title')}</h3>
      <Loaded of={file} what={t('registers.record.what')} shape="lines">
        {({ register, timeline, names }) => (
          <Timeline register={inViewersWords(register)} names={names} entries={timeline} />
        )}
      </Loaded>
    </section>
  );
}
