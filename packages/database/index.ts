export { type Ceiling, ceiling, fullText, lockOwner } from './ceiling.ts';
export { clientPage } from './client-page.ts';
export { type Database, type DatabaseOptions, openDatabase } from './database.ts';
export { type Embedded, type EmbeddedAddresses, type EmbeddedOptions, runningEmbedded, startEmbedded } from './embedded/embedded.ts';
export { isUnavailable, isWriteConflict } from './failures.ts';
export { Prisma, PrismaClient } from './generated/client.ts';
export type { Job } from './job.ts';
export type { Log } from './log.ts';
export { migrate } from './migrate.ts';
export { type PagedList, pagedList } from './paged-list.ts';
export { bindRiders, type Rider, type RiderStatement, riderStatement, writeRiders } from './rider.ts';
export { StartError } from './start-error.ts';
export { type Command, declaredStatements, type Query, type Queryable, type Row, statement } from './statement/statement.ts';
export {
  array,
  bool,
  bytea,
  enumOf,
  float8,
  int2,
  int4,
  int8,
  jsonb,
  keyOf,
  nullable,
  numeric,
  oneOf,
  present,
  type SqlType,
  text,
  timestamptz,
  uuid,
} from './statement/types.ts';
export { retryConflicts } from './transaction.ts';
