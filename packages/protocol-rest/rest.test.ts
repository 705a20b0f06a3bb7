import { describe, expect, it, test } from 'vitest';
import { doorServer } from '../../test/testkit/doors.ts';
import { type Face, field, restDoor } from './index.ts';
import { FACES, rpc } from './testkit.ts';

const LIMIT = 4_096;
const server = doorServer(
  Object.values(FACES).map((face) => restDoor(rpc, face)),
  { bodyLimit: LIMIT },
);

interface Sent {
  readonly body?: string | FormData | URLSearchParams;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

async function ask(path: string, { body, headers = {}, method = 'POST' }: Sent = {}) {
  const reply = await fetch(server.url + path, { method, headers, ...(body !== undefined && { body }) });
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    cors: reply.headers.get('access-control-allow-origin'),
    text: await reply.text(),
  };
}
const json = async (path: string, sent?: Sent) => JSON.parse((await ask(path, sent)).text);

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
function parts(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const GIFT = '/v1/app/1/gifts/fb/kunalg/request/new';
const FIELDS = { secret_key: 's3cret', expiry: '3600', 'custom:item_name': 'é 日本 & = +', 'custom:__proto__': 'x' };
const EXTRA = JSON.parse('{"item_name":"é 日本 & = +","__proto__":"x"}');
const GOT = { app: 1, mode: 'fb', user: 'kunalg', secret: 's3cret', expiry: 3_600, extra: EXTRA };

describe('fields', () => {
  test.each([
    ['urlencoded', GIFT, { body: form(FIELDS) }],
    ['in parts', GIFT, { body: parts(FIELDS) }],
    ['in JSON', GIFT, { body: JSON.stringify(FIELDS), headers: { 'content-type': 'application/json; charset=utf-8' } }],
    [
      'in JSON with a number',
      GIFT,
      { body: JSON.stringify({ ...FIELDS, expiry: 3_600 }), headers: { 'content-type': 'application/json' } },
    ],
    ['in the query', `${GIFT}?${form(FIELDS)}`, {}],
    ['in the query and a form', `${GIFT}?secret_key=s3cret`, { body: parts({ ...FIELDS, secret_key: 'wrong' }) }],
    ['with an empty form', `${GIFT}?${form(FIELDS)}`, { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['named twice with one value', `${GIFT}?secret_key=s3cret&secret_key=s3cret`, { body: form(FIELDS) }],
  ])('%s', async (_what, path, sent: Sent) => {
    const reply = await ask(path, sent);
    expect(reply).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(reply.text)).toEqual({ status: 'ok', got: GOT });
  });

  it('take the path before all', async () => {
    expect(await json(`${GIFT}?APP_ID=2`, { body: form({ ...FIELDS, USER_ID: 'x' }) })).toEqual({ status: 'ok', got: GOT });
    expect(await json('/v1/app/7/gifts/email/a%40b.c/request/new', { body: form(FIELDS) })).toMatchObject({
      got: { app: 7, user: 'a@b.c' },
    });
  });

  it('that are empty are left out where they may be', async () => {
    expect(await json(GIFT, { body: form({ secret_key: 's3cret', expiry: '', 'custom:': 'x' }) })).toMatchObject({
      got: { expiry: 86_400, extra: {} },
    });
  });

  it('take a percent sign that escapes nothing for what it is', async () => {
    const body = 'secret_key=s3cret&custom:a=100%25%&custom:b=100%';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await json(GIFT, { body, headers })).toMatchObject({ got: { extra: { a: '100%%', b: '100%' } } });
  });

  it('come from headers where the face says so, in any case', async () => {
    const headers = { authtoken: 't', EMAIL: 'a@b.c', 'content-type': 'application/x-www-form-urlencoded' };
    expect(await json('/rest/login', { body: '', headers })).toEqual({ token: 't', email: 'a@b.c', plan: 0 });
    expect(await json('/rest/login?email=q', { body: form({ plan_id: '2' }), headers: { authToken: 't' } })).toEqual({
      token: 't',
      email: 'q',
      plan: 2,
    });
    expect(await json(GIFT, { body: form({ expiry: '60' }), headers: { secret_key: 's3cret' } })).toMatchObject({ status: 'error' });
  });
});

describe('rows', () => {
  it('are told apart by a field', async () => {
    const join = { function: 'joinRoom', key: 'k', nickname: 'Ann' };
    expect(await json('/customer', { body: form(join) })).toEqual({
      success: true,
      message: '',
      got: { key: 'k', nickname: 'Ann', credits: 0 },
    });
    expect(await json('/customer', { body: form({ ...join, function: 'leaveRoom' }) })).toEqual({
      success: false,
      message: 'Ann is not in the room',
    });
    for (const body of [form({ key: 'k' }), form({ ...join, function: '__proto__' }), form({ ...join, function: 'JOINROOM' })]) {
      expect(await json('/customer', { body })).toEqual({
        success: false,
        message: 'the field function says which function is called: joinRoom, leaveRoom',
      });
    }
    expect(await json('/leave', { body: form(join) })).toMatchObject({
      message: 'the field function says which function is called: leaveRoom',
    });
  });

  it('may want the sources to agree', async () => {
    const join = { function: 'joinRoom', nickname: 'Ann' };
    expect(await json('/customer?key=k', { body: form(join) })).toMatchObject({ success: true });
    expect(await json('/customer?key=k', { body: form({ ...join, key: 'k' }) })).toMatchObject({ success: true });
    expect(await json('/customer?key=k', { body: form({ ...join, key: 'l' }) })).toEqual({
      success: false,
      message: 'the field key came with two values',
    });
  });

  it.each(['/REST/Login', '/en/rest/login', '/It/rest/LOGIN'])('are found at %s', async (path) => {
    expect(await json(path, { body: form({ authToken: 't' }) })).toMatchObject({ token: 't' });
  });

  it.each(['/eng/rest/login', '/en/en/rest/login', '/rest/login/', '/Customer', '/v1/app/1/gifts/fb/a/b/request/new'])(
    'are not found at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('answer by their own method only', async () => {
    expect(await ask('/customer', { method: 'GET' })).toMatchObject({ status: 405 });
    expect(await ask('/customer', { method: 'OPTIONS' })).toMatchObject({ status: 405 });
  });
});

