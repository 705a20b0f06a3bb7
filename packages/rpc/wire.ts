import type { Call } from './procedure.ts';

/** What a protocol gets of an HTTP request: the body is whole and within SCRIP_BODY_LIMIT. */
export interface WireRequest {
  readonly body: Uint8Array;
  /** The Content-Type header as it came, if one did. */
  readonly contentType: string | undefined;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly call: Call;
}

export interface WireReply {
  readonly status: number;
  /** The Content-Type header; undefined where there is no body. */
  readonly contentType: string | undefined;
  readonly body: string;
}

/** A protocol: reads calls out of a body, runs them through `invoke`, writes results and faults. Never rejects. */
export interface Protocol {
  readonly name: string;
  /** Lower-case media types without parameters; `''` where a missing header is taken too. */
  readonly mediaTypes: readonly string[];
  answer(request: WireRequest): Promise<WireReply>;
}
