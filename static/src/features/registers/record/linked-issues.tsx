import type { LinkedIssueView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { SiteLink } from '../../../shared/site-link';
import { Toned } from '../../../shared/tone';

/** Issues that the record names, field by field, and how far they are. */
export function LinkedIssues(props: {
  readonly register: RegisterView;
  readonly links: Readonly<Record<string, readonly LinkedIssueView[]>>;
}) {
  const { register, links } = props;
  return (
    <>
      {register.fields
        .filter(({ key }) => (links[key] ?? []).length > 0)
        .map(({ key, label }) => (
          <OneField key={key} label={label} issues={links[key] ?? []} />
        ))}
    </>
  );
}

function OneField(props: { readonly label: string; readonly issues: readonly LinkedIssueView[] }) {
  const { label, issues } = props;
  const done = issues.filter((issue) => issue.done).length;
  const progress = t('registers.record.links.done', { done, total: issues.length });
  return (
    <section className="dk-section" aria-label={label}>
      <div className="dk-toolbar">
        <h3>{label}</h3>
        <span className="dk-row">
          <progress
            className="dk-progress"
            max={issues.length}
            value={done}
            aria-label={`${label}: ${progress}`}
          />
          <span className="dk-subtle">{progress}</span>
        </span>
      </div>
      <ul className="dk-list">
        {issues.map((issue) => (
          <li key={issue.issueKey}>
            <span className="dk-row">
              <SiteLink url={issue.url}>{issue.issueKey}</SiteLink>
              <span>{issue.summary ?? t('registers.record.links.unseen')}</span>
              {issue.status !== null && (
                <Toned tone={issue.done ? 'success' : 'neutral'}>{issue.status}</Toned>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
