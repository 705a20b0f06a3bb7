import type { Command } from 'commander';
import { examples } from './arguments.ts';
import type { Client } from './client.ts';
import { type Report, table } from './report.ts';

interface Grid {
  readonly name: string;
  readonly shard: string;
  readonly networks: readonly string[];
  readonly home: boolean;
  readonly heard?: string;
}

export function gridCommands(grids: Command, client: () => Client, done: (report: Report) => void): void {
  grids
    .command('add')
    .argument('<name>', 'what realm parameters call it')
    .argument('<shard>', 'what X-SecondLife-Shard says there, such as Production')
    .argument('[networks...]', 'where its simulators call from, such as 10.1.0.0/16; with none, only signed objects are known')
    .description("Add a grid whose objects may call, or change one. The first is the server's own.")
    .action(async (name: string, shard: string, networks: string[]) => done(await addGrid(client(), { name, shard, networks })));
  examples(grids, ['grid add Home Production 10.1.0.0/16 192.0.2.7']);
  grids
    .command('list')
    .description('List the grids, with when one of their objects called last.')
    .action(async () => done(await listGrids(client())));
  examples(grids, ['grid list --json']);
  grids
    .command('remove')
    .argument('<name>', 'as grid list tells it')
    .description('Take a grid away that has no avatars of its own: what its simulators say counts no more.')
    .action(async (name: string) => done(await removeGrid(client(), name)));
  examples(grids, ['grid remove Home']);
}

async function addGrid(client: Client, grid: Pick<Grid, 'name' | 'shard' | 'networks'>): Promise<Report> {
  await client.call('operator.addGrid', { ...grid });
  return { text: `objects of ${grid.name} may call`, json: grid };
}

async function listGrids(client: Client): Promise<Report> {
  const grids = (await client.call('operator.listGrids', {})) as readonly Grid[];
  const rows = grids.map(({ name, shard, networks, home, heard = '' }) => [name, shard, networks.join(', '), home ? 'yes' : '', heard]);
  return { text: rows.length > 0 ? table(['name', 'shard', 'networks', 'own', 'heard'], rows) : 'there are no grids', json: grids };
}

async function removeGrid(client: Client, name: string): Promise<Report> {
  await client.call('operator.removeGrid', { name });
  return { text: `${name} is no grid any more`, json: { name, removed: true } };
}
