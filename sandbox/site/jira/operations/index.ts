import type { AnyOperation } from '../../operation';
import { commentOperations } from './comments';
import { commentPropertyOperations } from './comment-properties';
import { issueCreateOperations } from './issue-create';
import { issuePropertyOperations } from './issue-properties';
import { issueSearchOperations } from './issue-search';
import { issueOperations } from './issues';
import { linkOperations } from './links';
import { metadataOperations } from './metadata';
import { permissionOperations } from './permissions';
import { projectOperations } from './projects';
import { transitionOperations } from './transitions';
import { userOperations } from './users';
import { versionOperations } from './versions';

/** Every operation of Jira's REST API that the site serves. */
export const jiraOperations: readonly AnyOperation[] = [
  ...issueSearchOperations,
  ...issueOperations,
  ...issueCreateOperations,
  ...issuePropertyOperations,
  ...transitionOperations,
  ...commentOperations,
  ...commentPropertyOperations,
  ...linkOperations,
  ...versionOperations,
  ...projectOperations,
  ...userOperations,
  ...permissionOperations,
  ...metadataOperations,
];
