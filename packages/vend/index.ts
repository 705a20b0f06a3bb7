export { procedures as vendProcedures } from './generated/procedures.ts';
export { PURCHASE_FAULTS } from './purchases/faults.ts';
export { createVend, type Vend } from './vend.ts';
