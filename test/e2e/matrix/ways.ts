import { join } from 'node:path';
import { createClient, ScripFault } from '@scrip/client';
import type { Entry } from '@scrip/rpc';
import { ROOT } from '../../testkit/build.ts';
import { relayed } from '../../testkit/prims.ts';
import type { TestServer } from '../../testkit/server.ts';
import { jsonRpc, type Outcome, xmlRpc } from '../../testkit/transports.ts';
import type { Tool } from '../clients/run.ts';
import { phpArguments } from '../php-kit/php.ts';
import { Conversation } from './conversation.ts';
import { readRelayLine, relayLine } from './relay-line.ts';

/** A way of calling one server. */
export interface OpenWay {
  /** `params` are by position. */
  call(entry: Entry, params: readonly unknown[]): Promise<Outcome>;
  end?(): Promise<void>;
}

export interface Way {
  readonly name: string;
  /** What has to be installed for it. */
  readonly tool?: Tool;
  open(server: TestServer): OpenWay;
}

/** The whole of what the relay may be asked to answer. */
const LONG_REPLIES = { 'x-scrip-body-max': '16384' };

export const WAYS: readonly Way[] = [
  {
    name: 'XML-RPC',
    open: ({ url }) => {
      const invoke = xmlRpc(`${url}/xmlrpc`);
      return { call: ({ procedure }, params) => invoke(procedure.name, params) };
    },
  },
  {
    name: 'JSON-RPC',
    open: ({ url }) => {
      const invoke = jsonRpc(`${url}/jsonrpc`);
      return { call: ({ procedure }, params) => invoke(procedure.name, params) };
    },
  },
  {
    name: 'relay',
    open: ({ url }) => ({
      call: async (entry, params) => readRelayLine(entry, await relayed(url, relayLine(entry, params), LONG_REPLIES)),
    }),
  },
  { name: 'PHP kit', tool: 'php', open: ({ url }) => phpKit(`${url}/api.php`) },
  { name: 'TypeScript', open: ({ url }) => typeScriptClient(url) },
  { name: 'Python', tool: 'python3', open: ({ url }) => pythonClient(url) },
];

function phpKit(url: string): OpenWay {
  const program = new Conversation('php', phpArguments(join(import.meta.dirname, 'functions.php')), { APEZ_URL: url });
  return {
    async call({ procedure }, params) {
      const [ok, value] = (await program.ask([procedure.name, params])) as [boolean, unknown];
      if (ok) return { result: value };
      const { faultCode, faultString } = value as { faultCode: number; faultString: string };
      return { fault: faultCode, faultString };
    },
    end: () => program.end(),
  };
}

function typeScriptClient(url: string): OpenWay {
  const client = createClient({ url });
  return {
    async call(entry, params) {
      const [group = '', name = ''] = entry.procedure.name.split('.');
      const procedure: (params: object) => Promise<unknown> = Reflect.get(Reflect.get(client, group), name);
      try {
        return { result: await procedure(byName(entry, params)) };
      } catch (error) {
        if (error instanceof ScripFault) return { fault: error.fault, faultString: error.message };
        throw error;
      }
    },
  };
}

function pythonClient(url: string): OpenWay {
  const env = { PYTHONPATH: join(ROOT, 'packages/client-python'), PYTHONDONTWRITEBYTECODE: '1', SCRIP_URL: url };
  const program = new Conversation('python3', [join(import.meta.dirname, 'client.py')], env);
  return {
    async call(entry, params) {
      const [ok, value, text] = (await program.ask([entry.procedure.name, byName(entry, params)])) as [boolean, unknown, string];
      return ok ? { result: value } : { fault: Number(value), faultString: text };
    },
    end: () => program.end(),
  };
}

function byName({ params }: Entry, given: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(given.map((value, at) => [params[at]?.[0], value]));
}
