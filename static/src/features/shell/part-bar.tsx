import { Link } from 'wouter';
import { t } from '../../shared/i18n';
import { SettingsLink } from './settings-link';
import { GROUPS, type Part } from './parts';

interface Props {
  readonly active: Part | undefined;
  /** Where a link to the part leads: back to where it was left. */
  readonly addressOf: (part: Part) => string;
  /** The part of a group that was looked at last. */
  readonly lastOf: (parts: readonly [Part, ...Part[]]) => Part;
}

const here = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {});

/** The parts of the page, as links: each has an address of its own. */
export function PartBar({ active, addressOf, lastOf }: Props) {
  return (
    <nav aria-label={t('app.name')}>
      <ul className="dk-parts">
        {GROUPS.map(({ name, parts }) => (
          <li key={name}>
            <Link href={addressOf(lastOf(parts))} className="dk-part" {...here(active?.group === name)}>
              {t(name)}
            </Link>
          </li>
        ))}
        <SettingsLink />
      </ul>
    </nav>
  );
}

/** The neighbours of the part that is looked at, where it has any. */
export function NeighbourBar({ active, addressOf }: Omit<Props, 'lastOf'>) {
  const parts = GROUPS.find(({ name }) => name === active?.group)?.parts ?? [];
  if (active === undefined || parts.length < 2) return null;
  return (
    <nav aria-label={t(active.group)}>
      <ul className="dk-parts dk-neighbours">
        {parts.map((part) => (
          <li key={part.base}>
            <Link href={addressOf(part)} className="dk-part" {...here(part === active)}>
              {t(part.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
