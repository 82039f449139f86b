export { createConfluence } from './client';
