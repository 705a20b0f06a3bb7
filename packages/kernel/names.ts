import { foldCase } from './words.ts';

/** Names that are as they are compared but for their case: printable ASCII with single spaces inside. Most are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** One spelling of a name: composed letters, emoji without the selector that most keyboards add, single spaces inside, none around. */
export function tidyName(name: string): string {
  return name
    .replace(/\p{Variation_Selector}/gu, '')
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

/**
 * What a name is compared by, whatever it names: NFKC, so that letters which are written in another width or font are the same, and
 * in one case, also where capitals have several small forms (ß, the final sigma). Letters of different scripts stay different.
 */
export function nameKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  // Compatibility letters may be made of spaces and marks.
  return tidyName(foldCase(tidyName(name)));
}

/**
 * All that a thing of this name may be kept under, what comes first before what comes after. Names were once compared in NFC.
 * Where two of them are one name now, the second has kept its old key, and whoever writes it as before still finds it.
 */
export function nameKeys(name: string): readonly string[] {
  const key = nameKey(name);
  if (PLAIN.test(name)) return [key];
  const former = tidyName(name).toUpperCase().toLowerCase().normalize('NFC');
  return former === key ? [key] : [former, key];
}
