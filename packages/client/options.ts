/** What a client is made with. */
export interface ClientOptions {
  /** The server's base address, such as `https://scrip.example`; calls go to `/jsonrpc` below it. */
  readonly url: string;
  /** The time of a call, its retries included; 30,000 unless given. */
  readonly timeout_ms?: number;
}

/** What one call may differ in. */
export interface CallOptions {
  readonly timeout_ms?: number;
  /** Ends the call early. What the server has begun by then it may still do. */
  readonly signal?: AbortSignal;
}

export interface LoginOptions {
  /** For how long each login capability is asked for; 3,600 unless given. The client renews it before. */
  readonly valid_for_secs?: number;
}

/** The password, kept in memory for renewals; or a function that is asked at each login, and then nothing is kept. */
export type Password = string | (() => string | Promise<string>);
