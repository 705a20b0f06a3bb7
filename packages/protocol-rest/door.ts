import { type Address, answerCalls, type Door, type HttpReply, refusalFault } from '@scrip/http';
import type { Rpc } from '@scrip/rpc';
import { openExchange } from './exchange.ts';
import { checkFace, type Face, type Row } from './face.ts';

/** For the browser that asks before it calls; a day is the longest that any of them remembers it. */
const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
};

/** A face as a door. A table that does not fit the procedures stops the start. */
export function restDoor(rpc: Rpc, face: Face): Door {
  checkFace(face, rpc);
  const rows = rowsByAddress(face);
  const preflights = face.cors ? [...rows.keys()].map((address): Address => `OPTIONS ${pathOf(address)}`) : [];
  const codec = { name: face.name, open: openExchange(rpc, face, rows) };
  return {
    name: face.name,
    addresses: [...rows.keys(), ...new Set(preflights)],
    anyCase: face.anyCase === true,
    answer(request) {
      if (request.method === 'OPTIONS') return Promise.resolve<HttpReply>({ status: 204, headers: PREFLIGHT, body: undefined });
      return answerCalls(codec, request);
    },
    ...(face.alwaysOk && {
      refuse(refusal, request) {
        const exchange = codec.open(request);
        return exchange.reply([exchange.writeFault(refusalFault(refusal))]);
      },
    }),
  };
}

function rowsByAddress({ rows, language }: Face): ReadonlyMap<Address, readonly Row[]> {
  const byAddress = new Map<Address, Row[]>();
  for (const row of rows) {
    for (const address of row.addresses.flatMap((address) => (language ? [address, withLanguage(address)] : [address]))) {
      const known = byAddress.get(address);
      if (known) known.push(row);
      else byAddress.set(address, [row]);
    }
  }
  return byAddress;
}

/** `POST /rest/login` -> `POST /<LANGUAGE:[a-z]{2}>/rest/login`. */
function withLanguage(address: Address): Address {
  return address.replace(' /', ' /<LANGUAGE:[a-z]{2}>/') as Address;
}

function pathOf(address: Address): `/${string}` {
  return address.slice(address.indexOf('/')) as `/${string}`;
}
