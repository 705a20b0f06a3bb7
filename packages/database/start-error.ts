/** Why the server can't start, as one plain line for the operator: it names the setting to change and holds no secret. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s*\n\s*/g, ' ').trim(), options);
    this.name = 'StartError';
  }
}
