/** What one request may hold, beside the server's limit of bytes. */
export const LIMITS = {
  /** In the body, and in the query. */
  fields: 200,
  nameBytes: 256,
  valueBytes: 65_536,
  /** In the head of one part. */
  partHeaders: 20,
  partHeaderBytes: 4_096,
  /** For taking a multipart body apart. It is whole by then, so that only a parser that hangs takes as long. */
  parse_ms: 2_000,
} as const;
