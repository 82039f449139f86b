import type { ComponentPropsWithoutRef } from 'react';
import Button from '@atlaskit/button/default/button';
import { t } from './i18n';
import { OFFLINE_ID } from './offline';
import { useOnline } from './online';

/** A button that asks something of the app. Without a connection it is off, and leads to the words that say why. */
export function CallButton({ isDisabled = false, ...rest }: ComponentPropsWithoutRef<typeof Button>) {
  const isOnline = useOnline();
  const why = isOnline ? {} : { title: t('shell.problems.offline'), 'aria-describedby': OFFLINE_ID };
  return <Button {...rest} {...why} isDisabled={isDisabled || !isOnline} />;
}
