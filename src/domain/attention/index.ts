export * from './assess';
export * from './silence';
