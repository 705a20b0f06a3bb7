import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until whatever is written next has a later time than all before it. Journals and grants are dated to the millisecond, and
 * those of one millisecond come in no order of their own; a test of the order of a list waits between them.
 */
export const later = (): Promise<void> => sleep(3);
