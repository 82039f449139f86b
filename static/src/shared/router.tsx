import { type MouseEvent, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { Router } from 'wouter';
import type { Routes } from '../api/routes';
import { openInNewTab } from '../api/view';

/**
 * Puts what is inside on these routes, for wouter's links and hooks.
 *
 * @param props.address of the product's page that the routes hang below, so that links can be copied and opened in a
 *   tab of their own; may be empty.
 */
export function RoutesProvider(props: {
  readonly routes: Routes;
  readonly address: string;
  readonly children: ReactNode;
}) {
  const { routes, address } = props;
  const hooks = useMemo(
    () => ({
      hook: (): [string, Routes['go']] => [
        useSyncExternalStore(routes.subscribe, () => routes.place().pathname),
        routes.go,
      ],
      searchHook: () => useSyncExternalStore(routes.subscribe, () => routes.place().search),
      hrefs: (path: string) => address + path,
    }),
    [routes, address],
  );
  return <Router {...hooks}>{props.children}</Router>;
}

/** The frame may open no windows itself: a link that is clicked for a new tab is handed to the product. */
export function opensNewTabs(address: string) {
  return (event: MouseEvent) => {
    const wantsTab = event.button === 1 || event.metaKey || event.ctrlKey || event.shiftKey;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? '';
    if (!wantsTab || address === '' || !href.startsWith(address)) return;
    event.preventDefault();
    void openInNewTab(href);
  };
}
