import { Veto } from '@scrip/gifts';
import { type Face, faultTable, field, fieldsWith, jsonWriter, xmlWriter } from '@scrip/protocol-rest';

interface ShownUser {
  readonly [member: string]: unknown;
}

/** Those that the document always shows. */
const ALWAYS_SHOWN = { twitterid: null, fbid: null, deviceid: null, email: null, googleid: null };

const USER = { app_id: field('APP_ID'), secret_key: field('secret_key'), mode: field('MODE'), user_id: field('USER_ID') };

/** Playblazer's gifts. Codes that the document has not are from the decisions on it. */
export const GIFTS_FACE: Face = {
  name: 'gifts',
  sources: ['path', 'query', 'body'],
  alwaysOk: true,
  cors: true,
  outputs: [{ writer: xmlWriter('response'), field: ['fmt', 'xml'] }, { writer: jsonWriter() }],
  faults: faultTable({
    byCode: {
      'gifts.invalid_secret': { code: -101, code_str: 'E_INVALID_SECRET' },
      'gifts.invalid_mode': { code: -102, code_str: 'E_INVALID_MODE' },
      'gifts.invalid_expiry': { code: -103, code_str: 'E_INVALID_EXPIRY' },
      'gifts.no_profile': { code: -30001, code_str: 'E_NO_PROFILE' },
      'gifts.invalid_request': { code: -30002, code_str: 'E_GIFT_INVALID_REQUEST' },
      'gifts.request_expired': { code: -30003, code_str: 'E_GIFT_REQUEST_EXPIRED' },
      'gifts.too_many': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'gifts.hook_failed': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'gifts.not_an_avatar': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'gifts.carries_something': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'bank.invalid_amount': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'bank.request_conflict': { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      'gifts.already_answered': { code: -30006, code_str: 'E_GIFT_ALREADY_ANSWERED' },
      busy: { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      rate_limited: { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
      internal: { code: -30005, code_str: 'E_GIFT_REQUEST_FAILED' },
    },
    otherwise: { code: -100, code_str: 'E_INVALID_REQUEST' },
    reply: (documented, fault) => {
      const told = fault instanceof Veto ? { code: fault.code, code_str: fault.codeStr } : documented;
      return { status: 'error', error: { message: fault.message, ...told } };
    },
  }),
  rows: [
    {
      addresses: ['POST /v1/app/<APP_ID>/gifts/<MODE>/<USER_ID>/request/new'],
      procedure: 'gifts.request',
      params: { ...USER, expiry: field('expiry'), custom: fieldsWith('custom:'), amount: field('amount'), prod_id: field('prod_id') },
      reply: (request_id) => ({ status: 'ok', request_id }),
    },
    {
      addresses: ['GET /v1/app/<APP_ID>/gifts/<MODE>/<USER_ID>/list'],
      procedure: 'gifts.list',
      params: { ...USER, start: field('start'), limit: field('limit'), sort: field('sort') },
      reply(requests: { readonly user: ShownUser }[]) {
        const shown = requests.map(({ user, ...request }) => ({ ...request, user: { ...ALWAYS_SHOWN, ...user } }));
        return { status: 'ok', count: shown.length, requests: shown };
      },
    },
    {
      addresses: ['POST /v1/app/<APP_ID>/gifts/<MODE>/<USER_ID>/request/reply'],
      procedure: 'gifts.reply',
      params: { ...USER, gift_request_id: field('request_id'), resp: field('resp'), custom: fieldsWith('custom:') },
      reply: () => ({ status: 'ok' }),
    },
  ],
};
