import { type Command, InvalidArgumentError } from 'commander';

/** Under the help of the command that was added last. */
export function examples(parent: Command, lines: readonly string[]): void {
  const text = lines.map((line) => `  npm run scrip -- ${line}`).join('\n');
  parent.commands.at(-1)?.addHelpText('after', `\nExamples:\n${text}`);
}

export function wholeUpTo(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`A whole number from ${min} to ${max} is needed.`);
  };
}
