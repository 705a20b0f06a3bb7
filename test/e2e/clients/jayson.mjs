// jayson's own HTTP client, and a batch with a notification in it.
import jayson from 'jayson/promise/index.js';
import { makeVisit } from './visit.mjs';

const visit = JSON.parse(process.argv[2]);
const client = jayson.Client.http(`${visit.url}/jsonrpc`);
const call = async (method, ...params) => {
  const { error, result } = await client.request(method, params);
  if (error) throw [error.code, error.message];
  return result;
};

const made = await makeVisit(call, visit);
const batch = await client.request([
  client.request('general.getAvatarKey', { avatar_name: visit.payee }, undefined, false),
  client.request('general.siteStatus', [], null, false),
  client.request('general.nothing', [], undefined, false),
]);
console.log(JSON.stringify({ ...made, batch: batch.map(({ error, result }) => error?.data.code ?? result) }));
