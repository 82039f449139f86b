import { SiteLink } from './site-link';

export interface ShownFigure {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  /** Where it is proved, and what the link says to those who only hear it. */
  readonly url?: string;
  readonly linkLabel?: string;
  readonly change?: string;
}

/** Numbers with their names, and what changed. */
export const FigureList = ({ figures }: { readonly figures: readonly ShownFigure[] }) => (
  <dl className="dk-figures">
    {figures.map(({ key, title, value, url, linkLabel, change }) => (
      <div key={key}>
        <dt>{title}</dt>
        <dd>
          {url === undefined ? (
            value
          ) : (
            <SiteLink url={url} {...(linkLabel !== undefined && { label: `${value}, ${linkLabel}` })}>
              {value}
            </SiteLink>
          )}
        </dd>
        {change !== undefined && <dd className="dk-change">{change}</dd>}
      </div>
    ))}
  </dl>
);
