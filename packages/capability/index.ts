export { type GrantorAuthority, grantorAuthority, type LoginAuthority, loginAuthority, operatorAuthority } from './authority.ts';
export { type Capabilities, createCapabilities, type IssueOrder } from './capabilities.ts';
export * from './errors.ts';
export { procedures as capabilityProcedures } from './generated/procedures.ts';
export { type Grant, isRecorded } from './grants.ts';
export { createGuard } from './guard.ts';
export { type CapabilityKind, MAX_VALID_s } from './kinds.ts';
export { isLimited, type Limits, MAX_LISTED, MAX_TOTAL } from './limits.ts';
export { loadMasterKey, type MasterKey } from './master-key.ts';
export type { Capability, Issued, Revocation } from './model.ts';
export {
  anyLogin,
  capabilitiesParam,
  findPrincipal,
  type Guarded,
  mayUse,
  ownerOrGrant,
  type Presented,
  type Principal,
  unlimitedLogins,
} from './presented.ts';
export type { Jwks } from './signing-keys.ts';
export { OPERATOR } from './token.ts';
export { validForSecsParam } from './words.ts';
