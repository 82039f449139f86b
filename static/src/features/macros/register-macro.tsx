import { macros, type RegisterExcerptView, RegisterMacro as Settings } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { inViewersWords } from '../registers/register-words';
import { HeatPicture } from '../status/pictures/heat-picture';
import { RegisterTable } from './register-table';
import { Macro, MacroAnswer, useConfig } from './states';

/** The register that the macro names, as far as the person who looks may see it. */
export function RegisterMacro() {
  return (
    <Macro todo={t('macros.unconfigured.register')}>
      {(projectKey) => <Configured projectKey={projectKey} />}
    </Macro>
  );
}

function Configured(props: { readonly projectKey: string }) {
  const answer = useCall(macros.register, {});
  const shape = Settings.parse(useConfig()).view === 'heat-map' ? 'map' : 'table';
  return (
    <MacroAnswer of={answer} projectKey={props.projectKey} what={t('macros.what.register')} shape={shape}>
      {(excerpt) => <Excerpt of={{ ...excerpt, register: inViewersWords(excerpt.register) }} />}
    </MacroAnswer>
  );
}

function Excerpt({ of }: { readonly of: RegisterExcerptView }) {
  const format = useFormat();
  const { register, project, filter, band, heat, read, total, unreadable } = of;
  const title = t('macros.register.title', { register: register.title, project: project.name });
  const which =
    filter === 'all'
      ? t('macros.register.all')
      : band === null
        ? t('macros.register.open')
        : t('macros.register.band', { band });
  const isEmpty = read === unreadable;
  return (
    <article className="dk-status" aria-label={title}>
      <header className="dk-row">
        <h2>{title}</h2>
        <span className="dk-subtle">{which}</span>
        <span className="dk-subtle">{t('macros.asOf', { when: format.instant(of.asOf) })}</span>
      </header>
      {isEmpty ? (
        <Empty title={t('macros.register.empty.title')} text={t('macros.register.empty.text')} />
      ) : heat === null ? (
        <RegisterTable of={of} title={title} />
      ) : (
        <HeatMap of={of} heat={heat} />
      )}
      <p className="dk-row dk-subtle">
        {read < total && (
          <span>
            {t('macros.register.first', { read: format.number(read), total: format.number(total) })}
          </span>
        )}
        {unreadable > 0 && <span>{t('macros.register.unreadable', { count: unreadable })}</span>}
        <SiteLink url={of.url}>{t('macros.register.inJira')}</SiteLink>
      </p>
    </article>
  );
}

function HeatMap(props: {
  readonly of: RegisterExcerptView;
  readonly heat: NonNullable<RegisterExcerptView['heat']>;
}) {
  const { heat, of } = props;
  const format = useFormat();
  const rating = of.register.ratings.find(({ key }) => key === heat.placing)?.label ?? heat.placing;
  const summary = [
    t('macros.register.mapSummary', { rating, when: format.instant(of.asOf) }),
    ...(heat.unplaced === 0 ? [] : [t('status.pictures.heat.unplaced', { count: heat.unplaced })]),
  ].join(' ');
  return (
    <HeatPicture
      heat={{ ...heat, axes: of.register.axes ?? heat.axes }}
      title={t('macros.register.map', { register: of.register.title })}
      summary={summary}
    />
  );
}
