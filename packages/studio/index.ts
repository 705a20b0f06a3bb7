export * from './errors.ts';
export { procedures as studioProcedures } from './generated/procedures.ts';
export { createStudios, type StudioSlice } from './studio.ts';
