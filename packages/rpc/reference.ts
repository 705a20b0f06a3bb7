import { declaredFaults, type FaultKind, KINDS } from './faults.ts';
import { groupOf } from './openrpc.ts';
import type { Param } from './procedure.ts';
import { declaration, type Entry, faultsOf, type Registry, shownDefault, typeText } from './registry.ts';

/** docs/procedures.md: every procedure, gathered by the part of its name before the dot. */
export function referenceMarkdown(registry: Registry): string {
  const groups = entryGroups(registry);
  const index = [...groups].map(([group, entries]) => `- **${group}**: ${entries.map(link).join(', ')}`);
  const lines = [
    '# Procedures',
    '',
    'Generated from the registry; change the declaration of a procedure, not this page.',
    'Parameters stand in their positional order; JSON-RPC also takes them by name. One with a default may be left out, and',
    'then all after it too. An `amount` is a decimal number of major units: an int, a double, or a text of digits; it may have as',
    'many decimal places as its currency has. Any procedure may answer the faults of the protocols; [errors.md](errors.md) explains every fault.',
    '',
    ...index,
  ];
  for (const [group, entries] of groups) {
    lines.push('', `## ${group}`);
    for (const entry of entries) lines.push('', ...procedureMarkdown(entry));
  }
  return `${lines.join('\n')}\n`;
}

/** Procedures by the part of their name before the dot, in the registry's order. */
export function entryGroups(registry: Registry): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of registry.entries) {
    const group = groupOf(entry.procedure.name);
    const entries = groups.get(group);
    if (entries) entries.push(entry);
    else groups.set(group, [entry]);
  }
  return groups;
}

/** How a page shows a parameter's default: as JSON, or nothing where it must be given. */
export function defaultText(param: Param<unknown>): string | undefined {
  return param.default && JSON.stringify(shownDefault(param));
}

/** What a caller needs, as one sentence. */
export function needsText({ procedure: { authority } }: Entry): string {
  return authority.kind === 'public' ? `Nothing; it is public because ${authority.why}.` : sentence(authority.needs);
}

function link({ procedure: { name } }: Entry): string {
  return `[${name}](#${name.toLowerCase().replaceAll('.', '')})`;
}

function procedureMarkdown(entry: Entry): string[] {
  const { procedure, params } = entry;
  const lines = [`### ${procedure.name}`, '', prose(procedure.summary), '', '```', declaration(entry), '```'];
  if (params.length > 0) {
    const rows = params.map(([name, param]) => {
      const fallback = defaultText(param);
      return [code(name), code(typeText(param.type)), fallback === undefined ? '' : code(fallback), prose(param.doc)];
    });
    lines.push('', ...table(['parameter', 'type', 'default', 'meaning'], rows));
  }
  lines.push('', `Returns ${code(typeText(procedure.result))}: ${prose(procedure.resultDoc)}`);
  if (procedure.notes) lines.push('', prose(procedure.notes));
  lines.push('', `Needs: ${prose(needsText(entry))}`);
  const faults = faultsOf(procedure);
  if (faults.length > 0)
    lines.push('', 'Faults:', '', ...faults.map((fault) => `- ${code(fault.code)} (${fault.fault}): ${prose(fault.doc)}`));
  return lines;
}

/** docs/errors.md: every fault that the running code declares, and what its kind tells. */
export function faultsMarkdown(): string {
  const lines = [
    '# Faults',
    '',
    'Generated from the declarations; a number is never used again for another meaning. XML-RPC carries the number as',
    '`faultCode`, JSON-RPC as `error.code` with the code beside it in `error.data.code`, and the text begins with the code',
    'on every protocol: `bank.insufficient_funds: working holds 10, 20 needed`.',
  ];
  const groups = new Map<string, string[][]>();
  for (const { code: name, fault, kind, doc } of declaredFaults()) {
    const group = name.includes('.') ? groupOf(name) : 'Every procedure';
    const row = [String(fault), code(name), kind, String(KINDS[kind].httpStatus), yesNo(KINDS[kind].retry), prose(doc)];
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  for (const [group, rows] of groups) {
    rows.sort((a, b) => Number(a[0]) - Number(b[0]));
    lines.push('', `## ${group}`, '', ...table(['number', 'code', 'kind', 'HTTP', 'retry', 'meaning'], rows));
  }
  const kinds = (Object.keys(KINDS) as FaultKind[]).map((kind) => {
    const { httpStatus, retry, meaning } = KINDS[kind];
    return [kind, String(httpStatus), yesNo(retry), prose(sentence(meaning))];
  });
  lines.push('', '## Kinds', '');
  lines.push('A REST facade answers with the HTTP status of the kind; XML-RPC and JSON-RPC answer faults with 200.', '');
  lines.push(...table(['kind', 'HTTP', 'retry', 'meaning'], kinds));
  return `${lines.join('\n')}\n`;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function sentence(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Text as a code span; a backtick inside asks for a longer fence. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A text of a declaration as Markdown: its back-ticks are meant, its angle brackets and asterisks are not. */
function prose(text: string): string {
  const parts = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll(/[<*\\]|(?<!\w)_|_(?!\w)/g, '\\$&'))).join('');
}
