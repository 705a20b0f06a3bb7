/** Separators go, spacers stay as parts of their own. */
export function splitText(text: string, separators: readonly string[], spacers: readonly string[]): string[] {
  const marks = [...separators, ...spacers].filter((mark) => mark !== '');
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const mark = marks.find((one) => text.startsWith(one, at));
    if (mark !== undefined) {
      parts.push(text.slice(start, at));
      if (!separators.includes(mark)) parts.push(mark);
      start = at + mark.length;
    }
    at = mark === undefined ? at + 1 : start;
  }
  return [...parts, text.slice(start)];
}

/** Commas between angle brackets, as vectors have them, divide nothing. */
export function splitCsv(csv: string): string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < csv.length; at++) {
    if (csv[at] === '<') depth += 1;
    if (csv[at] === '>') depth = Math.max(0, depth - 1);
    if (csv[at] !== ',' || depth > 0) continue;
    parts.push(csv.slice(start, at));
    start = at + 1;
  }
  return [...parts, csv.slice(start)].map((part) => part.trim());
}
