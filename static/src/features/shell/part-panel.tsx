import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Routes } from '../../api/routes';
import { changeTitle } from '../../api/view';
import { Boundary } from '../../shared/boundary';
import { t } from '../../shared/i18n';
import { Skeleton } from '../../shared/loaded';
import { PanelContext, titleOf } from '../../shared/panel';
import { RoutesProvider } from '../../shared/router';
import { useViewer } from '../../shared/viewer';
import type { Part } from './parts';
import type { Whereabouts } from './whereabouts';

interface Props {
  readonly part: Part;
  readonly isActive: boolean;
  readonly routes: Routes;
  readonly address: string;
  readonly whereabouts: Whereabouts;
}

/** A part of the page. Once opened it stays as it was left, out of sight, until somebody comes back to it. */
export function PartPanel(props: Props) {
  return (
    <RoutesProvider routes={props.routes} address={props.address}>
      <Contents {...props} />
    </RoutesProvider>
  );
}

function Contents({ part, isActive, whereabouts }: Props) {
  const [pathname] = useLocation();
  const { projectKey } = useViewer();
  const [subject, describe] = useState<readonly string[] | null>(null);
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const label = t(part.label);
  const name = titleOf(subject ?? [label]);

  useEffect(() => {
    if (isActive) void changeTitle(titleOf([name, projectKey, t('app.name')]));
  }, [isActive, name, projectKey]);
  // A reader who cannot see the screen change hears where they are now.
  useEffect(() => {
    if (isActive) whereabouts.arrive(pathname, root.current, heading.current);
  }, [isActive, pathname, whereabouts]);

  const panel = useMemo(() => ({ isActive, describe }), [isActive]);
  const { Screen } = part;
  return (
    <PanelContext.Provider value={panel}>
      <section ref={root} className={isActive ? 'dk-tab' : 'dk-tab dk-away'}>
        <h1 ref={heading} tabIndex={-1} className="dk-hidden">
          {label}
        </h1>
        <Boundary>
          <Suspense fallback={<Skeleton what={label} shape={part.shape} />}>
            <Screen />
          </Suspense>
        </Boundary>
      </section>
    </PanelContext.Provider>
  );
}
