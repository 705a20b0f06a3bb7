import { invalidMode, invalidSecret, noProfile, secretMissing } from './errors.ts';

/** What every call of an app may end in. */
export const APP_FAULTS = [secretMissing, invalidSecret, invalidMode] as const;
/** And every one that is about a user who is there. */
export const USER_FAULTS = [...APP_FAULTS, noProfile] as const;

/** Why the procedures of apps are public. */
export const OPENED_BY_SECRET = "the app's secret key opens it, and moves no money";
