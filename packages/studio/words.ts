import { type Param, param, t } from '@scrip/rpc';

/** Longer than anything that is taken: too long a text is refused by what it should be, with that refusal's own number. */
const MAX_TEXT = 65_536;

export function authTokenParam(): Param<string> {
  return param(t.string({ max: MAX_TEXT, secret: true }), "The studio's token.", '');
}

export function emailParam(doc: string): Param<string> {
  return param(t.string({ max: MAX_TEXT }), doc, '');
}

export function passwordParam(doc: string): Param<string> {
  return param(t.string({ max: MAX_TEXT, secret: true }), doc, '');
}

export function displayNameParam(doc: string): Param<string> {
  return param(t.string({ max: MAX_TEXT }), doc, '');
}
