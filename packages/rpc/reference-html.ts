import { createHash } from 'node:crypto';
import { declaredFaults, KINDS } from './faults.ts';
import { API } from './openrpc.ts';
import { defaultText, entryGroups, needsText } from './reference.ts';
import { declaration, type Entry, faultsOf, type Registry, typeText } from './registry.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #5a6068; --paper: #fff; --edge: #d9dde2; --code: #f3f5f7; --link: #0a58b8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e9; --soft: #9aa2ab; --paper: #16181b; --edge: #34383d; --code: #212429; --link: #7db4ff; }
}
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 20rem minmax(0, 56rem); color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--edge); font-size: .875rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav h2 { margin: 1rem 0 .25rem; font-size: .875rem; color: var(--soft); }
nav input { width: 100%; padding: .4rem .5rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--edge); border-radius: 4px; }
main { padding: 1rem 2rem 4rem; }
article { padding: 1rem 0; border-top: 1px solid var(--edge); }
h3 { margin: 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
code, pre { font: .875em/1.5 ui-monospace, monospace; background: var(--code); border-radius: 4px; }
code { padding: .1em .3em; overflow-wrap: break-word; }
pre { padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--edge); }
th { color: var(--soft); font-weight: 600; }
dt { color: var(--soft); }
dd { margin: 0 0 .5rem; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; max-height: 40vh; } main { padding: 1rem; } }
`;

const SCRIPT = `
const box = document.getElementById('filter');
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\\s+/);
  for (const one of document.querySelectorAll('[data-text]')) one.hidden = !words.every((word) => one.dataset.text.includes(word));
  for (const group of document.querySelectorAll('[data-group]')) group.hidden = !group.querySelector('[data-text]:not([hidden])');
});
`;

/** The page may run its own script and style and load nothing at all, whatever header comes with it. */
const POLICY = `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The reference as one page for `GET /docs`, without any other resource; it follows the reader's light or dark scheme. */
export function referenceHtml(registry: Registry): string {
  const groups = [...entryGroups(registry)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${API.title} ${API.version}: procedures</title>
<style>${STYLE}</style>
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
<script>${SCRIPT}</script>
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
