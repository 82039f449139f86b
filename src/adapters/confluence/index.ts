export { createConfluence } from './client';
export { createPageComments } from './comments';
export { createPageMessenger } from './messenger';
export { createTaskSource } from './tasks';
