// Whether what the pages for people point to is there: links, their anchors, and paths of the repository in code spans. And
// whether the pages are there that sources speak of.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isTest, root } from './imports.mjs';

const SKIPPED = ['.git', '.scrip', 'dist', 'node_modules'];
const IS_PAGE = /^(?:README\.md|docs\/.*\.md)$/;

/** Every file of the repository, by its path from the root with slashes. */
export function repositoryPaths(folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.includes(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? repositoryPaths(path) : [path];
  });
}

/** Path -> text of what people read: the README and all pages of docs. */
export function readPages(paths) {
  return new Map(paths.filter((path) => IS_PAGE.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const FENCED = /^([ \t]*)(```|~~~)[\s\S]*?^[ \t]*\2[ \t]*$/gm;
const PARAGRAPH_END = /\n[ \t]*\n/;
const CODE_SPAN = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;
const LINK = /\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const HEADING = /^#{1,6}[ \t]+(.+?)[ \t#]*$/gm;
const EXPLICIT_ANCHOR = /<a (?:id|name)="([^"]+)">/g;
const URL_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What is wrong, a line each. `paths` are those of all files. */
export function checkLinks(pages, paths) {
  const there = new Set(paths.flatMap(withFolders));
  const problems = [];
  const linked = new Set();
  for (const [page, text] of pages) {
    const { targets, words } = readPage(text);
    for (const target of targets) {
      const [file, anchor] = resolve(page, target);
      if (file !== page) linked.add(file);
      const problem = linkProblem(target, file, anchor, pages, there);
      if (problem) problems.push(`${page}: links to ${target}${problem}`);
    }
    for (const word of words) if (!isRight(word, paths, there)) problems.push(`${page}: names ${word}, which is not there`);
  }
  for (const page of pages.keys()) {
    if (page !== 'README.md' && !linked.has(page)) problems.push(`${page}: no other page links to it`);
  }
  return problems;
}

/** Where a page's links within the repository go, and the words of its code spans. A lone backtick spoils its own paragraph and no more. */
function readPage(text) {
  const paragraphs = text.replace(FENCED, '').split(PARAGRAPH_END);
  const links = paragraphs.flatMap((paragraph) => [...paragraph.replace(CODE_SPAN, '').matchAll(LINK)]);
  const spans = paragraphs.flatMap((paragraph) => [...paragraph.matchAll(CODE_SPAN)]);
  return {
    targets: links.map(([, target]) => target).filter((target) => !URL_SCHEME.test(target)),
    words: spans.flatMap(([, , code]) => code.split(/\s+/)),
  };
}

/** The file from the root, and the anchor if there is one. */
function resolve(page, target) {
  const [path, anchor] = target.split('#');
  return [path === '' ? page : posix.join(posix.dirname(page), path).replace(/\/$/, ''), anchor];
}

function linkProblem(target, file, anchor, pages, there) {
  if (target.startsWith('/')) return '; links of pages are relative to the page';
  if (!there.has(file)) return `, and there is no ${file}`;
  if (anchor !== undefined && !anchorsOf(pages.get(file) ?? '').has(anchor)) return `, and ${file} has no #${anchor}`;
  return undefined;
}

/** Pages that sources name, in comments and elsewhere, and that are not there. `files` maps paths to texts. */
export function checkMentions(files, paths) {
  const there = new Set(paths);
  return [...files]
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) =>
      (text.match(/\bdocs\/[\w/-]+\.md\b/g) ?? [])
        .filter((page) => !there.has(page))
        .map((page) => `${path}: names ${page}, which is not there`),
    );
}

/** `a/b/c.ts` -> itself, `a/b` and `a`. */
function withFolders(path) {
  const parts = path.split('/');
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}

/** As GitHub makes them of headings. */
function anchorsOf(text) {
  const prose = text.replace(FENCED, '');
  const anchors = new Set([...prose.matchAll(EXPLICIT_ANCHOR)].map(([, id]) => id));
  const seen = new Map();
  for (const [, heading] of prose.matchAll(HEADING)) {
    const words = heading.replace(LINK, (link) => link.slice(1, link.indexOf(']')));
    const anchor = words
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
  }
  return anchors;
}

/** From the root, and through one of its folders. */
const WHOLE = /^(?:\.ci|apps|docs|packages|prisma|scripts|test)\/[\w@.+*<>/-]*$/;
/** The end of a path: `ledger/decide.ts`, or the file's name alone. */
const END = /^(?!dist\/)[\w@+*<>-][\w@.+*<>/-]*\.(?:md|mjs|prisma|sql|ts)$/;

/** Whether a word in a code span is no path of ours, or one of something that is there. `*` and `<NAME>` stand for a part of a name. */
function isRight(word, paths, there) {
  const isWhole = WHOLE.test(word);
  if (!isWhole && !END.test(word)) return true;
  const path = word.replace(/\/$/, '');
  if (there.has(path)) return true;
  const pattern = path
    .split(/\*|<[^>]*>/)
    .map((part) => part.replace(/[.+]/g, '\\$&'))
    .join('[^/]+');
  const regex = new RegExp(isWhole ? `^${pattern}$` : `(?:^|/)${pattern}$`);
  return isWhole ? [...there].some((one) => regex.test(one)) : paths.some((one) => regex.test(one));
}
