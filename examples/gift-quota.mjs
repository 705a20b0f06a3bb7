// A hook for gifts: SCRIP_HOOKS=examples/gift-quota.mjs npm start
//
// Each user may ask for three gifts within 24 hours.

const QUOTA = 3;

export async function preRequest({ requests_in_last_day }) {
  if (requests_in_last_day < QUOTA) return;
  throw Object.assign(new Error('You have exceeded your quota of gifts'), { code: -30004, code_str: 'E_GIFT_QUOTA_EXCEEDED' });
}
