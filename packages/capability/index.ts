export { limitsOf, mustAllow, mustReach, reaches } from './allowance.ts';
export { type GrantorAuthority, grantorAuthority, type LoginAuthority, loginAuthority, operatorAuthority } from './authority.ts';
export { type Capabilities, createCapabilities, type IssueOrder } from './capabilities.ts';
export { type Directory, unknownAvatar } from './directory.ts';
export * from './errors.ts';
export { procedures as capabilityProcedures } from './generated/procedures.ts';
export { type Grant, isRecorded } from './grants.ts';
export { createGuard } from './guard.ts';
export { declaredKinds, defineKind, type Kind, MAX_VALID_s } from './kinds.ts';
export { isLimited, type Limits, MAX_LISTED, MAX_TOTAL } from './limits.ts';
export { loadMasterKey, type MasterKey } from './master-key.ts';
export type { Capability, Issued, Revocation } from './model.ts';
export {
  anyLogin,
  capabilitiesParam,
  mayUse,
  type Presented,
  unlimitedLogins,
  wholeLogins,
} from './presented.ts';
export { demand, type Guarded, guarded, guardedBy, present, type Sought } from './rights/guarded.ts';
export { anyAvatar, avatarOf, avatarWho, grantHolder, type Held, type Holder, type Principal } from './rights/holders.ts';
export { type Exception, type Needed, oneOf, type Right, right } from './rights/right.ts';
export type { Jwks } from './signing-keys.ts';
export { type Chain, chainOf, SPENDING_SQL } from './spending.ts';
export { OPERATOR } from './token.ts';
export { LIMITS, LIMITS_DOC, READ_LIMITS, readLimits, type WireLimits } from './wire-limits.ts';
export { validForSecsParam } from './words.ts';
