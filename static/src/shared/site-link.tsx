import type { MouseEvent, ReactNode } from 'react';
import { navigate, openInNewTab } from '../api/view';
import { askToLeave } from './unsaved';

/** A link to a page of the site: the product moves, not the frame that the app lives in. */
export function SiteLink(props: {
  readonly url: string;
  readonly children: ReactNode;
  readonly label?: string;
  readonly tabIndex?: number;
  readonly className?: string;
}) {
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (event.metaKey || event.ctrlKey) void openInNewTab(props.url);
    else askToLeave(() => void navigate(props.url), 'page');
  };
  return (
    <a
      href={props.url}
      onClick={follow}
      {...(props.tabIndex === undefined ? {} : { tabIndex: props.tabIndex })}
      {...(props.className === undefined ? {} : { className: props.className })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {props.children}
    </a>
  );
}
