/**
 * Whether a tool that a test needs is `found`, so that the test can skip where it is not. CI installs them all (.ci/run):
 * there a missing one is an error, because a test that skips proves nothing.
 */
export function present(tool: string, found: boolean): boolean {
  if (!found && process.env['CI']) throw new Error(`${tool} is missing, and with CI set no test skips for want of a tool`);
  return found;
}
