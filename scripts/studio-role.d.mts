/** Columns, by their tables. */
type Columns = Readonly<Record<string, readonly string[]>>;

export const SECRETS: Columns;
export const EDITABLE: Columns;
export function studioUrl(url: string): Promise<string>;
export function readOnlyUrl(url: string): string;
