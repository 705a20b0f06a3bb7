import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AvatarKey } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { appTaken, invalidSecret, secretMissing } from '../errors.ts';
import type { AppStore } from './store.ts';

const APP_ID = /^[A-Za-z0-9]{1,64}$/;
const SECRET_BYTES = 16;

/** Apps call with a secret key, which is kept as a hash: 128 random bits that nobody finds by trying. */
export class Apps {
  readonly #store: AppStore;

  constructor(store: AppStore) {
    this.#store = store;
  }

  /**
   * Adds an app, or gives that of the same owner another secret key, which ends the one before. Returns the key. Raises
   * invalid_params for an id that is not alphanumeric, and gifts.app_taken.
   */
  async add(id: string, owner: AvatarKey, secret = randomBytes(SECRET_BYTES).toString('hex')): Promise<string> {
    if (!APP_ID.test(id)) throw invalidParams(`app_id is ${JSON.stringify(id)}; 1 to 64 letters and digits are needed`);
    if (await this.#store.put(id, owner, hashOf(secret))) return secret;
    throw appTaken(`another avatar owns the app ${id}`);
  }

  /** The id of the app that calls. Raises gifts.secret_missing, and gifts.invalid_secret whether or not there is such an app. */
  async calling(id: string, secret: string): Promise<string> {
    // The document's own words.
    if (secret === '') throw secretMissing('Secret Key not passed');
    const app = await this.#store.find(id);
    if (app && timingSafeEqual(app.secretHash, hashOf(secret))) return app.id;
    throw invalidSecret('the secret key is not that of the app, or there is no such app');
  }
}

function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
