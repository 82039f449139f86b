export * from './iso-week';
export * from './local-date';
export * from './working-days';
export * from './zone';
