import { createRpc, defineFault, type Params, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { noGuard } from '../../test/testkit/call.ts';
import { type Face, faultTable, field, fieldsWith, jsonWriter, xmlWriter } from './index.ts';

/** Three small faces like the documents that are to come, over procedures that tell what they got. */
const wrongSecret = defineFault({ code: 'rest_test.wrong_secret', fault: 9701, kind: 'forbidden', doc: 'The secret is wrong.' });
const absent = defineFault({ code: 'rest_test.absent', fault: 9702, kind: 'not_found', doc: 'Nobody is there.' });

function declare<P extends Params>(name: string, params: P, handler: (input: never) => unknown) {
  return procedure<P, unknown, undefined>({
    name,
    summary: 'A procedure of this test.',
    params,
    result: t.any(),
    resultDoc: 'What it got.',
    faults: [wrongSecret, absent],
    authority: publicAuthority('a test calls it'),
    handler: handler as (input: unknown) => unknown,
  });
}

const text = (doc: string) => param(t.string({ max: 100_000 }), doc);
const optional = (doc: string, value = '') => param(t.string({ max: 100_000 }), doc, value);

export const rpc = createRpc({
  batchLimit: 5,
  guard: noGuard,
  procedures: [
    declare(
      'gifts.request',
      {
        app: param(t.int(), 'App.'),
        mode: text('Mode.'),
        user: text('User.'),
        secret: text('Secret.'),
        expiry: param(t.int({ min: 1 }), 'Seconds.', 86_400),
        extra: param(t.any(), 'Attributes.', {}),
      },
      (input: { secret: string }) => {
        if (input.secret !== 's3cret') throw wrongSecret('the secret is wrong');
        return input;
      },
    ),
    declare('gifts.list', { user: text('User.') }, ({ user }: { user: string }) => {
      if (user === 'crash') throw new Error('hunter2');
      return [{ id: 'a', 'item name': 'chair & "table"', nothing: null, user, tags: [1, true, []] }];
    }),
    declare('rooms.join', { key: text('Key.'), nickname: text('Name.'), credits: param(t.int(), 'Credits.', 0) }, (input) => input),
    declare('rooms.leave', { key: text('Key.'), nickname: text('Name.') }, ({ nickname }: { nickname: string }) => {
      throw absent(`${nickname} is not in the room`);
    }),
    declare('studio.login', { token: text('Token.'), email: optional('Email.'), plan: param(t.int(), 'Plan.', 0) }, (input) => input),
  ],
});

const gifts: Face = {
  name: 'gifts',
  sources: ['path', 'query', 'body'],
  alwaysOk: true,
  cors: true,
  outputs: [{ writer: xmlWriter('response'), field: ['fmt', 'xml'] }, { writer: jsonWriter() }],
  faults: faultTable({
    byCode: { [wrongSecret.code]: { code: -101, code_str: 'E_INVALID_SECRET' }, parse_error: { code: -1, code_str: 'E_PARSE' } },
    otherwise: { code: -100, code_str: 'E_INVALID_REQUEST' },
    reply: (documented, fault) => ({ status: 'error', error: { message: fault.message, ...documented } }),
  }),
  rows: [
    {
      addresses: ['POST /v1/app/<APP_ID>/gifts/<MODE>/<USER_ID>/request/new'],
      procedure: 'gifts.request',
      params: {
        app: field('APP_ID'),
        mode: field('MODE'),
        user: field('USER_ID'),
        secret: field('secret_key'),
        expiry: field('expiry'),
        extra: fieldsWith('custom:'),
      },
      reply: (got) => ({ status: 'ok', got }),
    },
    {
      addresses: ['GET /v1/gifts/<USER_ID>/list'],
      procedure: 'gifts.list',
      params: { user: field('USER_ID') },
      reply: (requests: unknown[]) => ({ status: 'ok', count: requests.length, requests }),
    },
  ],
};

const rooms: Face = {
  name: 'rooms',
  sources: ['query', 'body'],
  alwaysOk: true,
  outputs: [{ writer: jsonWriter(), accept: 'application/json' }, { writer: jsonWriter('text/xml; charset=utf-8') }],
  faults: (fault) => ({ success: false, message: fault.message }),
  rows: [
    {
      addresses: ['POST /customer'],
      when: ['function', 'joinRoom'],
      procedure: 'rooms.join',
      params: { key: field('key', { agree: true }), nickname: field('nickname'), credits: field('credits') },
      reply: (got) => ({ success: true, message: '', got }),
    },
    {
      addresses: ['POST /customer', 'POST /leave'],
      when: ['function', 'leaveRoom'],
      procedure: 'rooms.leave',
      params: { key: field('key', { agree: true }), nickname: field('nickname') },
    },
  ],
};

const studio: Face = {
  name: 'studio',
  sources: ['query', 'body', 'headers'],
  alwaysOk: false,
  anyCase: true,
  language: true,
  outputs: [{ writer: jsonWriter() }],
  faults: (fault) => ({ code: 417, msg: fault.message }),
  rows: [
    {
      addresses: ['POST /rest/login'],
      procedure: 'studio.login',
      params: { token: field('authToken'), email: field('email'), plan: field('plan_id') },
    },
    {
      addresses: ['POST /rest/card'],
      procedure: 'studio.login',
      params: { token: field('authToken') },
      faults: () => ({ isSuccess: 0, Message: 'no' }),
    },
  ],
};

export const FACES = { gifts, rooms, studio };
