/** How a write went, as scripts are told. */
export const STATUS = { ok: 0, outOfMemory: 1, noKey: 2, protected: 3, notFound: 4, noUpdate: 5 };
/** Bytes for the whole object. */
const ROOM = 131_072;

interface Kept {
  readonly value: string;
  /** Empty: anybody reads it. */
  readonly password: string;
}

/** What an object keeps over resets of its scripts, over being taken and being sold. */
export class LinksetData {
  readonly entries = new Map<string, Kept>();

  write(name: string, value: string, password: string): number {
    const before = this.entries.get(name);
    if (name === '') return STATUS.noKey;
    if (before && before.password !== '' && before.password !== password) return STATUS.protected;
    if (before?.value === value) return STATUS.noUpdate;
    if (value === '') return this.entries.delete(name) ? STATUS.ok : STATUS.notFound;
    const bytes = (key: string, { value: text }: Pick<Kept, 'value'>) => Buffer.byteLength(key) + Buffer.byteLength(text);
    const others = [...this.entries].reduce((sum, [key, kept]) => sum + (key === name ? 0 : bytes(key, kept)), 0);
    if (others + bytes(name, { value }) > ROOM) return STATUS.outOfMemory;
    this.entries.set(name, { value, password });
    return STATUS.ok;
  }

  read(name: string, password: string): string {
    const kept = this.entries.get(name);
    return kept && (kept.password === '' || kept.password === password) ? kept.value : '';
  }
}
