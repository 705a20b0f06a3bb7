/**
 * Runs in a thread of its own, so that a hook that never gives the processor back stops nobody. It is plain text, since the server
 * is one bundled file.
 */
export const RUNNER = `
const { parentPort, workerData } = require('node:worker_threads');

const vetoOf = (error) =>
  Number.isSafeInteger(error?.code) && typeof error.code_str === 'string' && typeof error.message === 'string'
    ? { code: error.code, code_str: error.code_str, message: error.message }
    : undefined;

const failureOf = (error) => {
  try {
    return String(error?.stack ?? error);
  } catch {
    return 'something was thrown that has no text';
  }
};

import(workerData.url).then(
  (hooks) => {
    parentPort.on('message', async ({ id, name, given }) => {
      try {
        await hooks[name](given);
        parentPort.postMessage({ id });
      } catch (error) {
        parentPort.postMessage({ id, veto: vetoOf(error), failure: failureOf(error) });
      }
    });
    parentPort.postMessage({ names: workerData.names.filter((name) => typeof hooks[name] === 'function') });
  },
  (error) => parentPort.postMessage({ broken: failureOf(error) }),
);
`;
