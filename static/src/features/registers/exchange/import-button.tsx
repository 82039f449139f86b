import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { RecordView, RegisterView } from '../../../api/contract';
import { Waiting } from '../../../shared/loaded';
import type { Names } from '../columns';
import { text } from './messages';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }));

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
      <Button onClick={() => setOpen(true)}>{text.import.button}</Button>
      {isOpen && (
        <Suspense fallback={<Waiting what={text.import.button} />}>
          <ImportDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
