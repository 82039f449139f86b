export * from './assess';
export * from './silence';
export * from './ranges';
