export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export { type Embedded, type EmbeddedOptions, runningEmbedded, startEmbedded } from './embedded/embedded.ts';
export { isUnavailable, isWriteConflict } from './failures.ts';
export { Prisma, PrismaClient } from './generated/client.ts';
export type { Log } from './log.ts';
export { migrate } from './migrate.ts';
export type { Rider } from './rider.ts';
export { StartError } from './start-error.ts';
export { retryConflicts } from './transaction.ts';
