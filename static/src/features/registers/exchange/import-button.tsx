import { Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { lazyPart } from '../../../shared/lazy-part';
import type { Names } from '../columns';

const ImportDialog = lazyPart(async () => ({ default: (await import('./import-dialog')).ImportDialog }));

/** Opens the dialog that brings a file into the register. */
export function ImportButton(props: {
  readonly register: RegisterView;
  readonly records: readonly RecordView[];
  readonly names: Names;
  readonly onChanged: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('registers.exchange.import.button')}</Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
