/** Anything that ends the command with a message for the person at the terminal. */
export class CliError extends Error {
  /** For programs (`--json`): the server's fault code, or one of the command's own. */
  readonly code: string;
  /** 1: refused or failed; 2: the command was not understood. */
  readonly exitCode: 1 | 2;
  constructor(code: string, message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}

export function usageError(message: string): CliError {
  return new CliError('usage', message, 2);
}
