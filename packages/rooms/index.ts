export * from './errors.ts';
export { procedures as roomProcedures } from './generated/procedures.ts';
export { Rooms } from './rooms.ts';
