import { type Fault, numberOf } from '../fault.ts';
import type { Cut } from '../wire.ts';

const CONNECTIONS = 12;
const PATIENCE_MS = 5_000;
const WHERE: Readonly<Record<Cut, string>> = {
  before: 'before the request passed',
  after: 'after the request, before the reply',
  middle: 'in the middle of the reply',
};

function cut(hop: 'client' | 'database', at: Cut): Fault {
  const [from, to] = hop === 'client' ? ['clients', 'server'] : ['PostgreSQL', 'server'];
  return {
    name: `cut ${hop} ${at}`,
    targets: [0, 1].map((number) => `the wire from ${from} to ${to} ${number}`),
    // A server that is being started anew would only start more often.
    lane: (target) => `server ${numberOf(target)}`,
    share: 2,
    async strike({ wires, random }, target) {
      const wire = wires[hop][numberOf(target)];
      const count = await wire?.cut(at, CONNECTIONS, random, PATIENCE_MS);
      return `${count} connections cut ${WHERE[at]}`;
    },
  };
}

/** Connections that break at each point of an exchange, on both hops. */
export const cuts: readonly Fault[] = (['client', 'database'] as const).flatMap((hop) =>
  (['before', 'after', 'middle'] as const).map((at) => cut(hop, at)),
);
