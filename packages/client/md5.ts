/** Sines as whole numbers, and how far each round rotates (RFC 1321, section 3.4). */
const SINES = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32));
const ROTATIONS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/**
 * The MD5 sum of a text's UTF-8 bytes, in lower-case hex (RFC 1321). The documented login by challenge asks for it, and browsers
 * have none. It protects nothing else here.
 */
export function md5(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, bytes.length << 3, true);
  padded.setUint32(padded.byteLength - 4, bytes.length >>> 29, true);
  const sum = new DataView(new ArrayBuffer(16));
  [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476].forEach((word, index) => {
    sum.setUint32(index * 4, word, true);
  });
  for (let block = 0; block < padded.byteLength; block += 64) addBlock(sum, padded, block);
  return Array.from(new Uint8Array(sum.buffer), hex).join('');
}

export function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

function addBlock(sum: DataView, padded: DataView, block: number): void {
  const start = [0, 4, 8, 12].map((at) => sum.getUint32(at, true)) as [number, number, number, number];
  let [a, b, c, d] = start;
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const mixed = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round] as number;
    const word = [step, 5 * step + 1, 3 * step + 5, 7 * step][round] as number;
    const turned = a + mixed + (SINES[step] as number) + padded.getUint32(block + (word % 16) * 4, true);
    const by = ROTATIONS[round * 4 + (step % 4)] as number;
    [a, d, c, b] = [d, c, b, (b + ((turned << by) | (turned >>> (32 - by)))) | 0];
  }
  [a, b, c, d].forEach((word, index) => {
    sum.setUint32(index * 4, word + (start[index] as number), true);
  });
}
