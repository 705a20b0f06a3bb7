import { callDoor } from '@scrip/http';
import { createRpc, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { expect, it } from 'vitest';
import { noGuard } from '../../test/testkit/call.ts';
import { doorServer } from '../../test/testkit/doors.ts';
import { xmlRpc } from '../../test/testkit/transports.ts';
import { xmlRpcCodec } from './index.ts';

/** A door that shows the procedures of one document only, under that document's names. */
function declare(name: string) {
  return procedure({
    name,
    summary: 'Counts.',
    params: { credits: param(t.int(), 'How many.') },
    result: t.string(),
    resultDoc: 'Who counted, and what.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: ({ credits }) => `${name} ${credits}`,
  });
}

const rpc = createRpc({ batchLimit: 5, guard: noGuard, procedures: [declare('shop.give2'), declare('bank.pay')] });
const codec = xmlRpcCodec(rpc.scoped({ prefix: 'shop.', aliases: { give: 'give2' } }));
const server = doorServer([
  callDoor({ name: 'shop', addresses: ['POST /catalog/shop.php', 'POST /api/xmlrpc/shop.php'], codecs: [codec] }),
  callDoor({ name: 'all', addresses: ['POST /xmlrpc'], codecs: [xmlRpcCodec(rpc)] }),
]);
const ADDRESSES = ['/catalog/shop.php', '/api/xmlrpc/shop.php'];

it.each(ADDRESSES)('%s answers under every name of the document', async (path) => {
  const call = xmlRpc(server.url + path);
  for (const name of ['shop.give2', 'give2', 'shop.give', 'give', 'shop_GIVE']) {
    expect(await call(name, [7])).toEqual({ result: 'shop.give2 7' });
  }
  expect(await call('system.listMethods', [])).toEqual({ result: ['shop.give2'] });
  expect(await call('bank.pay', [7])).toMatchObject({ fault: -32601 });
});

it('the other address shows all', async () => {
  const call = xmlRpc(`${server.url}/xmlrpc`);
  expect(await call('system.listMethods', [])).toMatchObject({ result: expect.arrayContaining(['shop.give2', 'bank.pay']) });
  expect(await call('give', [7])).toMatchObject({ fault: -32601 });
});
