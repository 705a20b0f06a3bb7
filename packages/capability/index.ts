export { type Capabilities, createCapabilities } from './capabilities.ts';
export { Creations, type Keep, keepNothing } from './creations/creations.ts';
export { type Directory, unknownAvatar } from './directory.ts';
export * from './errors.ts';
export { procedures as capabilityProcedures } from './generated/procedures.ts';
export { limitsOf, mustAllow, mustReach, reaches } from './grants/allowance.ts';
export { type Grant, isRecorded } from './grants/grants.ts';
export { isLimited, type Limits, MAX_LISTED, MAX_TOTAL } from './grants/limits.ts';
export { majorOf, millionthsOf } from './grants/millionths.ts';
export {
  type Chain,
  chainOf,
  operatorChain,
  REVOKED_SQL,
  revokedAmong,
  SPENDING_SQL,
  subjectsOf,
  type Unrecorded,
} from './grants/spending.ts';
export { LIMITS, LIMITS_DOC, LIMITS_SHOWN, READ_LIMITS, readLimits, type WireLimits, wireLimits } from './grants/wire-limits.ts';
export { loadMasterKey, type MasterKey } from './keys/master-key.ts';
export type { Jwks } from './keys/signing-keys.ts';
export { declaredKinds, defineKind, type Kind, LONGEST_VALID_s, MAX_VALID_s } from './kinds.ts';
export type { Capability, Issued, IssueOrder, Revocation } from './model.ts';
export { type Operator, operatorWith } from './operators/operator.ts';
export { SCOPES, type Scope } from './operators/scopes.ts';
export type { RevocationListener } from './revocations/revocations.ts';
export {
  type GrantorAuthority,
  grantorAuthority,
  type LoginAuthority,
  loginAuthority,
  type ObjectAuthority,
  objectAuthority,
  operatorAuthority,
  operatorHolder,
  scopeNeeded,
} from './rights/authority.ts';
export { createGuard } from './rights/guard.ts';
export { demand, type Guarded, guarded, guardedBy, present, type Sought } from './rights/guarded.ts';
export { anyAvatar, avatarOf, avatarWho, grantHolder, type Held, type Holder, type Principal } from './rights/holders.ts';
export {
  anyLogin,
  capabilitiesParam,
  mayUse,
  type Presented,
  unlimitedLogins,
  wholeLogins,
} from './rights/presented.ts';
export { type Exception, type Needed, oneOf, type Right, right } from './rights/right.ts';
export { OPERATOR } from './tokens/token.ts';
export { validForSecsParam } from './words.ts';
