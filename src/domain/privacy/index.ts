export * from './effect';
export * from './mentions';
