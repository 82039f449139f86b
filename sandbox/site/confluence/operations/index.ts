import type { AnyOperation } from '../../operation';
import { attachmentOperations } from './attachments';
import { footerCommentOperations } from './footer-comments';
import { labelOperations } from './labels';
import { pageCreateOperations } from './page-create';
import { pageDeleteOperations } from './page-delete';
import { pageListOperations } from './page-lists';
import { pageReadOperations } from './page-read';
import { pageTreeOperations } from './page-tree';
import { pageUpdateOperations } from './page-update';
import { pageVersionOperations } from './page-versions';
import { permissionCheckOperations } from './permission-check';
import { propertyOperations } from './properties';
import { spaceOperations } from './spaces';
import { taskOperations } from './tasks';
import { userOperations } from './users';

/** Everything that the site serves of Confluence; `../coverage.ts` says what each is for. */
export const confluenceOperations: readonly AnyOperation[] = [
  ...spaceOperations,
  ...pageListOperations,
  ...pageReadOperations,
  ...pageCreateOperations,
  ...pageUpdateOperations,
  ...pageDeleteOperations,
  ...pageTreeOperations,
  ...pageVersionOperations,
  ...labelOperations,
  ...attachmentOperations,
  ...propertyOperations,
  ...footerCommentOperations,
  ...taskOperations,
  ...permissionCheckOperations,
  ...userOperations,
];
