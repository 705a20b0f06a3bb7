import { describe, expect, it } from 'vitest';
import {
  createRegistry,
  declaredFaults,
  defineFault,
  faultsMarkdown,
  KINDS,
  param,
  procedure,
  publicAuthority,
  REFERENCE_SCRIPT,
  REFERENCE_STYLE,
  referenceHtml,
  referenceMarkdown,
  t,
} from './index.ts';

const tooPoor = defineFault({
  code: 'reference_test.too_poor',
  fault: 9401,
  kind: 'refused',
  doc: 'Holds less | than <needed>; see `bank.accountBalance`.',
});

const registry = createRegistry([
  procedure({
    name: 'bank.pay',
    summary: 'Pays <b>somebody</b> & "others".',
    notes: "Whole amounts only; it's 1 * 1.",
    params: {
      to: param(t.string(), 'A key | a name, of `auth_akey`.'),
      lines: param(t.array(t.struct({ id: t.string() })), 'Lines.'),
      comment: param(t.string(), 'Why.', '</script>'),
    },
    result: t.double(),
    resultDoc: 'The balance after it.',
    faults: [tooPoor],
    authority: { kind: 'guarded', needs: 'a full capability', holders: [], faults: [], decide: async () => undefined },
    handler: () => 1,
  }),
  ...['bank.accountList', 'general.getAvatarKey'].map((name) =>
    procedure({
      name,
      summary: 'Lists.',
      params: {},
      result: t.array(t.string()),
      resultDoc: 'A list.',
      faults: [],
      authority: publicAuthority('names are public'),
      handler: () => [],
    }),
  ),
]);

describe('docs/procedures.md', () => {
  const text = referenceMarkdown(registry);

  it('gathers the procedures by the part of the name before the dot', () => {
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    const wanted = ['# Procedures', '## bank', '### bank.accountList', '### bank.pay', '## general', '### general.getAvatarKey'];
    expect(headings).toEqual(wanted);
    expect(text).toContain('- **bank**: [bank.accountList](#bankaccountlist), [bank.pay](#bankpay)');
  });

  it('tells all of a procedure', () => {
    const section = text.slice(text.indexOf('### bank.pay'), text.indexOf('## general'));
    expect(section).toBe(`### bank.pay

Pays \\<b>somebody\\</b> & "others".

\`\`\`
double bank.pay(string to, [{id:string}*] lines, string comment = "</script>")
\`\`\`

| parameter | type | default | meaning |
| --- | --- | --- | --- |
| \`to\` | \`string\` |  | A key \\| a name, of \`auth_akey\`. |
| \`lines\` | \`[{id:string}*]\` |  | Lines. |
| \`comment\` | \`string\` | \`"</script>"\` | Why. |

Returns \`double\`: The balance after it.

Whole amounts only; it's 1 \\* 1.

Needs: A full capability.

Faults:

- \`reference_test.too_poor\` (9401): Holds less | than \\<needed>; see \`bank.accountBalance\`.

`);
  });

  it('leaves out what a procedure does not have', () => {
    const section = text.slice(text.indexOf('### general.getAvatarKey'));
    expect(section).not.toMatch(/parameter|Faults|undefined/);
    expect(section).toContain('Needs: Nothing; it is public because names are public.');
  });

  it('ends in one newline, and no line ends in a space', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/ \n/);
  });
});

describe('docs/errors.md', () => {
  const text = faultsMarkdown();

  it('has every declared fault once', () => {
    for (const { code, fault, kind } of declaredFaults()) {
      const rows = text.split('\n').filter((line) => line.startsWith(`| ${fault} | \`${code}\` | ${kind} | ${KINDS[kind].httpStatus} |`));
      expect(rows, code).toHaveLength(1);
    }
    expect(text).toContain('| 9401 | `reference_test.too_poor` | refused | 422 | no | Holds less \\| than \\<needed>;');
  });

  it('has every kind', () => {
    for (const kind of Object.keys(KINDS)) expect(text).toContain(`\n| ${kind} | `);
    expect(text).toContain('| unavailable | 503 | yes | The server is busy or stopping; retry with the same request id. |');
  });
});

describe('GET /docs', () => {
  const page = referenceHtml(registry);

  it('has every procedure, in the index and on the page', () => {
    for (const { procedure: one } of registry.entries) {
      expect(page).toContain(`<a href="#${one.name}">${one.name}</a></li>`);
      expect(page).toContain(`<article id="${one.name}"`);
    }
  });

  it('escapes whatever the declarations say', () => {
    expect(page).toContain('Pays &lt;b&gt;somebody&lt;/b&gt; &amp; &quot;others&quot;.');
    expect(page).toContain('<code>&quot;&lt;/script&gt;&quot;</code>');
    expect(page).toContain('see <code>bank.accountBalance</code>');
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  it('has no script, style or handler in itself, and loads its own files only', () => {
    expect(page.match(/\b(?:src|href)="\/docs[^"]*"/g)).toEqual(['href="/docs/style.css"', 'src="/docs/script.js"']);
    for (const text of [page, REFERENCE_STYLE, REFERENCE_SCRIPT]) expect(text).not.toMatch(/@import|url\(|<img|https?:\/\//);
    expect(page).not.toMatch(/<style| style="| on[a-z]+="|<script(?! src="\/docs\/script\.js")/);
  });

  it('closes what it opens', () => {
    for (const tag of [
      'html',
      'head',
      'body',
      'nav',
      'main',
      'section',
      'article',
      'table',
      'tr',
      'td',
      'dl',
      'dd',
      'ul',
      'li',
      'code',
      'p',
    ]) {
      const opened = page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length;
      expect(page.match(new RegExp(`</${tag}>`, 'g'))?.length, tag).toBe(opened);
    }
  });
});
