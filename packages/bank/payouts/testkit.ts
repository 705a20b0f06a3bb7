import { newId } from '@scrip/kernel';
import { testCall } from '../../../test/testkit/call.ts';
import type { Person, World } from '../../../test/testkit/world.ts';

/** An in-world object that calls as the relay lets it: its signature was checked. */
export class Dispenser {
  readonly key = newId();
  readonly #world: World;
  readonly #owner: Person;
  readonly #realm: string;

  private constructor(world: World, owner: Person, realm: string) {
    this.#world = world;
    this.#owner = owner;
    this.#realm = realm;
  }

  /** Enrolled by the owner; a dispenser, unless `isOne` is 0. */
  static async of(world: World, owner: Person, { isOne = 1, realm = '' } = {}): Promise<Dispenser> {
    const made = new Dispenser(world, owner, realm);
    await world.call('general.enrollObject', [[owner.login], made.key, 'A dispenser']);
    await world.call('operator.setDispenser', [[world.operator], made.key, isOne]);
    return made;
  }

  async call(method: string, params: readonly unknown[], nonce: string = newId()): Promise<unknown> {
    const object = { key: this.key, owner: this.#owner.akey, realm: this.#realm, isSigned: true, nonce };
    const call = { ...testCall(), credentials: [{ kind: 'object', object } as const] };
    return (await this.#world.rpc.invoke(call, method, [...params])).value;
  }

  /** The id of what it was given; undefined where nothing waits. */
  async pull(hold_secs = 300, nonce: string = newId()): Promise<string | undefined> {
    const [id] = (await this.call('bank.pullPayout', [hold_secs], nonce)) as [string?];
    return id;
  }

  report(id: string, state: string, gridTransaction = '', nonce: string = newId()): Promise<unknown> {
    return this.call('bank.reportPayout', [id, state, gridTransaction], nonce);
  }
}
