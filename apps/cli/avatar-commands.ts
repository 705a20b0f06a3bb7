import type { Command } from 'commander';
import { examples, wholeUpTo } from './arguments.ts';
import { addAvatar, disableAvatar, listAvatars, type NewAvatar, renameAvatar, setPassword } from './avatars.ts';
import type { Client } from './client.ts';
import type { Terminal } from './input.ts';
import type { Report } from './report.ts';

/** What commands are run with, and who gets what they tell. */
export interface Session {
  readonly client: () => Client;
  readonly terminal: Terminal;
  readonly done: (report: Report) => void;
}

/** `scrip avatar …`. */
export function avatarCommands(avatars: Command, { client, terminal, done }: Session): void {
  avatars
    .command('add')
    .argument('<name>', "the avatar's name")
    .description('Register an avatar and print its key. The password is asked for, or read from the standard input.')
    .option('--password <text>', 'the password; others on this machine may see it in the list of processes')
    .option('--no-login', 'register an avatar that can not log in and is paid in-world')
    .option('--key <uuid>', "the grid's key for the avatar; otherwise a new one is made")
    .option('--email <address>', 'an e-mail address')
    .action(async (name: string, options: NewAvatar) => done(await addAvatar(client(), terminal, name, options)));
  examples(avatars, [
    "avatar add 'Secret2 Linden'",
    "avatar add 'Vendor Robot' --no-login",
    'avatar add Matt --email matt@example.org <password.txt',
  ]);
  avatars
    .command('list')
    .description('List avatars in the order of their names.')
    .option('--offset <count>', 'how many to leave out at the beginning', wholeUpTo(0, 1_000_000), 0)
    .option('--limit <count>', 'how many to list, at most 1000', wholeUpTo(1, 1_000), 100)
    .action(async (page: { offset: number; limit: number }) => done(await listAvatars(client(), page)));
  examples(avatars, ['avatar list', 'avatar list --offset 100 --json']);

  const command = (name: string, description: string) =>
    avatars.command(name).argument('<avatar>', 'name or key of the avatar').description(description);
  command('password', 'Set another password, which is asked for or read from the standard input; logins and grants end.').action(
    async (who: string) => done(await setPassword(client(), terminal, who)),
  );
  examples(avatars, ['avatar password Matt', "avatar password 'Secret2 Linden' <password.txt"]);
  command('rename', 'Give an avatar another name; the former one finds it until somebody else takes that.')
    .argument('<name>', 'the name from now on')
    .action(async (who: string, name: string) => done(await renameAvatar(client(), who, name)));
  examples(avatars, ["avatar rename Matt 'Matt Linden'"]);
  command('disable', 'Let nothing happen on behalf of an avatar; what is paid to it arrives.').action(async (who: string) =>
    done(await disableAvatar(client(), who, true)),
  );
  examples(avatars, ['avatar disable Matt']);
  command('enable', 'Let an avatar log in again that was disabled.').action(async (who: string) =>
    done(await disableAvatar(client(), who, false)),
  );
  examples(avatars, ['avatar enable Matt']);
}
