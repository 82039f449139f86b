import { type ComponentProps, Suspense } from 'react';
import { lazyPart } from '../../shared/lazy-part';
import type { CommitmentDialog } from './commitment-dialog';

const Dialog = lazyPart(async () => ({ default: (await import('./commitment-dialog')).CommitmentDialog }));

/** The dialog of one commitment; its code comes with the first that is opened. */
export const OpenedCommitment = (props: ComponentProps<typeof CommitmentDialog>) => (
  <Suspense fallback={null}>
    <Dialog {...props} />
  </Suspense>
);
