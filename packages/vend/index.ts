export { procedures as vendProcedures } from './generated/procedures.ts';
export { createVend, type Vend } from './vend.ts';
