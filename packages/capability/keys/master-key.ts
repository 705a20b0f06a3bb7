import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@scrip/database';

/** What is sealed; each purpose has a key of its own, worked out of the master key by HKDF-SHA-256. */
export type SealPurpose = 'signing-key' | 'md5-secret' | 'gift-code' | 'outbox-link' | 'first-reply';

/** What is worked out of a text so that nobody else can; each purpose has a key of its own too. */
export type MacPurpose = 'share-draw' | 'object-secret' | 'first-request' | 'studio-user';

/** The one secret outside the database: whoever has a copy of the database still needs this file. */
export interface MasterKey {
  /** Where it is kept, for messages. */
  readonly file: string;
  /** AES-256-GCM: nonce, ciphertext, tag. It opens only for the same purpose and the same `boundTo`. */
  seal(purpose: SealPurpose, plain: Uint8Array, boundTo: string): Buffer;
  /** Throws where the master key, the purpose, `boundTo` or a single bit differs. */
  open(purpose: SealPurpose, sealed: Uint8Array, boundTo: string): Buffer;
  /** HMAC-SHA-256, the same in all servers that share the master key. */
  mac(purpose: MacPurpose, text: string): Buffer;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key in `<dataDir>/master.key`, which is made (mode 0600) where it is not there yet.
 * Throws StartError where the file can't be read or made, or holds something else than 32 bytes.
 */
export async function loadMasterKey(dataDir: string): Promise<MasterKey> {
  const file = join(dataDir, 'master.key');
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const bytes = (await readIfThere(file)) ?? (await make(file));
    if (bytes.length === KEY_BYTES) return masterKey(file, bytes);
    throw new StartError(`${file} has ${bytes.length} bytes and is no master key, which has ${KEY_BYTES}; put the right file back`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`SCRIP_DATA: the master key ${file} can not be read or made: ${(error as Error).message}`, { cause: error });
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written and synced under another name first: linking fails where another process was faster, and never shows half a key. */
async function make(file: string): Promise<Buffer> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(KEY_BYTES));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return await readFile(file);
  } finally {
    await rm(draft, { force: true });
  }
}

function masterKey(file: string, bytes: Buffer): MasterKey {
  const derive = (purpose: SealPurpose | MacPurpose) => Buffer.from(hkdfSync('sha256', bytes, '', `scrip ${purpose}`, KEY_BYTES));
  const keys: Readonly<Record<SealPurpose, Buffer>> = {
    'signing-key': derive('signing-key'),
    'md5-secret': derive('md5-secret'),
    'gift-code': derive('gift-code'),
    'outbox-link': derive('outbox-link'),
    'first-reply': derive('first-reply'),
  };
  const macKeys: Readonly<Record<MacPurpose, Buffer>> = {
    'share-draw': derive('share-draw'),
    'object-secret': derive('object-secret'),
    'first-request': derive('first-request'),
    'studio-user': derive('studio-user'),
  };
  return {
    file,
    seal(purpose, plain, boundTo) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keys[purpose], nonce).setAAD(Buffer.from(boundTo));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(purpose, sealed, boundTo) {
      const bytes = Buffer.from(sealed);
      const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      // Without the length a truncated tag would be taken, which is far easier to forge.
      const decipher = createDecipheriv('aes-256-gcm', keys[purpose], bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
    mac: (purpose, text) => createHmac('sha256', macKeys[purpose]).update(text).digest(),
  };
}
