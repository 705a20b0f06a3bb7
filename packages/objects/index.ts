export { type Dispenser, dispenserAuthority } from './access/dispenser.ts';
export * from './errors.ts';
export { procedures as objectProcedures } from './generated/procedures.ts';
export { Objects } from './objects.ts';
