import { declaredFaults, KINDS } from './faults.ts';
import { API } from './openrpc.ts';
import { defaultText, entryGroups, needsText } from './reference.ts';
import { declaration, type Entry, faultsOf, type Registry, typeText } from './registry.ts';

/**
 * The reference as one page for `GET /docs`. Its style and its script are files beside it (`reference-files.ts`), so that
 * the page needs no leave to run what stands in it.
 */
export function referenceHtml(registry: Registry): string {
  const groups = [...entryGroups(registry)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${API.title} ${API.version}: procedures</title>
<link rel="stylesheet" href="/docs/style.css">
<script src="/docs/script.js" defer></script>
</head>
<body>
<nav>
<input id="filter" type="search" placeholder="Filter" aria-label="Filter the procedures" autocomplete="off">
${groups.map(([group, entries]) => `<div data-group><h2>${escapeHtml(group)}</h2><ul>${entries.map(indexItem).join('')}</ul></div>`).join('\n')}
<h2><a href="#faults">Faults</a></h2>
</nav>
<main>
<h1>${API.title} ${API.version}</h1>
<p>Every procedure is served over XML-RPC (<code>POST /xmlrpc</code>, also <code>/RPC2</code> and <code>/api.php</code>) and over
JSON-RPC (<code>POST /jsonrpc</code>, with parameters by position or by name). For programs:
<a href="/openrpc.json">/openrpc.json</a>; for operations: <a href="/healthz">/healthz</a>, <a href="/readyz">/readyz</a>,
<a href="/metrics">/metrics</a> and <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>.</p>
<p>Most procedures take capabilities first. To get one, ask <code>general.getLoginChallenge</code> for a challenge and give
<code>general.getLoginCapability</code> the answer md5(challenge + akey + md5(password)); each md5 is written in lower-case hex.</p>
${groups.map(([group, entries]) => `<section data-group><h2>${escapeHtml(group)}</h2>\n${entries.map(article).join('\n')}</section>`).join('\n')}
<section><h2 id="faults">Faults</h2>
${table(['number', 'code', 'kind', 'retry', 'meaning'], declaredFaults().map(faultRow))}</section>
</main>
</body>
</html>
`;
}

function indexItem({ procedure: { name, summary } }: Entry): string {
  return `<li data-text="${escapeHtml(`${name} ${summary}`.toLowerCase())}"><a href="#${encodeURIComponent(name)}">${escapeHtml(name)}</a></li>`;
}

function article(entry: Entry): string {
  const { procedure, params } = entry;
  const { name, summary, notes } = procedure;
  const rows = params.map(([paramName, param]) => {
    const fallback = defaultText(param);
    return [code(paramName), code(typeText(param.type)), fallback === undefined ? '' : code(fallback), prose(param.doc)];
  });
  const faults = faultsOf(procedure).map(({ code: fault, fault: number, doc }) => `<dd>${code(fault)} (${number}): ${prose(doc)}</dd>`);
  return `<article id="${escapeHtml(name)}" data-text="${escapeHtml(`${name} ${summary}`.toLowerCase())}">
<h3><a href="#${encodeURIComponent(name)}">${escapeHtml(name)}</a></h3>
<p>${prose(summary)}</p>
<pre>${escapeHtml(declaration(entry))}</pre>
${rows.length === 0 ? '' : table(['parameter', 'type', 'default', 'meaning'], rows)}
${notes ? `<p>${prose(notes)}</p>` : ''}
<dl><dt>Returns</dt><dd>${code(typeText(procedure.result))}: ${prose(procedure.resultDoc)}</dd>
<dt>Needs</dt><dd>${prose(needsText(entry))}</dd>
${faults.length === 0 ? '' : `<dt>Faults</dt>${faults.join('\n')}`}</dl>
</article>`;
}

function faultRow({ code: name, fault, kind, doc }: ReturnType<typeof declaredFaults>[number]): string[] {
  return [String(fault), code(name), kind, KINDS[kind].retry ? 'yes' : 'no', prose(doc)];
}

/** Head and cells are HTML already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<div class="table"><table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('\n')}</tbody></table></div>`;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** A text of a declaration: escaped, with what stands in back-ticks as code. */
function prose(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character);
}
