import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { TestContext } from 'vitest';
import { present } from './tools.ts';

const PROGRAM = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((directory) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(directory, name)))
  .find(existsSync);

/** Chromium, to be closed by the test; skips the test where there is none. */
export async function openBrowser(skip: TestContext['skip']): Promise<Browser> {
  if (!present('chromium', PROGRAM !== undefined)) skip('chromium is not here');
  // As root, in CI, Chromium runs without its sandbox or not at all.
  return chromium.launch({ executablePath: PROGRAM ?? '', args: ['--no-sandbox'] });
}
