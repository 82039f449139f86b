import { Fragment } from 'react';
import type { FieldView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat, useViewer } from '../../shared/viewer';
import { levelWord } from './scale-input';

type Names = Readonly<Record<string, string>>;

/** A field's value, as a reader wants it. What does not fit the field's kind is shown as it is, never hidden. */
export function Value(props: {
  readonly field: FieldView;
  readonly value: unknown;
  readonly names: Names;
  /** In one line and without links, as in the cells of a table. */
  readonly plain?: boolean;
}) {
  const { field, value, names, plain = false } = props;
  const format = useFormat();
  const { siteUrl } = useViewer();
  if (value === null || value === undefined || value === '')
    return <span className="dk-subtle">{t('shared.none')}</span>;

  const person = (id: unknown) => names[String(id)] ?? t('shared.unknownPerson');
  switch (field.kind) {
    case 'person':
      return <bdi>{person(value)}</bdi>;
    case 'people':
      return <>{Array.isArray(value) ? <People names={value.map(person)} /> : <bdi>{person(value)}</bdi>}</>;
    case 'date':
      return <>{format.date(String(value))}</>;
    case 'choice':
      return <>{field.options?.find((option) => option.value === value)?.label ?? String(value)}</>;
    case 'scale':
      return <>{`${String(value)} ${levelWord(field, Number(value))}`.trim()}</>;
    case 'percentage':
      return <>{`${format.number(Number(value))} %`}</>;
    case 'number':
      return <>{format.number(Number(value))}</>;
    case 'money':
      return <>{moneyText(value, format.money)}</>;
    case 'issueLinks':
      return (
        <IssueLinks keys={Array.isArray(value) ? value.map(String) : []} siteUrl={siteUrl} plain={plain} />
      );
    case 'pageLink':
      return plain ? (
        <>{t('registers.page', { id: String(value) })}</>
      ) : (
        <SiteLink url={`${siteUrl}/wiki/pages/viewpage.action?pageId=${encodeURIComponent(String(value))}`}>
          {t('registers.page', { id: String(value) })}
        </SiteLink>
      );
    default:
      return plain ? <bdi>{String(value)}</bdi> : <span className="dk-lines dk-text">{String(value)}</span>;
  }
}

/** Each name in its own direction, and none turns the next round. */
const People = (props: { readonly names: readonly string[] }) =>
  props.names.map((name, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      <bdi>{name}</bdi>
    </Fragment>
  ));

function IssueLinks(props: {
  readonly keys: readonly string[];
  readonly siteUrl: string;
  readonly plain: boolean;
}) {
  if (props.plain) return <>{props.keys.join(', ')}</>;
  return (
    <span className="dk-row">
      {props.keys.map((key) => (
        <SiteLink key={key} url={`${props.siteUrl}/browse/${encodeURIComponent(key)}`}>
          {key}
        </SiteLink>
      ))}
    </span>
  );
}

function moneyText(value: unknown, format: (minorUnits: number, currency: string) => string): string {
  const { minor, currency } = value as { minor?: unknown; currency?: unknown };
  return typeof minor === 'number' && typeof currency === 'string'
    ? format(minor, currency)
    : JSON.stringify(value);
}
