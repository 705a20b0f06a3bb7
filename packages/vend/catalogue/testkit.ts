import type { Uuid } from '@scrip/kernel';
import { Fault, toJson } from '@scrip/rpc';
import { testCall } from '../../../test/testkit/call.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';

export interface Person {
  readonly name: string;
  readonly akey: Uuid;
  readonly login: string;
}

/** A merchant with those around her. */
export interface Shop {
  readonly world: World;
  readonly ann: Person;
  /** In her affiliate group. */
  readonly bob: Person;
  /** An officer of her manager group, and a plain member of it. */
  readonly cyd: Person;
  readonly dan: Person;
  /** Has nothing to do with her. */
  readonly eve: Person;
  /** Keys of her groups `Sellers` and `Staff`. */
  readonly sellers: Uuid;
  readonly staff: Uuid;
  person(name: string): Promise<Person>;
  /** A result as clients see it, in JSON's values. */
  call(method: string, ...params: unknown[]): Promise<unknown>;
  /** The text of its fault. */
  refusal(method: string, ...params: unknown[]): Promise<string>;
  /** Adds a product to a collection of ann's; returns its id. */
  add(collection: string, name: string, price?: number, details?: object): Promise<number>;
}

export async function openShop(): Promise<Shop> {
  const world = await testWorld();
  const person = async (name: string) => ({ name, ...(await world.person(name)) });
  const call = async (method: string, ...params: unknown[]) => toJson(await world.rpc.invoke(testCall(), method, params));
  const [ann, bob, cyd, dan, eve] = [
    await person('Ann Able'),
    await person('Bob Best'),
    await person('Cyd Cole'),
    await person('Dan Dole'),
    await person('Eve Ends'),
  ];
  const [{ gkey: sellers }, { gkey: staff }] = [
    await world.groups.create(ann.akey, 'Sellers'),
    await world.groups.create(ann.akey, 'Staff'),
  ];
  await world.groups.add(sellers, bob.akey, { percent: 10, officer: false });
  await world.groups.add(staff, cyd.akey, { percent: 10, officer: true });
  await world.groups.add(staff, dan.akey, { percent: 10, officer: false });
  return {
    world,
    ...{ ann, bob, cyd, dan, eve, sellers, staff },
    person,
    call,
    refusal: (method, ...params) =>
      call(method, ...params).then(
        (result) => `no fault, but ${JSON.stringify(result)}`,
        (error: unknown) => (error instanceof Fault ? error.faultString : String(error)),
      ),
    add: async (collection, name, price = 10, details = {}) =>
      (await call('vend.addProduct', [ann.login], '', collection, name, price, details)) as number,
  };
}
