import { JSON_TYPE } from '@scrip/http';
import { escapeText, isStruct, replaceForbidden, type Struct } from '@scrip/rpc';

/** How a document is written out: values are those of JSON. Never raises. */
export interface Writer {
  readonly contentType: string;
  write(value: unknown): string;
}

/** JSON, under whatever type a document names. */
export function jsonWriter(contentType = JSON_TYPE): Writer {
  return { contentType, write: (value) => JSON.stringify(value) };
}

/**
 * The same members as elements below `root`, a list's as `<item>`; null is an empty element, and a member whose name is none
 * of XML is `<member name="…">`.
 */
export function xmlWriter(root: string, contentType = 'application/xml; charset=utf-8'): Writer {
  return { contentType, write: (value) => `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n` };
}

/** No colons, which are for namespaces, and not `xml…`, which is kept for the specification. */
const XML_NAME = /^(?!xml)[A-Za-z_][\w.-]*$/i;

function element(name: string, value: unknown): string {
  const start = XML_NAME.test(name) ? name : `member name="${attribute(name)}"`;
  const inner = content(value);
  return inner === '' ? `<${start}/>` : `<${start}>${inner}</${start.split(' ', 1)[0]}>`;
}

function content(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => element('item', item)).join('');
  if (isStruct(value)) return members(value);
  return escapeText(replaceForbidden(String(value)));
}

function members(struct: Struct): string {
  let text = '';
  for (const name of Object.keys(struct)) if (struct[name] !== undefined) text += element(name, struct[name]);
  return text;
}

/** A parser turns white space of an attribute into blanks unless it stands there as a reference. */
function attribute(text: string): string {
  const escaped = escapeText(replaceForbidden(text)).replaceAll('"', '&quot;');
  return escaped.replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
