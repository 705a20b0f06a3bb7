/** What this package tells the operator; pino's loggers fit. Never given a password or a connection string. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
