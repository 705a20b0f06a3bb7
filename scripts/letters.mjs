// node scripts/letters.mjs: prints the SQL functions in which the database knows letters as this Node.js does. Names and search
// terms are worked out by JavaScript; the edits that people make in Studio have to give the same ones.
// Prisma's migration that makes the schema `studio` holds what this printed. Only ASCII is printed, so that a database of any
// encoding takes it.

/**
 * Characters since Unicode 15, in hexadecimal. The oldest PostgreSQL and the oldest Node.js that we work with do not know all of
 * them, so texts that hold one are refused.
 */
const NEWER = `
  88f 897 c5c cdc cf3 ece 1acf-1add 1ae0-1aeb 1b4e-1b4f 1b7f 1c89-1c8a 20c1 2427-2429 2b96 2ffc-2fff 31e4-31e5 31ef
  a7cb-a7cf a7d2 a7d4 a7da-a7dc a7f1 fbc3-fbd2 fd90-fd91 fdc8-fdce 105c0-105f3 10940-10959 10d40-10d65 10d69-10d85
  10d8e-10d8f 10ec2-10ec7 10ed0-10ed8 10efa-10eff 1123f-11241 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5
  113c7-113ca 113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11b00-11b09 11b60-11b67 11bc0-11be1 11bf0-11bf9 11db0-11ddb
  11de0-11de9 11f00-11f10 11f12-11f3a 11f3e-11f5a 1342f 13439-13455 13460-143fa 16100-16139 16d40-16d79 16ea0-16eb8
  16ebb-16ed3 16ff2-16ff6 187f8-187ff 18cff 18d09-18d1e 18d80-18df2 1b132 1b155 1cc00-1ccfc 1cd00-1ceb3 1ceba-1ced0
  1cee0-1cef0 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 1e5d0-1e5fa 1e5ff 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff
  1f6d8 1f6dc 1f774-1f77f 1f7d9 1f8b2-1f8bb 1f8c0-1f8c1 1f8d0-1f8d8 1fa54-1fa57 1fa75-1fa77 1fa87-1fa8a 1fa8e-1fa8f
  1faad-1faaf 1fabb-1fabf 1fac6 1fac8 1facd-1facf 1fada-1fadc 1fadf 1fae8-1faea 1faef 1faf7-1faf8 1fbcb-1fbef 1fbfa
  2b739-2b73f 2cea2-2cead 2ebf0-2ee5d 31350-33479
`;
const newer = NEWER.trim()
  .split(/\s+/)
  .map((range) => range.split('-').map((hex) => Number.parseInt(hex, 16)));

const isSurrogate = (code) => code >= 0xd800 && code <= 0xdfff;
const isNewer = (code) => newer.some(([first, last = first]) => code >= first && code <= last);
const CODES = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code > 0 && !isSurrogate(code));

/** As a regular expression of PostgreSQL writes it. */
function escaped(code) {
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** The inside of a bracket expression. */
function bracket(isIn) {
  const ranges = [];
  for (const code of CODES) {
    if (!isIn(String.fromCodePoint(code), code)) continue;
    const last = ranges.at(-1);
    // Surrogates are no characters, so a range may run over them.
    if (last && (last[1] === code - 1 || (last[1] === 0xd7ff && code === 0xe000))) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map(([first, last]) => (first === last ? escaped(first) : `${escaped(first)}-${escaped(last)}`)).join('');
}

/** What each letter becomes in one case, where that is another one. Runs of letters with the same distance are one row. */
function cases() {
  const runs = [];
  const longer = [];
  for (const code of CODES) {
    const letter = String.fromCodePoint(code);
    const becomes = [...letter.toUpperCase().toLowerCase()].map((one) => one.codePointAt(0));
    if (becomes.length > 1) longer.push([code, becomes]);
    const by = becomes[0] - code;
    if (becomes.length > 1 || by === 0) continue;
    const run = runs.at(-1);
    const step = run && code - run.last;
    if (run?.by === by && step <= 2 && (run.first === run.last || step === run.step)) Object.assign(run, { last: code, step });
    else runs.push({ first: code, last: code, step: 1, by });
  }
  return { runs, longer };
}

/** In lines that a person can scroll through. */
function lines(items) {
  const out = [''];
  for (const item of items) {
    if (out.at(-1).length + item.length > 130) out.push('');
    out[out.length - 1] += `${item}, `;
  }
  return out
    .map((line) => `    ${line.trimEnd()}`)
    .join('\n')
    .replace(/,$/, '');
}

function text(name, about, value) {
  const parts = value.match(/.{1,120}(?=\\|$)/g).map((part) => `    '${part}'`);
  return `-- ${about}\nCREATE FUNCTION "studio"."${name}"() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT\n${parts.join('\n')} $$;\n`;
}

const { runs, longer } = cases();
const property = (expression) => bracket((letter) => expression.test(letter));
console.log(
  [
    text(
      'chars_known',
      'Every character that both sides know, inside of brackets.',
      bracket((letter, code) => !isNewer(code) && !/\p{Cn}/u.test(letter)),
    ),
    text('chars_first', 'What a word begins with: letters and numbers.', property(/[\p{L}\p{N}]/u)),
    text('chars_inner', 'What a word goes on with: marks too.', property(/[\p{L}\p{M}\p{N}]/u)),
    text(
      'chars_unseen',
      'What no name may hold, because nobody sees it.',
      property(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u),
    ),
    text('chars_control', 'What no label may hold.', property(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)),
    text('chars_variants', 'Selectors of a variant of the character before.', property(/\p{Variation_Selector}/u)),
    text('chars_blank', 'Spaces of all widths.', property(/\p{Zs}/u)),
    text('chars_white', 'What is cut off at both ends of a name.', property(/\s/u)),
    text(
      'chars_cased',
      'Letters in upper or lower case.',
      bracket((letter) => /\p{Cased}/u.test(letter) && !/\p{Case_Ignorable}/u.test(letter)),
    ),
    text('chars_passed', 'What does not part the letters of a word.', property(/\p{Case_Ignorable}/u)),
    `-- What letters become in upper and then in lower case. Rows of the first list: first, last, step and distance; of the
-- second: a letter, and the letters that it becomes.
CREATE FUNCTION "studio"."cases"() RETURNS TABLE ("letter" text, "becomes" text) LANGUAGE sql IMMUTABLE ROWS 1600 AS $$
  SELECT chr(code), chr(code + by) FROM (VALUES
${lines(runs.map(({ first, last, step, by }) => `(${first},${last},${step},${by})`))}
  ) AS run (first, last, step, by), generate_series(first, last, step) AS code
  UNION ALL
  SELECT chr(code), (SELECT string_agg(chr(one), '' ORDER BY place) FROM unnest(codes) WITH ORDINALITY AS each (one, place)) FROM (VALUES
${lines(longer.map(([code, codes]) => `(${code},'{${codes.join(',')}}'::int[])`))}
  ) AS longer (code, codes) $$;
`,
  ].join('\n'),
);
