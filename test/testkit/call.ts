import { RequestBudget, Sources } from '@scrip/http';
import type { Call, Guard } from '@scrip/rpc';

export interface TestCall extends Call {
  readonly budget: RequestBudget;
  /** What was logged: each entry's fields with its message. */
  readonly logged: readonly { readonly level: string; readonly message: string; readonly [field: string]: unknown }[];
}

/** A call as a door would make it, whose log can be read; with a capability that came beside the parameters. */
export function testCall(capability?: string): TestCall {
  const logged: { level: string; message: string }[] = [];
  const write = (level: string) => (fields: object, message: string) => logged.push({ ...fields, level, message });
  return {
    requestId: 'request-1',
    protocol: 'test',
    source: '192.0.2.1',
    secure: true,
    budget: testBudget(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    credentials: capability === undefined ? [] : [{ kind: 'capability', token: capability }],
    logged,
  };
}

/** Of a caller who is there, from a source that asks for nothing else. */
export function testBudget(caller = { destroyed: false, readableEnded: false }): RequestBudget {
  return new RequestBudget(new Sources(262_144).of('192.0.2.1'), caller);
}

/** For procedures that are all public, or look at nothing that came. */
export const noGuard: Guard = { verify: async () => undefined };
