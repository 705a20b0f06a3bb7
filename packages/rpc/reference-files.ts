/** `/docs/style.css`. It follows the reader's light or dark scheme. */
export const REFERENCE_STYLE = `:root { color-scheme: light dark; --ink: #1c1e21; --soft: #5a6068; --paper: #fff; --edge: #d9dde2; --code: #f3f5f7; --link: #0a58b8; }
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

/** `/docs/script.js`: the filter of the index. */
export const REFERENCE_SCRIPT = `const box = document.getElementById('filter');
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\\s+/);
  for (const one of document.querySelectorAll('[data-text]')) one.hidden = !words.every((word) => one.dataset.text.includes(word));
  for (const group of document.querySelectorAll('[data-group]')) group.hidden = !group.querySelector('[data-text]:not([hidden])');
});
`;
