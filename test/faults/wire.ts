import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from './random.ts';

/** Where in an exchange a connection breaks. */
export type Cut =
  /** The request never arrives. */
  | 'before'
  /** The request arrives and its answer is lost. */
  | 'after'
  /** Half of the answer arrives. */
  | 'middle';

interface Order {
  readonly cut: Cut;
  readonly random: Random;
  /** How many connections are still to be cut. */
  left: number;
  done(): void;
}

/** Of the pieces that pass while cuts are wanted: others get through, so that connections break at any statement. */
const SHARE = 0.25;

/** A hop that carries bytes both ways, and breaks connections when it is told to. */
export class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #order: Order | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on a free port of this machine, and connects to the port that `target` names at that moment. */
  static async open(target: () => number): Promise<Wire> {
    const server = createServer({ noDelay: true });
    const wire = new Wire(server);
    server.on('connection', (near) => wire.#carry(near, connect({ port: target(), host: '127.0.0.1', noDelay: true })));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts so many connections where `cut` says; resolves with how many it were when that is done or the time is over. */
  async cut(cut: Cut, count: number, random: Random, patience_ms: number): Promise<number> {
    const order: Order = { cut, random, left: count, done: () => {} };
    const all = new Promise<void>((resolve) => {
      order.done = resolve;
    });
    const timer = setTimeout(order.done, patience_ms);
    this.#order = order;
    await all;
    clearTimeout(timer);
    this.#order = undefined;
    return count - order.left;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(near: Socket, far: Socket): void {
    let doomed: Cut | undefined;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    near.on('data', (request: Buffer) => {
      doomed ??= this.#take();
      if (doomed === 'before') this.#break(near, far);
      else pass(near, far, request);
    });
    far.on('data', (reply: Buffer) => {
      if (doomed === undefined) return pass(far, near, reply);
      if (doomed === 'middle') near.end(reply.subarray(0, Math.ceil(reply.length / 2)));
      this.#break(near, far, doomed === 'middle');
    });
  }

  /** What happens to the exchange that begins now. */
  #take(): Cut | undefined {
    const order = this.#order;
    if (!order || order.left === 0 || !order.random.chance(SHARE)) return undefined;
    order.left -= 1;
    if (order.left === 0) order.done();
    return order.cut;
  }

  /** One side learns of it by an end, the other by a reset. */
  #break(near: Socket, far: Socket, draining = false): void {
    far.resetAndDestroy();
    if (!draining) near.destroy();
  }
}

function pass(from: Socket, to: Socket, bytes: Buffer): void {
  if (to.write(bytes)) return;
  from.pause();
  to.once('drain', () => from.resume());
}
