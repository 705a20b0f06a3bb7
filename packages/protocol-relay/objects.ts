import type { HttpRequest } from '@scrip/http';
import type { InWorldObject } from '@scrip/rpc';
import { badSignature } from './errors.ts';
import { plainNonce, readSignature, type Signed } from './signature.ts';

/** What a simulator says of an object in its headers; empty where it says nothing. */
export interface Claim {
  readonly shard: string;
  readonly objectKey: string;
  readonly ownerKey: string;
}

/** An object that may sign. */
export interface Signer {
  readonly owner: string;
  readonly realm: string;
  readonly secret: string;
}

/** One call of an object, as it may come again. */
export interface Attempt {
  readonly object: InWorldObject;
  readonly nonce: string;
  readonly body: string;
  /** Whether the call may run again under its request id without doing anything twice. */
  readonly isRepeatable: boolean;
  /** Whether it runs under a request id, so that two runs at once do nothing twice. */
  readonly hasRequestId: boolean;
}

export interface Answered {
  readonly reply: string;
  /** False where nothing was decided, so that the same call is to run again. */
  readonly isFinal: boolean;
}

/** What the relay has to know of objects. */
export interface ObjectDirectory {
  /**
   * The object of this key that may sign; undefined where none may. It may be as it was a second ago, but not before `asOf_ms`, a moment
   * of `performance.now()`.
   */
  enrolled(key: string, asOf_ms?: number): Promise<Signer | undefined>;
  /** Whether a claim can be made of this signed object. */
  fits(claim: Claim, signer: Signer): Promise<boolean>;
  /** The object that a simulator speaks for; undefined where its word does not count. */
  claimed(claim: Claim, source: string): Promise<Omit<InWorldObject, 'nonce'> | undefined>;
  heard(realm: string): void;
  readonly replies: {
    /** The first reply of this nonce, or what `run` gives now; undefined where the nonce stands for another call. */
    answer(attempt: Attempt, run: () => Promise<Answered>): Promise<string | undefined>;
  };
}

/** Who calls; undefined for an object that nothing is known of. Raises relay.bad_signature. */
export async function objectOf(request: HttpRequest, directory: ObjectDirectory): Promise<InWorldObject | undefined> {
  const claim = claimOf(request);
  const signed = readSignature(request, Math.floor(Date.now() / 1000));
  if (!signed) {
    const object = await directory.claimed(claim, request.source);
    return object && { ...object, nonce: plainNonce(request) };
  }
  const { objectKey, nonce } = signed;
  const signer = await signerOf(signed, directory);
  if (!signer) {
    throw badSignature('the object is not enrolled, or the signature is not of its secret over time, nonce, key and body');
  }
  if (claim.objectKey !== '' && claim.objectKey.toLowerCase() !== objectKey) {
    throw badSignature('X-SecondLife-Object-Key is another object than X-Scrip-Object');
  }
  if (!(await directory.fits(claim, signer)))
    throw badSignature('the simulator names another owner, or another shard, than those of the enrolled object');
  directory.heard(signer.realm);
  return { key: objectKey, owner: signer.owner, realm: signer.realm, isSigned: true, nonce };
}

/** Whose secret it was signed with. Alike for an object that is not enrolled, so that nobody learns which are. */
async function signerOf({ objectKey, isBy }: Signed, directory: ObjectDirectory): Promise<Signer | undefined> {
  const asked_ms = performance.now();
  const known = await directory.enrolled(objectKey);
  if (isBy(known?.secret ?? '')) return known;
  // Another server may have given it another secret just now.
  const now = await directory.enrolled(objectKey, asked_ms);
  return isBy(now?.secret ?? '') ? now : undefined;
}

function claimOf({ headers }: HttpRequest): Claim {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' && value.length <= 255 ? value.trim() : '';
  };
  return {
    shard: text('x-secondlife-shard'),
    objectKey: text('x-secondlife-object-key'),
    ownerKey: text('x-secondlife-owner-key'),
  };
}
