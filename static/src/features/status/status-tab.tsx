import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import { call } from '../../api/call';
import { status } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { Empty, Failure, Loaded } from '../../shared/loaded';
import { toProblem, useCall } from '../../shared/use-call';
import { text } from './messages';
import { StatusCard } from './status-card';

type Publishing =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'done'; readonly outcome: 'created' | 'updated' | 'unchanged' }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

/** The last published status, and the button that publishes this week's now. */
export function StatusTab() {
  const latest = useCall(status.read, {});
  const [publishing, setPublishing] = useState<Publishing>({ state: 'idle' });

  const publish = async () => {
    setPublishing({ state: 'busy' });
    try {
      const { outcome } = await call(status.publish, {});
      setPublishing({ state: 'done', outcome });
      await latest.reload();
    } catch (error) {
      setPublishing({ state: 'failed', problem: toProblem(error) });
    }
  };
  const button = (
    <Button appearance="primary" isLoading={publishing.state === 'busy'} onClick={() => void publish()}>
      {text.publish}
    </Button>
  );

  return (
    <Loaded of={latest} what={text.what}>
      {(answer) => (
        <div className="dk-stack">
          <div aria-live="polite">
            {publishing.state === 'done' && (
              <SectionMessage appearance={publishing.outcome === 'unchanged' ? 'information' : 'success'}>
                <p>{text.outcome[publishing.outcome]}</p>
              </SectionMessage>
            )}
          </div>
          {publishing.state === 'failed' && (
            <Failure title={text.publishFailed} problem={publishing.problem} />
          )}
          {answer.status === null ? (
            <Empty title={text.empty.title} text={text.empty.text}>
              <div className="dk-row">{button}</div>
            </Empty>
          ) : (
            <>
              <StatusCard status={answer.status} title={text.heading(answer.status.week)} />
              <div className="dk-row">{button}</div>
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}
