// One export for each function of manifest.yml, and nothing else; test/structure holds the two equal.
export { publish } from './handlers/consumers/publish';
export { keepPrivacy } from './handlers/consumers/privacy';
export { snapshotRegisters } from './handlers/consumers/registers';
export { remind } from './handlers/consumers/remind';
export { issueChanged } from './handlers/events/issue-changed';
export { lifecycle } from './handlers/events/lifecycle';
export { taskChanged } from './handlers/events/task-changed';
export { commitmentsExport } from './handlers/exports/commitments';
export { registerExport } from './handlers/exports/register';
export { statusExport } from './handlers/exports/status';
export { resolver } from './handlers/resolvers';
export { tick } from './handlers/scheduled/tick';
