export { readArchive, type ReadOptions } from './read';
export { scheduleArchive } from './schedule';
export { seedFromArchive, type SeedOptions } from './seed';
export { refuseOutside } from './span';
export { ArchiveError, type Archive, type ArchiveProblem } from './types';
