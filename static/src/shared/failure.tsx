import SectionMessage from '@atlaskit/section-message/section-message';
import SectionMessageAction from '@atlaskit/section-message/section-message-action';
import type { ApiProblem, ProblemCode } from '../api/problem';
import { reloadPage } from '../api/view';
import { message, t } from './i18n';
import { useOnline } from './online';
import { useHasUnsaved } from './use-unsaved';

/** Only newer screens help: asking again from this one gets the same. */
const NEEDS_RELOAD: readonly ProblemCode[] = ['UPSTREAM_SHAPE', 'OUTDATED', 'NOT_LOADED'];
/** Asking again without doing something about it gets the same, and the words say all that there is to say. */
const NEEDS_OTHERS: readonly ProblemCode[] = ['NO_LICENCE', 'NO_CONFLUENCE', 'TOO_LARGE'];

/** What went wrong, in words: the cause, what to do about it, and the way on where there is one. */
export function Failure(props: {
  readonly title: string;
  readonly problem: Pick<ApiProblem, 'code' | 'message'>;
  readonly onRetry?: () => void;
}) {
  const { code, message: cause } = props.problem;
  // Without a connection, asking again gets nothing; what is back asks by itself.
  const isOnline = useOnline();
  const advice = message(`shell.advice.${code}`);
  const actions = NEEDS_RELOAD.includes(code) ? (
    <SectionMessageAction onClick={() => void reloadPage()}>{t('shell.reload')}</SectionMessageAction>
  ) : props.onRetry === undefined || !isOnline || NEEDS_OTHERS.includes(code) ? null : (
    <SectionMessageAction onClick={props.onRetry}>{t('shared.retry')}</SectionMessageAction>
  );
  return (
    <div role="alert">
      <SectionMessage
        appearance={NEEDS_OTHERS.includes(code) || code === 'OFFLINE' ? 'warning' : 'error'}
        title={props.title}
        {...(actions !== null && { actions })}
      >
        <p className="dk-text">{cause}</p>
        {advice !== undefined && <p>{advice}</p>}
        {NEEDS_RELOAD.includes(code) && <Unsaved />}
        {!NEEDS_OTHERS.includes(code) && <p className="dk-subtle">{code}</p>}
      </SectionMessage>
    </div>
  );
}

/** Reloading is right, but not before what was written is safe. */
const Unsaved = () =>
  useHasUnsaved() ? (
    <p>
      <strong>{t('shell.updated.unsaved')}</strong>
    </p>
  ) : null;
