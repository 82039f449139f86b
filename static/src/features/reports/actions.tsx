import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../api/call';
import { reports } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { ChoiceGroup } from '../../shared/choice-group';
import { Failure } from '../../shared/loaded';
import { useAction } from '../../shared/use-action';
import { toProblem } from '../../shared/use-call';
import { ReasonDialog } from './reason-dialog';
import { isOpen, nameIn, type Part, stepped } from './step';

/** What the person may do with the whole report; where they may not, why. */
export function Actions(props: Part & { readonly onReload: () => Promise<void> }) {
  const { report } = props;
  const { label, version, rights, reviewers } = report;
  const { running, problem, run } = useAction();
  const [failed, setFailed] = useState('');
  const take = (name: 'approve' | 'publish') =>
    run(name, async () => {
      setFailed(t(`reports.${name}.failed`));
      const step =
        name === 'approve' ? call(reports.approve, { label, version }) : call(reports.publishNow, { label });
      await stepped(step, t(`reports.${name}.done`), props).catch(async (error: unknown) => {
        // What they looked at is not what is there now: show them that.
        if (toProblem(error).code === 'CONFLICT') await props.onReload();
        throw error;
      });
    });
  const isReviewed = reviewers.length > 0;
  return (
    <>
      {problem !== null && <Failure title={failed} problem={problem} />}
      <div className="dk-row">
        {isReviewed && isOpen(report) && rights.whyNotApprove === null && (
          <CallButton
            appearance="primary"
            isLoading={running === 'approve'}
            onClick={() => void take('approve')}
          >
            {t('reports.approve.button')}
          </CallButton>
        )}
        {report.state !== 'published' && rights.whyNotPublish === null && (
          <CallButton
            appearance={isReviewed ? 'default' : 'primary'}
            isLoading={running === 'publish'}
            onClick={() => void take('publish')}
          >
            {t('reports.publish.button')}
          </CallButton>
        )}
        {report.state === 'published' && rights.review && <Correct {...props} />}
        <CallButton appearance="subtle" onClick={() => void props.onReload()}>
          {t('reports.refresh')}
        </CallButton>
      </div>
      <WhyNot {...props} />
    </>
  );
}

function WhyNot({ report }: Part) {
  const { rights, reviewers, state } = report;
  const who = t('reports.approve.who', { names: reviewers.map((id) => nameIn(report, id)).join(', ') });
  if (state === 'published') {
    if (rights.review) return null;
    return (
      <p className="dk-subtle">
        {reviewers.length === 0
          ? t('reports.correct.notYouUnreviewed')
          : `${t('reports.correct.notYou')} ${who}`}
      </p>
    );
  }
  const isApproval = reviewers.length > 0 && isOpen(report);
  const why = isApproval ? rights.whyNotApprove : rights.whyNotPublish;
  if (why === null) return null;
  return <p className="dk-subtle">{isApproval ? `${why} ${who}` : why}</p>;
}

function Correct(props: Part) {
  const [isAsking, setAsking] = useState(false);
  const [figures, setFigures] = useState<'published' | 'new'>('published');
  const { label } = props.report;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('reports.correct.button')}</Button>
      {isAsking && (
        <ReasonDialog
          path="reason"
          words={{
            title: t('reports.correct.title'),
            help: t('reports.correct.help'),
            reason: t('reports.correct.reason'),
            missing: t('reports.correct.reasonMissing'),
            send: t('reports.correct.send'),
            failed: t('reports.correct.failed'),
          }}
          send={(given) =>
            stepped(
              call(reports.correct, { label, reason: given, figures }),
              t('reports.correct.done'),
              props,
            )
          }
          onClose={() => setAsking(false)}
        >
          <ChoiceGroup
            path="figures"
            legend={t('reports.correct.figures')}
            options={{
              published: t('reports.correct.keepFigures'),
              new: t('reports.correct.newFigures'),
            }}
            value={figures}
            onChange={setFigures}
          />
        </ReasonDialog>
      )}
    </>
  );
}
