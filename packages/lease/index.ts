export { procedures as leaseProcedures } from './generated/procedures.ts';
export { createLease, type Lease } from './lease.ts';
