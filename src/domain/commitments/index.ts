export * from './backlog';
export * from './commitment';
export * from './decide';
export * from './explain';
export * from './policy';
export * from './recheck';
export * from './stage';
export * from './sweep';
