import { createHash, randomBytes } from 'node:crypto';
import { nameProblem } from '@scrip/avatars';
import { nameKey, tidyName } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { tokenInvalid, tokenRequired, unknownStudio } from '../errors.ts';
import type { Studio, StudioStore } from './store.ts';

const TOKEN_BYTES = 32;
/** Names of the studio's users begin with it. */
const MAX_NAME_LENGTH = 40;

/** Who has users that register and log in here. */
export class Studios {
  readonly #store: StudioStore;

  constructor(store: StudioStore) {
    this.#store = store;
  }

  /** Adds a studio, or gives the one of this name another token; the token before is worth nothing then. Raises invalid_params. */
  async set(wanted: string, token = randomBytes(TOKEN_BYTES).toString('base64url')): Promise<string> {
    const name = tidyName(wanted);
    const problem = name.length > MAX_NAME_LENGTH ? `it has more than ${MAX_NAME_LENGTH} characters` : nameProblem(name);
    if (problem)
      throw invalidParams(`name is ${JSON.stringify(wanted.slice(0, MAX_NAME_LENGTH))}, which can not be a studio's: ${problem}`);
    await this.#store.set(name, nameKey(name), hashOf(token));
    return token;
  }

  /** The studio whose token came. Raises studio.token_required, studio.token_invalid. */
  async open(authToken: string): Promise<Studio> {
    if (authToken === '') throw tokenRequired("authToken is missing; the studio's token is needed");
    const studio = await this.#store.findByToken(hashOf(authToken));
    if (studio) return studio;
    throw tokenInvalid('no studio has this authToken');
  }

  find(name: string): Promise<Studio | undefined> {
    return this.#store.findByName(nameKey(name));
  }

  /** As `find`; raises studio.unknown_studio. */
  async get(name: string): Promise<Studio> {
    const studio = await this.find(name);
    if (studio) return studio;
    throw unknownStudio(`no studio is called ${JSON.stringify(name.slice(0, MAX_NAME_LENGTH))}`);
  }
}

/** A token is random and long, so one pass is enough; a copy of the database opens no studio. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
