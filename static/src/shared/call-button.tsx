import type { ComponentPropsWithoutRef } from 'react';
import Button from '@atlaskit/button/default/button';
import { t } from './i18n';
import { OFFLINE_ID } from './offline';
import { useOnline } from './online';

/**
 * A button that asks something of the app. Without a connection it is off, and leads to the words that say why. The second
 * click of a double click does nothing: where the app is quick, another button stands in the first one's place by then.
 */
export function CallButton({
  isDisabled = false,
  onClick,
  ...rest
}: ComponentPropsWithoutRef<typeof Button>) {
  const isOnline = useOnline();
  const why = isOnline ? {} : { title: t('shell.problems.offline'), 'aria-describedby': OFFLINE_ID };
  const onFirst: typeof onClick = (event, analytics) => {
    if (event.detail <= 1) onClick?.(event, analytics);
  };
  return <Button {...rest} {...why} onClick={onFirst} isDisabled={isDisabled || !isOnline} />;
}
