/** An error as PostgreSQL reports it, by its SQLSTATE. */
export class SqlError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, message: string, constraint?: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** As the driver reports a connection that is gone; nobody knows what became of what was sent. */
export const lostConnection = () => new Error('Connection terminated unexpectedly');
export const refusedConnection = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
