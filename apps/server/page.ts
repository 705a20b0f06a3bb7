import type { Address, Door, HttpReply } from '@scrip/http';

/** A door that runs no calls. */
export function page(name: string, addresses: readonly Address[], answer: () => HttpReply | Promise<HttpReply>): Door {
  return { name, addresses, answer: async () => answer() };
}
