import { describe, expect, it } from 'vitest';
import { type Address, createRoutes, type Door, textReply } from './index.ts';

function door(name: string, addresses: readonly Address[], anyCase = false): Door {
  return { name, addresses, anyCase, answer: async () => textReply('text/plain', name) };
}

const routes = createRoutes([
  door('both', ['GET /both', 'POST /both']),
  door('exact', ['POST /xmlrpc', 'POST /a.b', 'POST /rest/exact']),
  door('gifts', ['GET /v1/app/<APP>/gifts/<MODE>/<USER>/list', 'POST /v1/app/<APP>/gifts/<MODE>/<USER>/request/new']),
  door('studio', ['POST /rest/<WORD>', 'POST /<LANGUAGE:[a-z]{2}>/rest/<WORD>'], true),
]);

describe('finding', () => {
  it.each([
    ['POST', '/xmlrpc', 'exact', {}],
    ['POST', '/%78mlrpc', 'exact', {}],
    ['GET', '/both', 'both', {}],
    ['HEAD', '/both', 'both', {}],
    ['POST', '/both', 'both', {}],
    ['GET', '/v1/app/1/gifts/fb/kunalg/list', 'gifts', { APP: '1', MODE: 'fb', USER: 'kunalg' }],
    ['GET', '/v1/app/1/gifts/email/a%40b.c%2Fd/list', 'gifts', { APP: '1', MODE: 'email', USER: 'a@b.c/d' }],
    ['POST', '/rest/exact', 'exact', {}],
    ['POST', '/REST/Login', 'studio', { WORD: 'Login' }],
    ['POST', '/EN/rest/login', 'studio', { LANGUAGE: 'EN', WORD: 'login' }],
    ['POST', '/rest/__proto__', 'studio', { WORD: '__proto__' }],
  ])('%s %s is %s', (method, path, name, params) => {
    const route = routes.find(method, path);
    expect(route).toMatchObject({ door: { name }, params });
  });

  it.each([
    '',
    '/',
    '/XMLRPC',
    '/xmlrpc/',
    '//xmlrpc',
    '/aXb',
    '/rest',
    '/rest/',
    '/rest/a/b',
    '/eng/rest/login',
    '/v1/app//gifts/fb/u/list',
    '/V1/app/1/gifts/fb/u/list',
    '/rest/%ff',
    '/rest/%zz',
    '/__proto__',
    '/constructor',
  ])('nothing at %j', (path) => {
    expect(routes.find('POST', path)).toBeUndefined();
    expect(routes.find('GET', path)).toBeUndefined();
  });

  it.each([
    ['GET', '/xmlrpc', ['POST']],
    ['HEAD', '/xmlrpc', ['POST']],
    ['OPTIONS', '/both', ['GET', 'POST']],
    ['PROPFIND', '/v1/app/1/gifts/fb/u/list', ['GET']],
    ['GET', '/de/rest/login', ['POST']],
  ])('says what is allowed instead of %s %s', (method, path, allowed) => {
    expect(routes.find(method, path)).toEqual({ allowed });
  });
});

it('refuses two doors at one address', () => {
  expect(() => createRoutes([door('a', ['POST /x']), door('b', ['POST /x'])])).toThrow('POST /x is the address of two doors');
  expect(() => createRoutes([door('a', ['GET /<X>']), door('b', ['GET /<X>'])])).toThrow('two doors');
});
