import type { Target } from '../../domain/commitments';
import type { Place } from '../place';

/** Where a person opens the item. */
export function targetUrl(
  place: Pick<Place, 'siteUrl'>,
  target: { readonly kind: Target['kind']; readonly id: string; readonly key?: string },
): string {
  if (target.kind === 'page') return `${place.siteUrl}/wiki/pages/viewpage.action?pageId=${target.id}`;
  return `${place.siteUrl}/browse/${target.key ?? target.id}`;
}
