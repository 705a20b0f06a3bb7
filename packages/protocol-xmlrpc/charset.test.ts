import { expect, it } from 'vitest';
import { decodeXml } from './charset.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const declared = (encoding: string, text: string) => latin1(`<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`);
const content = (bytes: Uint8Array, contentType?: string) => decodeXml(bytes, contentType).replace(/^.*<a>|<\/a>$/g, '');

it.each([
  ['UTF-8 where nothing is said', Buffer.from('<a>é€😀</a>'), undefined, 'é€😀'],
  ['UTF-8 after a byte order mark, which goes', Buffer.from('\ufeff<a>é</a>'), undefined, 'é'],
  ['UTF-8 in the header', Buffer.from('<a>é</a>'), 'text/xml; charset="utf-8"', 'é'],
  ['ISO-8859-1 in the declaration', declared('ISO-8859-1', 'caf\xe9'), undefined, 'café'],
  ['true ISO-8859-1: 0x80 to 0x9f are control characters', declared('iso-8859-1', '\x80\x9f'), undefined, '\x80\x9f'],
  ['windows-1252, where they are characters', declared('windows-1252', '\x80\x9f'), undefined, '€Ÿ'],
  ['us-ascii', declared('us-ascii', 'cafe'), 'text/xml', 'cafe'],
  ['the header before the declaration', declared('us-ascii', 'caf\xe9'), 'text/xml; Charset=ISO-8859-1; x=y', 'café'],
  ['a byte order mark before the header', Buffer.from('\ufeff<a>é</a>'), 'text/xml; charset=iso-8859-1', 'é'],
  ['an encoding in single quotes', latin1("<?xml version='1.0' encoding='latin1' standalone='yes'?><a>\xe9</a>"), undefined, 'é'],
  [
    'no encoding where it only looks like one',
    Buffer.from('<?xml version="1.0"?><a> encoding="utf-16"</a>'),
    undefined,
    ' encoding="utf-16"',
  ],
])('reads %s', (_name, bytes, contentType, text) => {
  expect(content(bytes, contentType)).toBe(text);
});

it.each([
  ['an unknown charset in the declaration', declared('koi8-r', 'x'), undefined, '"koi8-r" is not taken'],
  ['an unknown charset in the header', latin1('<a/>'), 'text/xml; charset=utf-7', '"utf-7" is not taken'],
  ['UTF-16 by its byte order mark', Buffer.from('\ufeff<a/>', 'utf16le'), undefined, '"utf-16" is not taken'],
  ['bytes that are no UTF-8', declared('utf-8', '\xe9'), undefined, 'not UTF-8'],
  ['half a surrogate pair as UTF-8', Buffer.from([0x3c, 0xed, 0xa0, 0x80]), undefined, 'not UTF-8'],
  ['bytes beyond us-ascii', declared('us-ascii', '\xe9'), undefined, 'said to be us-ascii'],
])('refuses %s', (_name, bytes, contentType, problem) => {
  expect(() => decodeXml(bytes, contentType)).toThrow(problem);
});
