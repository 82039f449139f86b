export { createJiraClient, type JiraClient } from './client';
export { createJiraFacts } from './facts';
export { createIssues } from './issues';
export { createMessenger } from './messenger';
export { createAccess, createPeople } from './people';
export { createRecords } from './records';
