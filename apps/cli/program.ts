import { Command, CommanderError, InvalidArgumentError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { freezeAccount, limitAccount, type NewLimits, showAccount } from './accounts.ts';
import { examples, wholeUpTo } from './arguments.ts';
import { avatarCommands } from './avatar-commands.ts';
import { revokeCapability, showCapability } from './capabilities.ts';
import { both, verifyChain } from './chain.ts';
import { type Client, createClient } from './client.ts';
import { addCurrency, listCurrencies } from './currencies.ts';
import { CliError, usageError } from './errors.ts';
import { gridCommands } from './grids.ts';
import type { Terminal } from './input.ts';
import { audit, mint } from './money.ts';
import { addOperator, listOperators, type NewOperator, revokeOperator, showLog } from './operators.ts';
import { listOutbox, resend } from './outbox.ts';
import type { Report } from './report.ts';
import { operatorCapability, serverUrl } from './settings.ts';
import { status } from './status.ts';

const ENVIRONMENT = `
Environment:
  SCRIP_URL         the server's address; otherwise HOST and PORT count, as for the server (http://127.0.0.1:8080)
  SCRIP_DATA        the server's data directory (.scrip): its operator.capability opens the operators' procedures
  SCRIP_CAPABILITY  an operator's capability itself, in place of that file: to act as an operator who was added

For programs: npm run --silent scrip -- audit --json

Exit codes: 0 done; 1 refused, failed or bad news; 2 the command was not understood.`;

/** Runs one command to its end; returns the exit code of the process. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let report: Report | undefined;
  const program = createProgram(terminal, (made) => {
    report = made;
  });
  const asJson = () => program.opts<{ json?: true }>().json === true;
  try {
    await program.parseAsync(args, { from: 'user' });
    if (report) terminal.stdout.write(`${asJson() ? JSON.stringify(report.json) : report.text}\n`);
    return report?.good === false ? 1 : 0;
  } catch (error) {
    // Commander throws for --help and --version as well, once they are printed.
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { code, message, exitCode } = asCliError(error);
    terminal.stderr.write(asJson() ? `${JSON.stringify({ error: { code, message } })}\n` : `scrip: ${message}\n`);
    return exitCode;
  }
}

function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (!(error instanceof CommanderError)) throw error;
  if (error.code === 'commander.help') return usageError('a command is needed; --help lists them');
  return usageError(`${error.message.replace(/^error: /, '')}\nThe same with --help tells what is needed.`);
}

function createProgram(terminal: Terminal, done: (report: Report) => void): Command {
  const client = (): Client => createClient(serverUrl(terminal.env), () => operatorCapability(terminal.env));
  const program = new Command('scrip')
    .description("The operator's command: a client of a running Scrip server.")
    .version(packageJson.version, '--version', 'print the version')
    .option('--json', 'answer with one JSON document, and errors as one on the error stream')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      // Help where a command is missing, and errors: both are said where all other errors are.
      writeErr: () => {},
    })
    .helpCommand(false)
    .addHelpText('after', ENVIRONMENT);
  const group = (name: string, description: string) => program.command(name).description(description).helpCommand(false);

  program
    .command('status')
    .description('Tell whether the server is ready, and how its calls ended.')
    .action(async () => done(await status(client())));

  avatarCommands(group('avatar', 'Add, list, rename and disable avatars, and set their passwords.'), { client, terminal, done });

  program
    .command('mint')
    .argument('<avatar>', 'name or key of the avatar who owns the account')
    .argument('<account>', 'name of the account, such as working')
    .argument('<amount>', 'in the currency of the account, such as 9.99', amount)
    .description('Create money in an account and print the transaction id.')
    .option('--comment <text>', 'shown in the history of the account; cut at 64 characters', '')
    .option('--request-id <text>', 'repeats an earlier run: the same under the same id is booked once')
    .action(async (avatar: string, account: string, amount: string, options: { comment: string; requestId?: string }) =>
      done(await mint(client(), { avatar, account, amount, ...options })),
    );
  examples(program, ["mint 'Secret2 Linden' working 1000", "mint Chad promotional 50 --comment 'opening gift'"]);

  accountCommands(group('account', 'Look at accounts, limit and freeze them.'), client, done);

  const currencies = group('currency', 'Add and list currencies.');
  currencies
    .command('add')
    .argument('<code>', 'its code, such as EUR')
    .argument('<scale>', 'number of decimal places, 0 to 6', wholeUpTo(0, 6))
    .description('Add a currency, for good: neither its code nor its scale can be changed.')
    .action(async (code: string, scale: number) => done(await addCurrency(client(), code, scale)));
  examples(currencies, ['currency add EUR 2']);
  currencies
    .command('list')
    .description('List the currencies, the default one first.')
    .action(async () => done(await listCurrencies(client())));
  examples(currencies, ['currency list --json']);

  const capabilities = group('capability', 'Look at and revoke capabilities.');
  capabilities
    .command('show')
    .argument('<capability>', 'the capability, or - to read it from the standard input')
    .description('Tell what a capability is, whose it is, and whether it is still good.')
    .action(async (given: string) => done(await showCapability(client(), terminal, given)));
  examples(capabilities, ['capability show - <.scrip/operator.capability']);
  capabilities
    .command('revoke')
    .argument('<jti-or-capability>', "a capability's id (jti), the capability, or - to read either from the standard input")
    .description('Revoke a capability and all that were derived from it.')
    .action(async (given: string) => done(await revokeCapability(client(), terminal, given)));
  examples(capabilities, ['capability revoke 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90', 'capability revoke - <leaked.txt']);

  gridCommands(group('grid', 'Add, list and remove grids whose objects may call.'), client, done);

  operatorCommands(group('operator', 'Add, list and revoke operators.'), client, done);
  program
    .command('log')
    .description('Show what operators called, oldest first.')
    .option('--after <id>', 'the last one of the page before', '')
    .option('--limit <count>', 'how many to show, at most 1000', wholeUpTo(1, 1_000), 100)
    .action(async (page: { after: string; limit: number }) => done(await showLog(client(), page)));
  examples(program, ['log', 'log --after 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90 --json']);

  const outbox = group('outbox', 'Look at what leaves the server, such as mail, and send it again.');
  outbox
    .command('list')
    .description('List it, oldest first.')
    .option('--after <id>', 'the last one of the page before', '')
    .option('--limit <count>', 'how many to list, at most 1000', wholeUpTo(1, 1_000), 100)
    .action(async (page: { after: string; limit: number }) => done(await listOutbox(client(), page)));
  examples(outbox, ['outbox list', 'outbox list --after 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90 --json']);
  outbox
    .command('resend')
    .argument('<id>', 'its id, as outbox list tells it')
    .description('Send one anew, at once: one that failed, waits or was sent.')
    .action(async (id: string) => done(await resend(client(), id)));
  examples(outbox, ['outbox resend 0190d5c4-7a3e-7b52-9f0e-2f4b1c6d8e90']);

  program
    .command('audit')
    .description('Recompute the books from their entries; exit code 1 where they do not add up.')
    .option('--chain', 'compare them with their seals too, and print the newest seal')
    .option('--expect <number:hash>', 'a seal that an earlier run printed: the chain must still hold it')
    .action(async ({ chain, expect = '' }: { chain?: true; expect?: string }) => {
      if (expect !== '' && !chain) throw usageError('--expect is a seal of the chain: it needs --chain');
      const seals = chain
        ? await verifyChain(client(), expect, program.opts<{ json?: true }>().json ? undefined : terminal.stderr)
        : undefined;
      const books = await audit(client());
      done(seals ? both(books, seals) : books);
    });
  examples(program, ['audit', 'audit --chain', 'audit --chain --expect 1204:6b3f9a52…']);
  return program;
}

function accountCommands(accounts: Command, client: () => Client, done: (report: Report) => void): void {
  const command = (name: string, description: string) =>
    accounts
      .command(name)
      .argument('<owner>', 'name of the avatar, or key of the avatar or group, who owns the account')
      .argument('<account>', 'name of the account, such as working')
      .description(description);
  command('show', 'Tell what is in an account, and what may be done with it.').action(async (owner: string, account: string) =>
    done(await showAccount(client(), { owner, account })),
  );
  examples(accounts, ["account show 'Secret2 Linden' working"]);
  command('freeze', 'See to it that nothing leaves an account.').action(async (owner: string, account: string) =>
    done(await freezeAccount(client(), { owner, account }, true)),
  );
  examples(accounts, ['account freeze Matt working']);
  command('unfreeze', 'Let money leave the account again.').action(async (owner: string, account: string) =>
    done(await freezeAccount(client(), { owner, account }, false)),
  );
  examples(accounts, ['account unfreeze Matt working']);
  command('limits', 'Set how far below zero an account may go, and the most that it may hold; what is left out stays as it is.')
    .option('--overdraft <amount>', 'in the currency of the account', amount)
    .option('--maximum <amount>', 'in the currency of the account, or none', (text) => (text === 'none' ? text : amount(text)))
    .action(async (owner: string, account: string, wanted: NewLimits) => done(await limitAccount(client(), { owner, account }, wanted)));
  examples(accounts, ['account limits Matt working --overdraft 500', 'account limits Matt working --maximum none']);
}

function operatorCommands(operators: Command, client: () => Client, done: (report: Report) => void): void {
  const scopes = (text: string) => text.split(',').map((scope) => scope.trim());
  operators
    .command('add')
    .argument('<name>', 'what the log calls the operator')
    .description("Add an operator and print the operator's capability, which is stored nowhere.")
    .requiredOption('--scopes <list>', 'what the operator may do, with commas: read, accounts, money, people, system', scopes)
    .option('--hours <count>', 'until it expires, at most 720', wholeUpTo(1, 720), 8)
    .action(async (name: string, wanted: NewOperator) => done(await addOperator(client(), name, wanted)));
  examples(operators, ['operator add Ann --scopes read,money --hours 8', "operator add 'Night shift' --scopes read >night.capability"]);
  operators
    .command('list')
    .description('List the operators that were added, newest first, with those that have ended.')
    .option('--after <id>', 'the last one of the page before', '')
    .option('--limit <count>', 'how many to list, at most 1000', wholeUpTo(1, 1_000), 100)
    .action(async (page: { after: string; limit: number }) => done(await listOperators(client(), page)));
  examples(operators, ['operator list', 'operator list --json']);
  operators
    .command('revoke')
    .argument('<name>', 'as operator list tells it')
    .description('End an operator at once, and the operators that it added.')
    .action(async (name: string) => done(await revokeOperator(client(), name)));
  examples(operators, ['operator revoke Ann']);
}

/** As it was typed: the server reads the digits, and knows how many decimal places the currency has. */
function amount(text: string): string {
  if (/^\d{1,16}(\.\d{1,6})?$/.test(text)) return text;
  throw new InvalidArgumentError('A number such as 20 or 9.99 is needed.');
}
