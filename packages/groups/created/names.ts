import { nameProblem } from '@scrip/avatars';
import { tidyName } from '@scrip/kernel';
import { invalidGroupName } from './errors.ts';

/** The name as it will be kept; raises general.invalid_group_name. */
export function checkGroupName(name: string): string {
  const tidy = tidyName(name);
  const problem = nameProblem(tidy);
  if (problem) throw invalidGroupName(`${JSON.stringify(name.slice(0, 63))} can not be a group's name: ${problem}`);
  return tidy;
}
