import type { Uuid } from '@scrip/kernel';

/** How something leaves the server; each kind has a port of its own. */
export const OUTBOX_KINDS = ['mail', 'http'] as const;
export type OutboxKind = (typeof OUTBOX_KINDS)[number];

/**
 * `queued`: waits for its time. `sending`: a server process has it. `sent`: the other side took it. `failed`: it is not tried
 * again unless an operator resends it.
 */
export const OUTBOX_STATES = ['queued', 'sending', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Stands in a body where its link goes. */
export const LINK = '{link}';

/** What is to leave the server. */
export interface Outgoing {
  readonly kind: OutboxKind;
  /** An e-mail address; for `http` where it is posted to. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text; JSON for `http`. It holds `{link}` once where there is a link, and no secret in any case. */
  readonly body: string;
  /** The only place for a one-time secret, as part of an address. It is sealed while unsent, and gone once sent. */
  readonly link?: string;
}

/** As a port gets it: the link is in the body. */
export interface Dispatch {
  readonly id: Uuid;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
}

/** As operators see it. */
export interface OutboxItem extends Dispatch {
  readonly kind: OutboxKind;
  readonly state: OutboxState;
  /** How often it was tried since it was written or resent. */
  readonly attempts: number;
  /** Why the last attempt failed; empty where it did not. */
  readonly lastError: string;
  /** Whether a one-time link stands in the body. */
  readonly withLink: boolean;
}

/** What carries one kind of items out of the server. */
export interface Port {
  readonly kind: OutboxKind;
  /**
   * Resolves once the other side has taken it. Rejects with NotSent where it did not, or may not have. The same item can come
   * again: a port gives the other side the item's id, to know it by. It gives up where the signal says so.
   */
  send(item: Dispatch, signal: AbortSignal): Promise<void>;
}

/** Why something was not sent. */
export class NotSent extends Error {
  /** Whether the same again would be refused again. */
  readonly lasting: boolean;
  /** For logs: a code and a number, and no text of the other side, which may repeat what it was sent. */
  readonly code: string;
  constructor(code: string, message: string, lasting: boolean) {
    super(message);
    this.name = 'NotSent';
    this.code = code;
    this.lasting = lasting;
  }
}
