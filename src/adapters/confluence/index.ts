export { createConfluence } from './client';
export { createPageMessenger } from './messenger';
export { createTaskSource } from './tasks';
