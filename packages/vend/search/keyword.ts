const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Some words look like base64, such as `sofa`: what it stands for is not a text then. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Some encoders write base64 in lines of 76. */
const LINE_END = /\r?\n/g;

/** The search string of vend.findProductsVendor: base64 of UTF-8, or a text that is no such thing and is taken as it stands. */
export function readKeyword(given: string): string {
  const text = given.replace(LINE_END, '').trim();
  if (!BASE64.test(text)) return given;
  try {
    const decoded = utf8.decode(Buffer.from(text, 'base64'));
    return NO_TEXT.test(decoded) ? given : decoded;
  } catch {
    return given;
  }
}
