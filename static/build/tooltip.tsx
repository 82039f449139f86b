import type { ReactNode } from 'react';

/**
 * Stands in for the Design System's tooltip, which brings two placement engines with it: 28 kB compressed on every page.
 * Only icon buttons and headings of tables use it, inside the Design System; both keep their accessible names, and
 * Docket's own screens write out what matters.
 */
export default function Tooltip(props: { readonly children: ReactNode | ((given: object) => ReactNode) }) {
  const { children } = props;
  return <>{typeof children === 'function' ? children({}) : children}</>;
}
