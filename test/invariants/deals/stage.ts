import type { Uuid } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import type { Random } from '../../faults/random.ts';
import type { World } from '../../testkit/world.ts';
import type { Actor, Cast } from './cast.ts';

export const LOCATION = 'Mall';
export const UNITS = ['Stall', 'Booth', 'Kiosk'] as const;
export const [HOUR, DAY, WEEK] = [3_600, 86_400, 604_800] as const;

type Params = Readonly<Record<string, unknown>>;

/** What there is in a history by now. */
class Made {
  /** Groups of the owner's, any of which may get the income of the location or share in a product. */
  readonly groups: Uuid[] = [];
  readonly products: number[] = [];
  readonly orders: Uuid[] = [];
  readonly transactions: Uuid[] = [];
  readonly holds: Uuid[] = [];
  readonly cards: string[] = [];
  /** Whose `working` an operator may have frozen. */
  readonly frozen = new Set<Uuid>();
  /** Who rented a unit last, or was given its lease. */
  readonly lessees = new Map<string, Actor>();
  /** The journals in which the owner chose to pay for others. */
  readonly covered = new Set<Uuid>();
  /** Every call and its answer, for whoever looks into a history that broke the rule. */
  readonly trace: string[] = [];
  /** How often each procedure was answered, and refused by which fault. */
  readonly met = new Map<string, number>();
}

/** What one history is played with. */
export class Stage {
  readonly world: World;
  readonly random: Random;
  readonly cast: Cast;
  readonly made: Made;

  constructor(world: World, random: Random, cast: Cast, made = new Made()) {
    this.world = world;
    this.random = random;
    this.cast = cast;
    this.made = made;
  }

  /** For what happens at the same time: what it draws does not depend on who is faster. */
  fork(): Stage {
    return new Stage(this.world, this.random.fork(), this.cast, this.made);
  }

  /** Whoever it is meant for, mostly. */
  someone(...fitting: readonly Actor['role'][]): Actor {
    const role = fitting.length > 0 && this.random.chance(0.6) ? this.random.pick(fitting) : undefined;
    return role ? this.cast.is(role) : this.random.pick(this.cast.actors);
  }

  unit(unit_name: string = this.random.pick(UNITS)): Params {
    return { owner_akey: this.cast.is('owner').akey, location_name: LOCATION, unit_name };
  }

  /** A unit that was let, mostly, and who does something about its lease: its lessee, or whoever it is meant for. */
  tenancy(...fitting: readonly Actor['role'][]): { readonly who: Actor; readonly unit: Params } {
    const rented = [...this.made.lessees];
    if (rented.length === 0) return { who: this.someone(...fitting), unit: this.unit() };
    const [unit, lessee] = this.random.pick(rented);
    return { who: this.random.chance(0.5) ? lessee : this.someone(...fitting), unit: this.unit(unit) };
  }

  /** Calls a procedure; undefined where the rules refuse it. Some requests come twice, at once or one after the other. */
  async ask<T>(who: Actor, method: string, params: Params, retryable = true): Promise<T | undefined> {
    const request = retryable ? { request_id: `request ${this.random.next()}` } : {};
    const call = () => this.#call<T>(who, method, { ...params, ...request });
    if (!retryable || this.random.chance(0.8)) return call();
    if (this.random.chance(0.5)) return (await Promise.all([call(), call()])).find((answer) => answer !== undefined);
    const first = await call();
    return (await call()) ?? first;
  }

  /** As `ask`, for what is done once however often it is asked for without an id. */
  do<T>(who: Actor, method: string, params: Params): Promise<T | undefined> {
    return this.ask<T>(who, method, params, false);
  }

  async operator<T>(method: string, params: Params): Promise<T | undefined> {
    return this.#call<T>({ role: 'owner', akey: '', login: this.world.operator }, method, params);
  }

  async #call<T>(who: Actor, method: string, params: Params): Promise<T | undefined> {
    const what = `${who.akey === '' ? 'operator' : who.role}: ${method} ${this.#shown(params)}`;
    try {
      const answer = (await this.world.call(method, { capabilities: [who.login], ...params } as never)) as T;
      this.#note(what, this.#shown(answer), `${method}: done`);
      return answer;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#note(what, error.faultString, `${method}: ${error.spec.code}`);
      if (error.spec.code === 'internal' || error.spec.code === 'invalid_params') throw new Error(`${what} -> ${error.faultString}`);
      return undefined;
    }
  }

  #note(what: string, answer: string, outcome: string): void {
    this.made.trace.push(`${what} -> ${answer}`);
    this.made.met.set(outcome, (this.made.met.get(outcome) ?? 0) + 1);
  }

  /** With people by their roles, and without what makes a line long. */
  #shown(value: unknown): string {
    const text = JSON.stringify(value, (key, one) => (key === 'capabilities' || key === 'owner_akey' ? undefined : one)) ?? '';
    const named = this.cast.actors.reduce((shown, { akey, role }) => shown.replaceAll(akey, role), text);
    return named.replaceAll(this.cast.ghost, 'ghost').slice(0, 400);
  }
}
