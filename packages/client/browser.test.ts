import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../../test/testkit/browser.ts';
import { ROOT } from '../../test/testkit/build.ts';
import { inProcessServer } from '../../test/testkit/server.ts';

const server = inProcessServer({ env: { SCRIP_CORS: '*' } });

/** The README's page and the bundle beside it, on an origin that is not the server's. */
const site = createServer(async (request, response) => {
  if (request.url === '/index.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(await readFile(join(ROOT, 'packages/client/dist/index.js')));
    return;
  }
  const readme = await readFile(join(ROOT, 'packages/client/README.md'), 'utf8');
  const [, page = ''] = /```html\n(.*?)```/s.exec(readme) ?? [];
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(page.replace('http://127.0.0.1:8080', server.url));
});
beforeAll(() => new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve)));
afterAll(() => site.close());

it("the README's page shows a balance in a browser, on the password that a person types", async ({ skip }) => {
  const browser = await openBrowser(skip);
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('dialog', (dialog) => dialog.accept('yourpasswordhere'));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.waitForFunction("document.getElementById('balance').textContent !== ''").catch((error) => errors.push(String(error)));
    expect(errors).toEqual([]);
    expect(await page.textContent('#balance')).toBe('5000');
  } finally {
    await browser.close();
  }
});
