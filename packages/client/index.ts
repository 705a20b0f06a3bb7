export type { Amount, Api, FaultCode, Flag, ProcedureFaults, Timestamp } from './api.ts';
export { type Client, createClient } from './client.ts';
export { type ClientCode, isFault, ScripFault } from './faults.ts';
export type { CallOptions, ClientOptions, LoginOptions, Password } from './options.ts';
