import { type CommitmentExcerptView, macros } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { Macro, MacroAnswer } from './states';
import { PlainTable } from './plain-table';

/** What people owe in the project that the macro names, as far as the person who looks may see it. */
export function CommitmentsMacro() {
  return (
    <Macro todo={t('macros.unconfigured.commitments')}>
      {(projectKey) => <Configured projectKey={projectKey} />}
    </Macro>
  );
}

function Configured(props: { readonly projectKey: string }) {
  const answer = useCall(macros.commitments, {});
  return (
    <MacroAnswer of={answer} projectKey={props.projectKey} what={t('macros.what.commitments')} shape="table">
      {(excerpt) => (excerpt.enabled ? <Excerpt of={excerpt} /> : null)}
    </MacroAnswer>
  );
}

function Excerpt({ of }: { readonly of: CommitmentExcerptView }) {
  const format = useFormat();
  const { project, parts, owners, whose, isWhole, unseen } = of;
  const title = t('macros.commitments.title', { project: project.name });
  const isEmpty = parts.every(({ count }) => count === 0);
  return (
    <article className="dk-status" aria-label={title}>
      <header className="dk-row">
        <h2>{title}</h2>
        {whose === 'me' && <span className="dk-subtle">{t('macros.commitments.mine')}</span>}
        <span className="dk-subtle">{t('macros.asOf', { when: format.instant(of.asOf) })}</span>
      </header>
      {isEmpty && (
        <Empty title={t('macros.commitments.nothing.title')} text={t('macros.commitments.nothing.text')} />
      )}
      {!isEmpty && parts.map((part) => <Part key={part.part} of={part} names={of.names} />)}
      {owners.length > 0 && <Owners owners={owners} names={of.names} />}
      {!isWhole && <p className="dk-subtle">{t('macros.commitments.partly')}</p>}
      {unseen.map((what) => (
        <p key={what} className="dk-subtle">
          {t('macros.commitments.unseen', { what })}
        </p>
      ))}
    </article>
  );
}

type PartView = CommitmentExcerptView['parts'][number];
interface Named {
  readonly names: CommitmentExcerptView['names'];
}

const ownerName = (owner: string | null, names: Named['names']): string =>
  owner === null ? t('macros.commitments.nobody') : (names[owner] ?? t('shared.unknownPerson'));

function Part({ of, names }: Named & { readonly of: PartView }) {
  const format = useFormat();
  const { part, rows, count } = of;
  const name = t(`macros.commitments.parts.${part}`);
  const when = ({ daysLate, daysLeft }: PartView['rows'][number]): string => {
    if (part === 'late') return t('macros.commitments.late', { days: daysLate });
    return part === 'today'
      ? t('macros.commitments.today')
      : t('macros.commitments.left', { days: daysLeft });
  };
  return (
    <section className="dk-section">
      <h3>{t('macros.commitments.heading', { part: name, count: format.number(count) })}</h3>
      {rows.length === 0 ? (
        <p className="dk-subtle">{t('macros.commitments.none')}</p>
      ) : (
        <PlainTable
          title={name}
          columns={(['item', 'summary', 'owner', 'due', 'when'] as const).map((column) =>
            t(`macros.commitments.columns.${column}`),
          )}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <SiteLink key="item" url={row.url}>
                {row.item}
              </SiteLink>,
              row.summary,
              ownerName(row.owner, names),
              format.date(row.dueDate),
              when(row),
            ],
          }))}
        />
      )}
      {count > rows.length && (
        <p className="dk-subtle">{t('macros.commitments.more', { count: count - rows.length })}</p>
      )}
    </section>
  );
}

function Owners(props: Named & { readonly owners: CommitmentExcerptView['owners'] }) {
  const format = useFormat();
  const title = t('macros.commitments.owners');
  return (
    <section className="dk-section">
      <h3>{title}</h3>
      <PlainTable
        title={title}
        columns={(['owner', 'open', 'late'] as const).map((column) =>
          t(`macros.commitments.columns.${column}`),
        )}
        rows={props.owners.map(({ owner, open, late }) => ({
          key: owner ?? '',
          cells: [ownerName(owner, props.names), format.number(open), format.number(late)],
        }))}
      />
    </section>
  );
}
