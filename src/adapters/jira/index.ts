export { createAssignments } from './assignments';
export { createJiraClient, type JiraClient } from './client';
export { createJiraFacts } from './facts';
export { createIssues } from './issues';
export { createIssueMessenger } from './messenger';
export { createAccess, createPeople, createProjects } from './people';
export { createRecords } from './records';
export { createVisibility } from './visibility';
