import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { addressOf as addressOfModule } from '../../api/history';
import { pathOf, type Routes, routesOfPart } from '../../api/routes';
import { Empty } from '../../shared/loaded';
import { t } from '../../shared/i18n';
import { opensNewTabs, RoutesProvider } from '../../shared/router';
import { useViewer } from '../../shared/viewer';
import { NeighbourBar, PartBar } from './part-bar';
import { PartPanel } from './part-panel';
import { LANDING, type Part, partAt, PARTS } from './parts';
import type { Whereabouts } from './whereabouts';

interface Props {
  readonly routes: Routes;
  readonly whereabouts: Whereabouts;
}

/** The coordinator's page in a project. A part's code and its data are asked for when it is first opened. */
export function ProjectPage(props: Props) {
  const { moduleKey, projectKey } = useViewer();
  const [address, setAddress] = useState('');
  useEffect(() => {
    void addressOfModule({ moduleKey, projectKey }).then(setAddress);
  }, [moduleKey, projectKey]);
  const opens = useMemo(() => opensNewTabs(address), [address]);
  return (
    <RoutesProvider routes={props.routes} address={address}>
      <main className="dk-page" onClickCapture={opens} onAuxClick={opens}>
        <Parts {...props} address={address} />
      </main>
    </RoutesProvider>
  );
}

function Parts({ routes, whereabouts, address }: Props & { readonly address: string }) {
  const [pathname] = useLocation();
  const active = partAt(pathname);
  const ways = useMemo(
    () => PARTS.map((part) => ({ part, routes: routesOfPart(routes, (path) => partAt(path) === part) })),
    [routes],
  );
  /** The last one is the one that is looked at. */
  const [opened, setOpened] = useState<readonly Part[]>([]);
  if (active !== undefined && opened.at(-1) !== active)
    setOpened([...opened.filter((part) => part !== active), active]);

  /** Where a part was left, or where it begins: for that which is looked at, always there. */
  const addressOf = (part: Part) => {
    const way = part !== active && opened.includes(part) && ways.find((one) => one.part === part);
    return way ? pathOf(way.routes.place()) : part.base;
  };
  const lastOf = (parts: readonly [Part, ...Part[]]) =>
    opened.findLast((part) => parts.includes(part)) ?? parts[0];
  return (
    <>
      <PartBar {...{ active, addressOf, lastOf }} />
      <NeighbourBar {...{ active, addressOf }} />
      {ways
        .filter(({ part }) => opened.includes(part))
        .map((way) => (
          <PartPanel
            key={way.part.base}
            {...{ ...way, address, whereabouts }}
            isActive={way.part === active}
          />
        ))}
      {active === undefined && (
        <Empty title={t('shell.nowhere.title')} text={t('shell.nowhere.text')}>
          <Link href={LANDING}>{t('shell.nowhere.back')}</Link>
        </Empty>
      )}
    </>
  );
}
