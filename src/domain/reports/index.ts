export * from './config';
export * from './due-step';
export * from './period';
export * from './read-section';
export * from './report';
export * from './section';
export * from './coming';
