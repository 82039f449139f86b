import { Link, useRoute } from 'wouter';
import { registers } from '../../api/contract';
import { inSentence } from '../../shared/format';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { FIRST_REGISTER } from './kinds';
import { RegisterTab } from './register-tab';
import { registerTitle } from './register-words';

/** The project's registers: how many records each has, and the one that is chosen. */
export function RegistersTab() {
  const overview = useCall(registers.overview, {});
  const [, at] = useRoute('/registers/:kind?/:issueKey?');
  const kind = at?.kind ?? FIRST_REGISTER;
  const { loading, reload } = overview;
  const totalOf = (one: string) =>
    loading.state === 'ready'
      ? (loading.value.registers.find((other) => other.kind === one)?.total ?? null)
      : null;
  return (
    <div className="dk-stack">
      {loading.state === 'failed' && (
        <Failure
          title={t('shared.failed', { what: inSentence(t('registers.table.overview')) })}
          problem={loading.problem}
          onRetry={() => void reload()}
        />
      )}
      <nav aria-label={t('registers.table.overview')} className="dk-picker-room">
        {loading.state === 'ready' && <Picker registers={loading.value.registers} chosen={kind} />}
      </nav>
      {/* The register is asked for at once, not after its count is there. */}
      <RegisterTab
        key={kind}
        kind={kind}
        total={totalOf(kind)}
        opened={at?.issueKey ?? null}
        onChanged={() => void reload()}
      />
    </div>
  );
}

function Picker(props: {
  readonly registers: readonly {
    readonly kind: string;
    readonly title: string;
    readonly open: number;
    readonly total: number;
  }[];
  readonly chosen: string;
}) {
  const { number } = useFormat();
  return (
    <ul className="dk-picker">
      {props.registers.map(({ kind, title, open, total }) => (
        <li key={kind}>
          <Link
            href={`/registers/${kind}`}
            className="dk-pick"
            {...(kind === props.chosen ? { 'aria-current': 'true' as const } : {})}
          >
            <span>{registerTitle({ kind, title })}</span>{' '}
            <span className="dk-subtle">
              {t('registers.table.openOf', { open: number(open), total: number(total) })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
