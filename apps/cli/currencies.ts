import type { Client } from './client.ts';
import { type Report, table } from './report.ts';

interface Currency {
  readonly code: string;
  readonly scale: number;
  readonly default: boolean;
}

/** For good: neither code nor scale can be changed afterwards. */
export async function addCurrency(client: Client, code: string, scale: number): Promise<Report> {
  await client.call('operator.addCurrency', { code, scale });
  return { text: `${code} is there, with ${scale} decimal places`, json: { code, scale } };
}

export async function listCurrencies(client: Client): Promise<Report> {
  const currencies = (await client.ask('bank.currencies', {})) as readonly Currency[];
  const rows = currencies.map(({ code, scale, default: usual }) => [code, String(scale), usual ? 'yes' : '']);
  return { text: table(['code', 'scale', 'default'], rows), json: currencies };
}