describe('replies', () => {
  it('are JSON under the type of the document, unless JSON is asked for', async () => {
    const body = form({ function: 'joinRoom', key: 'k', nickname: 'Ann' });
    expect(await ask('/customer', { body })).toMatchObject({
      type: 'text/xml; charset=utf-8',
      text: expect.stringMatching(/^\{"success":true/),
    });
    for (const accept of ['application/json', 'text/html;q=0.9, Application/JSON;q=0.8']) {
      expect(await ask('/customer', { body, headers: { accept } })).toMatchObject({ type: 'application/json; charset=utf-8' });
    }
  });

  it('are XML where it is asked for', async () => {
    const reply = await ask('/v1/gifts/kunalg/list?fmt=xml', { method: 'GET' });
    expect(reply.type).toBe('application/xml; charset=utf-8');
    expect(reply.text).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<response><status>ok</status><count>1</count><requests><item><id>a</id>' +
        '<member name="item name">chair &amp; "table"</member><nothing/><user>kunalg</user>' +
        '<tags><item>1</item><item>true</item><item/></tags></item></requests></response>\n',
    );
  });

  it('go to pages of any origin where the face says so', async () => {
    expect(await ask(GIFT, { body: form(FIELDS) })).toMatchObject({ cors: '*' });
    expect(await ask(GIFT, { body: 'x'.repeat(LIMIT + 1) })).toMatchObject({ cors: '*' });
    expect(await ask('/rest/login', { body: form({ authToken: 't' }) })).toMatchObject({ cors: null });
    const preflight = await fetch(server.url + GIFT, {
      method: 'OPTIONS',
      headers: { origin: 'http://a', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods'), await preflight.text()]).toEqual([
      204,
      'GET, POST',
      '',
    ]);
  });
});

describe('faults', () => {
  it('have the number and the form of the document, in the format that was asked for', async () => {
    const wrong = { status: 'error', error: { message: 'the secret is wrong', code: -101, code_str: 'E_INVALID_SECRET' } };
    expect(await json(GIFT, { body: form({ ...FIELDS, secret_key: 'wrong' }) })).toEqual(wrong);
    const xml = await ask(GIFT, { body: parts({ ...FIELDS, secret_key: 'wrong', fmt: 'xml' }) });
    expect(xml.text).toContain('<response><status>error</status><error><message>the secret is wrong</message><code>-101</code>');
    expect(await json(GIFT)).toMatchObject({ error: { code: -100, code_str: 'E_INVALID_REQUEST' } });
    expect(await json(GIFT, { body: form({ ...FIELDS, expiry: 'soon' }) })).toMatchObject({
      error: { code: -100, message: expect.stringContaining('expiry') },
    });
  });

  it('of a body that can not be read come in the format that the query asks for', async () => {
    const reply = await ask(`${GIFT}?fmt=xml`, { body: '{', headers: { 'content-type': 'application/json' } });
    expect(reply).toMatchObject({ status: 200, text: expect.stringContaining('<code>-1</code><code_str>E_PARSE</code_str>') });
  });

  it('are 200 where the document says so, and have a status otherwise', async () => {
    expect(await ask(GIFT)).toMatchObject({ status: 200 });
    expect(await ask('/rest/login')).toMatchObject({ status: 400, text: expect.stringContaining('"code":417') });
  });

  it('may be written by the row', async () => {
    expect(await ask('/rest/card')).toMatchObject({ status: 400, text: '{"isSuccess":0,"Message":"no"}' });
  });

  it('hide what is not declared', async () => {
    const reply = await ask('/v1/gifts/crash/list', { method: 'GET' });
    expect(JSON.parse(reply.text)).toMatchObject({ status: 'error', error: { message: expect.stringMatching(/^the server failed/) } });
    expect(server.logged.some((line) => line.includes('hunter2'))).toBe(true);
  });

  it('tell what HTTP refuses, in the form of a document that is always 200', async () => {
    for (const sent of [{ body: 'x'.repeat(LIMIT + 1) }, { body: form(FIELDS), headers: { 'content-encoding': 'gzip' } }]) {
      expect(await ask(GIFT, sent)).toMatchObject({ status: 200, text: expect.stringContaining('E_INVALID_REQUEST') });
    }
    expect(await ask('/rest/login', { body: 'x'.repeat(LIMIT + 1) })).toMatchObject({
      status: 413,
      text: expect.stringContaining('body_too_large'),
    });
  });
});

describe('a table that does not fit stops the start', () => {
  const { studio } = FACES;
  const row = studio.rows[0] as Face['rows'][number];
  it.each([
    ['names no procedure', { procedure: 'studio.none' }, 'runs studio.none, which no procedure is named'],
    ['gives what is not taken', { params: { ...row.params, age: field('age') } }, 'gives studio.login the parameter age'],
    ['lacks what is needed', { params: {} }, 'does not give studio.login the parameter token'],
    ['has a part of the path for nobody', { addresses: ['POST /rest/<WHAT>/login'] as const }, 'has <WHAT> in its path'],
  ])('where a row %s', (_what, change, message) => {
    expect(() => restDoor(rpc, { ...studio, rows: [{ ...row, ...change }] })).toThrow(message);
  });
});
