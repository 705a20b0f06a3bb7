import { writeCall } from '@scrip/protocol-xmlrpc';
import { expect } from 'vitest';
import { type Invoke, xmlRpcBody } from '../testkit/transports.ts';
import { must, refusal } from './demo-world.ts';

// What the tests of the documented functions share. Values that are only known when the server runs come from thunks.

export type Call = readonly [method: string, ...params: unknown[]];

/** A call, and what it must come to. */
export type Answered = readonly [what: string, call: () => Call, result: () => unknown];

/** A call that must be refused, and the code of the fault. */
export type Refused = readonly [what: string, call: () => Call, code: string];

/** For calls as the document writes them. */
export async function comesTo(invoke: Invoke, [method, ...params]: Call, result: unknown): Promise<void> {
  expect(await must(invoke, method, ...params)).toEqual(result);
}

/**
 * Comes to the same as PHP, which has no dots in names, calls it; and as scripts in-world do, for whom every parameter is a
 * text. For calls that change nothing.
 */
export async function comesToOtherwise(invoke: Invoke, [method, ...params]: Call, result: unknown): Promise<void> {
  await comesTo(invoke, [method.replace('.', '_'), ...params], result);
  const texts = params.map((param) => (typeof param === 'number' ? String(param) : param));
  await comesTo(invoke, [method.toLowerCase(), ...texts], result);
}

export async function isRefused(invoke: Invoke, [method, ...params]: Call, code: string): Promise<void> {
  expect(await refusal(invoke, method, ...params)).toMatch(new RegExp(`^${code.replace('.', '\\.')}: .`));
}

/**
 * The types of a result's values over XML-RPC, in the order in which they stand on the wire, those of a struct's members as
 * `name:type`.
 */
export async function typesOnWire(url: string, [method, ...params]: Call): Promise<string[]> {
  const body = await xmlRpcBody(url, writeCall(method, params));
  const values = body.matchAll(/(?:<name>([^<]*)<\/name>\s*)?<value>\s*<([\w.]+)\/?>/g);
  return [...values].map(([, name, type]) => (name === undefined ? `${type}` : `${name}:${type}`));
}
