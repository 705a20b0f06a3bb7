// Written by npm run docs out of the declarations of the procedures.
import type { CallOptions } from './options.ts';

/**
 * An amount of money in major units. A number is sent as its shortest decimal text; a text of digits or a bigint is exact whatever
 * its length.
 */
export type Amount = number | string | bigint;

/** A moment in UTC as text, to the second: `2006-10-23T03:08:00Z`. `new Date(text)` reads it. */
export type Timestamp = string;

/** Yes or no, as the documents have it. */
export type Flag = 0 | 1 | boolean;

/** The stable words of all faults: docs/errors.md. */
export type FaultCode =
    | 'auth.capability_expired'
    | 'auth.capability_invalid'
    | 'auth.capability_required'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'auth.login_failed'
    | 'auth.password_needs_tls'
    | 'auth.too_many_grants'
    | 'bank.account_closed'
    | 'bank.account_exists'
    | 'bank.account_frozen'
    | 'bank.account_not_empty'
    | 'bank.account_overdrawn'
    | 'bank.currency_exists'
    | 'bank.currency_mismatch'
    | 'bank.grant_exhausted'
    | 'bank.grid_transaction_conflict'
    | 'bank.hold_exceeded'
    | 'bank.hold_expired'
    | 'bank.hold_settled'
    | 'bank.insufficient_funds'
    | 'bank.invalid_account_name'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.limit_exceeded'
    | 'bank.not_refundable'
    | 'bank.over_maximum'
    | 'bank.payout_state'
    | 'bank.refund_exceeded'
    | 'bank.request_conflict'
    | 'bank.same_account'
    | 'bank.search_too_broad'
    | 'bank.too_many_accounts'
    | 'bank.too_many_standing_orders'
    | 'bank.unknown_account'
    | 'bank.unknown_currency'
    | 'bank.unknown_grant'
    | 'bank.unknown_hold'
    | 'bank.unknown_standing_order'
    | 'bank.unknown_transaction'
    | 'busy'
    | 'general.grid_in_use'
    | 'general.group_full'
    | 'general.group_in_use'
    | 'general.group_name_taken'
    | 'general.invalid_group_name'
    | 'general.invalid_name'
    | 'general.key_taken'
    | 'general.name_taken'
    | 'general.object_taken'
    | 'general.only_officer'
    | 'general.too_many_groups'
    | 'general.too_many_objects'
    | 'general.unknown_avatar'
    | 'general.unknown_group'
    | 'general.unknown_object'
    | 'general.unknown_realm'
    | 'gifts.already_answered'
    | 'gifts.app_taken'
    | 'gifts.carries_nothing'
    | 'gifts.carries_something'
    | 'gifts.hook_failed'
    | 'gifts.id_taken'
    | 'gifts.invalid_expiry'
    | 'gifts.invalid_mode'
    | 'gifts.invalid_request'
    | 'gifts.invalid_secret'
    | 'gifts.no_profile'
    | 'gifts.not_an_avatar'
    | 'gifts.not_for_sale'
    | 'gifts.request_expired'
    | 'gifts.secret_missing'
    | 'gifts.too_many'
    | 'gifts.vetoed'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'lease.access_denied'
    | 'lease.access_list_full'
    | 'lease.invalid_name'
    | 'lease.invalid_terms'
    | 'lease.lease_changed'
    | 'lease.location_exists'
    | 'lease.location_not_empty'
    | 'lease.no_free_extension'
    | 'lease.not_leased'
    | 'lease.not_vacant'
    | 'lease.price_changed'
    | 'lease.rate_too_high'
    | 'lease.refund_due'
    | 'lease.refund_not_funded'
    | 'lease.term_too_long'
    | 'lease.term_too_short'
    | 'lease.too_many_locations'
    | 'lease.too_many_managers'
    | 'lease.too_many_units'
    | 'lease.unit_exists'
    | 'lease.unit_leased'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'method_not_found'
    | 'not_representable'
    | 'operator.name_taken'
    | 'operator.unknown_operator'
    | 'outbox.link_gone'
    | 'outbox.refused'
    | 'outbox.unknown_item'
    | 'parse_error'
    | 'rate_limited'
    | 'relay.bad_signature'
    | 'relay.nonce_conflict'
    | 'relay.reply_too_long'
    | 'reply_too_large'
    | 'rooms.above_ceiling'
    | 'rooms.absent'
    | 'rooms.ambiguous_nickname'
    | 'rooms.nickname_taken'
    | 'rooms.payer_disabled'
    | 'rooms.site_taken'
    | 'rooms.too_many_customers'
    | 'rooms.unknown_performer'
    | 'rooms.unknown_site'
    | 'rooms.wrong_key'
    | 'studio.email_exists'
    | 'studio.email_required'
    | 'studio.invalid_details'
    | 'studio.registration_failed'
    | 'studio.token_invalid'
    | 'studio.token_required'
    | 'studio.unknown_studio'
    | 'studio.wrong_login'
    | 'vend.access_full'
    | 'vend.banned'
    | 'vend.collection_exists'
    | 'vend.collection_not_empty'
    | 'vend.gift_card_redeemed'
    | 'vend.invalid_name'
    | 'vend.invalid_price'
    | 'vend.invalid_shares'
    | 'vend.not_an_affiliate'
    | 'vend.not_bought'
    | 'vend.order_refunded'
    | 'vend.own_access'
    | 'vend.own_credit'
    | 'vend.own_product'
    | 'vend.price_changed'
    | 'vend.sells_nothing'
    | 'vend.sold_out'
    | 'vend.too_many_collections'
    | 'vend.too_many_gift_cards'
    | 'vend.too_many_orders'
    | 'vend.too_many_products'
    | 'vend.too_many_vendors'
    | 'vend.unknown_collection'
    | 'vend.unknown_delivery'
    | 'vend.unknown_gift_card'
    | 'vend.unknown_order'
    | 'vend.unknown_partner'
    | 'vend.unknown_product'
    | 'vend.unknown_vendor'
    | 'vend.vendor_taken'
    | 'vend.wrong_vendor';

/** What a procedure may fail with, by its name: its own faults, and those of every call. */
export interface ProcedureFaults {
  'bank.accountBalance':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.accountDetails':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.accountList':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.balanceAt':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.cancelStandingOrder':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.unknown_standing_order'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.closeAccount':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.account_not_empty'
    | 'bank.account_frozen'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.createStandingOrder':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.invalid_amount'
    | 'bank.same_account'
    | 'bank.request_conflict'
    | 'bank.too_many_standing_orders'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.currencies':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.deposit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'general.unknown_avatar'
    | 'bank.grid_transaction_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.exportTransactions':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.grantAllAccountsFullCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.grantAllAccountsReadCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.hold':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.listGrants':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.listHolds':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.listStandingOrders':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.openAccount':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.invalid_account_name'
    | 'bank.unknown_currency'
    | 'bank.account_exists'
    | 'bank.too_many_accounts'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.pay':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.paySplit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.postHold':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.unknown_hold'
    | 'bank.invalid_amount'
    | 'bank.account_frozen'
    | 'bank.grant_exhausted'
    | 'bank.hold_settled'
    | 'bank.hold_expired'
    | 'bank.hold_exceeded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.pullPayout':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.refund':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_transaction'
    | 'bank.not_refundable'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'bank.refund_exceeded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.reportPayout':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.account_frozen'
    | 'bank.grant_exhausted'
    | 'bank.hold_settled'
    | 'bank.hold_expired'
    | 'bank.hold_exceeded'
    | 'bank.unknown_transaction'
    | 'bank.payout_state'
    | 'bank.grid_transaction_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.revokeGrant':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.unknown_grant'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.setDeposit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.account_closed'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.transaction':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_transaction'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.transactions':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.search_too_broad'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.transfer':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'bank.voidHold':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.unknown_hold'
    | 'bank.invalid_amount'
    | 'bank.account_frozen'
    | 'bank.grant_exhausted'
    | 'bank.hold_settled'
    | 'bank.hold_expired'
    | 'bank.hold_exceeded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'diagnostics.echo':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.addToGroup':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'general.only_officer'
    | 'general.group_full'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.changePassword':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'auth.login_failed'
    | 'auth.password_needs_tls'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.createGroup':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.invalid_group_name'
    | 'general.group_name_taken'
    | 'general.too_many_groups'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.dissolveGroup':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'general.group_in_use'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.enrollObject':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.object_taken'
    | 'general.too_many_objects'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getAvatarKey':
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getAvatarLoginCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'auth.login_failed'
    | 'auth.password_needs_tls'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getAvatarName':
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getAvatarUserId':
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getLoginCapability':
    | 'auth.login_failed'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getLoginChallenge':
    | 'auth.login_failed'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.getObjectCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_object'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.grantGroupsCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.isGroupMember':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.listGroupMembers':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.listGroupOfficers':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.listGroupsCreated':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.listMemberships':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.listObjects':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.loginWithPassword':
    | 'auth.login_failed'
    | 'auth.password_needs_tls'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.narrowCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.notifications':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.removeFromGroup':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.renameGroup':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'general.invalid_group_name'
    | 'general.group_name_taken'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.revokeCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.revokeObject':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_object'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.rotateObject':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_object'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.setGroupPercentages':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'general.unknown_group'
    | 'general.group_full'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'general.siteStatus':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.answers':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.no_profile'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.give':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'gifts.invalid_request'
    | 'gifts.request_expired'
    | 'gifts.already_answered'
    | 'gifts.carries_nothing'
    | 'gifts.not_an_avatar'
    | 'gifts.not_for_sale'
    | 'gifts.vetoed'
    | 'gifts.hook_failed'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.list':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.no_profile'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.putUser':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.id_taken'
    | 'gifts.too_many'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.reply':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.no_profile'
    | 'gifts.invalid_request'
    | 'gifts.request_expired'
    | 'gifts.already_answered'
    | 'gifts.carries_something'
    | 'gifts.vetoed'
    | 'gifts.hook_failed'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.request':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.no_profile'
    | 'gifts.invalid_expiry'
    | 'bank.invalid_amount'
    | 'gifts.not_an_avatar'
    | 'gifts.too_many'
    | 'gifts.vetoed'
    | 'gifts.hook_failed'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'gifts.setFriends':
    | 'gifts.secret_missing'
    | 'gifts.invalid_secret'
    | 'gifts.invalid_mode'
    | 'gifts.no_profile'
    | 'gifts.too_many'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.announceUnit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.invalid_name'
    | 'lease.rate_too_high'
    | 'lease.too_many_units'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.createLocation':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.invalid_name'
    | 'lease.invalid_terms'
    | 'lease.location_exists'
    | 'lease.too_many_locations'
    | 'general.unknown_group'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.createUnit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.invalid_name'
    | 'lease.rate_too_high'
    | 'lease.unit_exists'
    | 'lease.too_many_units'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.extend':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'lease.access_denied'
    | 'lease.price_changed'
    | 'lease.term_too_short'
    | 'lease.term_too_long'
    | 'lease.lease_changed'
    | 'lease.not_leased'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.extendFree':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.not_leased'
    | 'lease.lease_changed'
    | 'lease.access_denied'
    | 'lease.no_free_extension'
    | 'lease.term_too_long'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.grantManageCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.grantReadCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.history':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.listAccess':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.listManagers':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.locationDetails':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.locationNames':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.locationStats':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.logs':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.managedLocations':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.myLeases':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.offers':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.quote':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'bank.invalid_amount'
    | 'lease.not_vacant'
    | 'lease.access_denied'
    | 'lease.term_too_short'
    | 'lease.term_too_long'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.refundPreview':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.not_leased'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.regionStats':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.removeLocation':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.location_not_empty'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.removeUnit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.unit_leased'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.rent':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'lease.access_denied'
    | 'lease.price_changed'
    | 'lease.term_too_short'
    | 'lease.term_too_long'
    | 'lease.lease_changed'
    | 'lease.not_vacant'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.setAccess':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.access_list_full'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.setManager':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.too_many_managers'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.setPayer':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.not_leased'
    | 'lease.lease_changed'
    | 'lease.access_denied'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.stats':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.terminate':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'lease.not_leased'
    | 'lease.lease_changed'
    | 'lease.refund_due'
    | 'lease.refund_not_funded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.transfer':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.not_leased'
    | 'lease.lease_changed'
    | 'lease.access_denied'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.unitDetailsAtLocation':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.unitDetailsByName':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.unitDetailsByNumber':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.unitNamesAtLocation':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.updateLocation':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.invalid_name'
    | 'lease.invalid_terms'
    | 'lease.location_exists'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'lease.updateUnit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'lease.unknown_location'
    | 'lease.unknown_unit'
    | 'lease.invalid_name'
    | 'lease.rate_too_high'
    | 'lease.unit_exists'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addApp':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'gifts.app_taken'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addAvatar':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.invalid_name'
    | 'general.name_taken'
    | 'general.key_taken'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addCurrency':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.currency_exists'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addGrid':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addOperator':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'operator.name_taken'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addPlan':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'studio.unknown_studio'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addRoomSite':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'rooms.site_taken'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.addStudio':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.audit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.confirmPayout':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.account_frozen'
    | 'bank.grant_exhausted'
    | 'bank.hold_settled'
    | 'bank.hold_expired'
    | 'bank.hold_exceeded'
    | 'bank.unknown_transaction'
    | 'bank.payout_state'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.disableAvatar':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.failPayout':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.account_frozen'
    | 'bank.grant_exhausted'
    | 'bank.hold_settled'
    | 'bank.hold_expired'
    | 'bank.hold_exceeded'
    | 'bank.unknown_transaction'
    | 'bank.payout_state'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.freezeAccount':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.account_closed'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.inspectCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listAvatars':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listGrids':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listOperators':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listOutbox':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'outbox.unknown_item'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listPayouts':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.listRoomSites':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.log':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.mint':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.refund':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'bank.refund_exceeded'
    | 'bank.unknown_transaction'
    | 'bank.not_refundable'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.removeGrid':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_realm'
    | 'general.grid_in_use'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.renameAvatar':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.invalid_name'
    | 'general.name_taken'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.resend':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'outbox.unknown_item'
    | 'outbox.link_gone'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.retireKey':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.revoke':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.revokeAvatar':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.revokeOperator':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'operator.unknown_operator'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.rotateKey':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.rotateRoomSite':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'rooms.unknown_site'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.setAccountLimits':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'bank.unknown_account'
    | 'bank.invalid_amount'
    | 'bank.account_overdrawn'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.setChallengeLogin':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.setDispenser':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_object'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.setPassword':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.setRoomNotices':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'rooms.unknown_site'
    | 'outbox.refused'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'operator.verifyChain':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.joinRoom':
    | 'rooms.wrong_key'
    | 'rooms.unknown_performer'
    | 'rooms.nickname_taken'
    | 'rooms.too_many_customers'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.leaveRoom':
    | 'rooms.wrong_key'
    | 'rooms.absent'
    | 'rooms.ambiguous_nickname'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.list':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.pingRoom':
    | 'rooms.wrong_key'
    | 'rooms.absent'
    | 'rooms.ambiguous_nickname'
    | 'rooms.unknown_performer'
    | 'rooms.nickname_taken'
    | 'rooms.too_many_customers'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.tip':
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'auth.capability_revoked'
    | 'rooms.wrong_key'
    | 'rooms.unknown_performer'
    | 'rooms.absent'
    | 'rooms.ambiguous_nickname'
    | 'rooms.above_ceiling'
    | 'rooms.payer_disabled'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'rooms.updateCredits':
    | 'rooms.wrong_key'
    | 'rooms.absent'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.checkEmailExistance':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'studio.email_required'
    | 'studio.invalid_details'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.getStudioPlanLists':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.initialiseSdk':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.login':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'studio.email_required'
    | 'studio.invalid_details'
    | 'studio.wrong_login'
    | 'auth.password_needs_tls'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.logout':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'studio.registerUser':
    | 'studio.token_required'
    | 'studio.token_invalid'
    | 'studio.email_required'
    | 'studio.invalid_details'
    | 'studio.registration_failed'
    | 'studio.email_exists'
    | 'auth.password_needs_tls'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'system.getCapabilities':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'system.listMethods':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'system.methodHelp':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'system.methodSignature':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'system.multicall':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.arrayOfStructsTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.countTheEntities':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.easyStructTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.echoStructTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.manyTypesTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.moderateSizeArrayCheck':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.nestedStructTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'validator1.simpleStructReturnTest':
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.ackDelivery':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_delivery'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.addProduct':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'vend.invalid_name'
    | 'vend.invalid_price'
    | 'vend.invalid_shares'
    | 'vend.too_many_products'
    | 'vend.unknown_partner'
    | 'bank.unknown_currency'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.announceVendor':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'vend.unknown_product'
    | 'vend.invalid_name'
    | 'vend.vendor_taken'
    | 'vend.too_many_vendors'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.buy':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_product'
    | 'vend.unknown_vendor'
    | 'vend.wrong_vendor'
    | 'vend.banned'
    | 'vend.not_an_affiliate'
    | 'vend.price_changed'
    | 'vend.sold_out'
    | 'vend.too_many_orders'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.buyGiftCard':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'general.unknown_avatar'
    | 'vend.sells_nothing'
    | 'vend.banned'
    | 'vend.too_many_gift_cards'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.collectionDetails':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.collectionNames':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.collectionVendors':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.createCollection':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.invalid_name'
    | 'vend.collection_exists'
    | 'vend.too_many_collections'
    | 'vend.invalid_shares'
    | 'general.unknown_group'
    | 'bank.request_conflict'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.credits':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.creditsGiven':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.findProductsVendor':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.giftCard':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_gift_card'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.giveBack':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_order'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'bank.refund_exceeded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.giveCredit':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'vend.own_credit'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.grantManageCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.grantReadCapability':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'auth.too_many_grants'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.listAccess':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.listVendors':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.myGiftCards':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.myOrders':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.order':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_order'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.productDetails':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.productShares':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.products':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.productsInCollection':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.publicCollectionProducts':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.publicCollectionProductsDeleted':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.publicCollections':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.pullDeliveries':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.quote':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_product'
    | 'vend.unknown_vendor'
    | 'vend.wrong_vendor'
    | 'vend.banned'
    | 'vend.not_an_affiliate'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.rating':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.redeemGiftCard':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'vend.unknown_gift_card'
    | 'vend.gift_card_redeemed'
    | 'vend.own_credit'
    | 'vend.banned'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.redeliver':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_order'
    | 'vend.order_refunded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.refundOrder':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_order'
    | 'bank.invalid_amount'
    | 'bank.invalid_split'
    | 'bank.same_account'
    | 'bank.unknown_account'
    | 'bank.request_conflict'
    | 'bank.currency_mismatch'
    | 'bank.account_closed'
    | 'bank.account_frozen'
    | 'bank.insufficient_funds'
    | 'bank.over_maximum'
    | 'bank.limit_exceeded'
    | 'bank.grant_exhausted'
    | 'bank.refund_exceeded'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.refundPreview':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_order'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.removeCollection':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'vend.collection_not_empty'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.removeProduct':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.removeVendor':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_vendor'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.sales':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.search':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.setAccess':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.invalid_shares'
    | 'vend.own_access'
    | 'vend.access_full'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.updateCollection':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'general.unknown_avatar'
    | 'general.unknown_realm'
    | 'vend.unknown_collection'
    | 'vend.invalid_name'
    | 'vend.collection_exists'
    | 'vend.invalid_shares'
    | 'general.unknown_group'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.updateProduct':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'vend.invalid_name'
    | 'vend.invalid_price'
    | 'vend.invalid_shares'
    | 'vend.unknown_partner'
    | 'general.unknown_avatar'
    | 'bank.unknown_currency'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
  'vend.vote':
    | 'auth.capability_required'
    | 'auth.capability_invalid'
    | 'auth.capability_expired'
    | 'auth.capability_revoked'
    | 'auth.forbidden'
    | 'vend.unknown_product'
    | 'vend.own_product'
    | 'vend.not_bought'
    | 'busy'
    | 'internal'
    | 'invalid_params'
    | 'invalid_request'
    | 'method_not_found'
    | 'not_representable'
    | 'parse_error'
    | 'rate_limited'
    | 'reply_too_large';
}

/** Every procedure. Parameters have the names of docs/procedures.md; `capabilities` are filled in. */
export interface Api {
  readonly bank: {
    /**
     * Tells the balance of an account.
     * What is held (bank.hold, and payments that wait to be handed over in-world) is not counted: it can not be spent.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, those of every call.
     * @returns The balance in the currency of the account.
     */
    accountBalance(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account, for example `working`. */
      readonly account_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells everything about an account but its history.
     * available = balance - held_out, always; it may go down to -overdraft. held_in is on its way and not in the balance. An account is
     * open, frozen (an operator has seen to it that nothing leaves it) or closed. Operators may look at every account.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, those of every call.
     * @returns Amounts in the currency of the account; -1 as overdraft or maximum is no limit. entries is how many bank.transactions lists.
     */
    accountDetails(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
    }, options?: CallOptions): Promise<{ balance: number; available: number; held_out: number; held_in: number; overdraft: number; maximum: number; state: string; public_deposit: boolean; deposit_group: string; currency: string; entries: number }>;
    /**
     * Lists the accounts of an avatar that the caller may read.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns Account names, `working` first.
     */
    accountList(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the accounts. A name is taken too. */
      readonly akey: string;
    }, options?: CallOptions): Promise<string[]>;
    /**
     * Tells the balance that an account had at a moment.
     * The balance of the last line that bank.transactions lists up to that second. What was only held then is counted: it was still there.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, those of every call.
     * @returns The balance in the currency of the account; 0 before its first transaction.
     */
    balanceAt(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** UTC; what happened in this second counts. */
      readonly time: Timestamp | Date;
    }, options?: CallOptions): Promise<number>;
    /**
     * Cancels a standing order of the avatar who is logged in.
     * Once this is answered no payment of it follows. Cancelling one that is over changes nothing.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.unknown_standing_order, those of every call.
     * @returns 1.
     */
    cancelStandingOrder(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order's id. */
      readonly id: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Closes an account that holds nothing.
     * Nothing may be in it and nothing held on it or for it. Its history stays readable, bank.openAccount opens it again, and who could
     * pay into it by its name is forgotten. Closing one that is closed changes nothing. `working` stays open.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.account_not_empty, bank.account_frozen, those of every call.
     * @returns 1.
     */
    closeAccount(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Orders that an amount is paid every so many days from an account of the avatar who is logged in.
     * Each payment is made as by bank.pay. One that is refused (too little money, a frozen account) is tried again after 1 hour, 6 hours and
     * then daily, five times in all and never past the next date; then it is missed. Where it can not succeed any more (the account is closed,
     * the group is gone) the order ends. So it does where the login that started it is revoked, though not where that expires. The owner is
     * notified of all this (general.notifications, kind `standing_order`). Dates do not drift; days have 24 hours. What fell due while the
     * server was down is paid one after the other. The login must not be one that was narrowed: the order outlives it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.invalid_amount, bank.same_account, bank.request_conflict, bank.too_many_standing_orders, those of every call.
     * @returns The order's id.
     */
    createStandingOrder(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Major units of the currency of the account that pays, in its decimal places; above zero. */
      readonly amount: Amount;
      /** The account that pays. */
      readonly from_account_name: string;
      /** Key of the avatar or group that is paid. A name is taken too. */
      readonly to_akey: string;
      /** The account that is paid, or `avatar` for in-world. Empty: `working`. */
      readonly to_account_name: string;
      /** Days from one payment to the next. */
      readonly every_days: number;
      /** Days until the first payment; 0: it is made within seconds. */
      readonly first_in_days?: number;
      /** How many payments, missed ones included; 0: until it is cancelled. */
      readonly times?: number;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment?: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists the currencies of the server.
     * scale is the number of decimal places of an amount; it never changes. Payments take whole amounts, shares and fees may be less.
     * Faults: those of every call.
     * @returns Currencies, the default one first and the others by code.
     */
    currencies(params?: Record<string, never>, options?: CallOptions): Promise<{ code: string; scale: number; default: boolean }[]>;
    /**
     * Credits an avatar with money that a dispenser was paid in-world. Only over the relay, signed.
     * It goes to `working`, once for each grid_transaction of the grid, however often and by whichever dispenser it is told. Where there is a fault nothing was
     * booked, and the money is to be given back in-world: but after `busy`, where it is to be told again with the same grid_transaction.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, general.unknown_avatar, bank.grid_transaction_conflict, those of every call.
     * @returns The transaction id; the same for the same grid_transaction.
     */
    deposit(params: {
      /** Key of the avatar who paid, in the dispenser's grid. A name is taken too. */
      readonly akey: string;
      /** Major units, above zero, in the decimal places of the currency of `working`. */
      readonly amount: Amount;
      /** The grid's key of the transaction, or one of the script's own: 1 to 64 of A-Z, a-z, 0-9, -. */
      readonly grid_transaction: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Exports what was moved to and from an account as CSV, oldest first.
     * CSV as in RFC 4180, with a header line on every page: transaction_id,time,type,amount,balance,other_akey,other_name,comment.
     * Times are UTC, as 2006-10-23 03:08:00Z; amounts are exact decimals, negative where money left the account.
     * A name or comment gets an apostrophe in front that begins with =, +, -, @ or with what some spreadsheets separate cells by (a semicolon, a bar, a tab,
     * a new line), and so does =, +, - or @ behind one of these: spreadsheets would take them for formulas.
     * At most 1000 lines a call, and fewer where they would make the reply longer than 512 KiB: the next page begins at offset plus the lines that
     * came, and a page of the header alone is the end. Pages stay the same while more is paid.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, those of every call.
     * @returns The CSV text.
     */
    exportTransactions(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** UTC: nothing before this second; empty: from the beginning. */
      readonly from_time?: Timestamp | Date | '';
      /** UTC: nothing after this second; empty: to the end. */
      readonly to_time?: Timestamp | Date | '';
      /** How many of the oldest to leave out. */
      readonly offset?: number;
      /** How many to export; -1 for 1000. */
      readonly limit?: number;
      /** The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability that allows another avatar balance query, transfers and payments from all accounts of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. Use it with caution: without limits it allows auth_akey to withdraw everything. A total is kept however many calls race.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantAllAccountsFullCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
      /** A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals. */
      readonly limits?: { accounts?: readonly string[]; payees?: readonly string[]; max_each?: Amount; total?: Amount };
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability that allows another avatar balance query and transaction history of all accounts of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. It allows no payment.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantAllAccountsReadCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
      /** A struct that may have the member accounts, up to 16 names: all that it reaches. */
      readonly limits?: { accounts?: readonly string[] };
    }, options?: CallOptions): Promise<string>;
    /**
     * Sets an amount aside for a payee, who may take some or all of it until it expires.
     * What is held can not be spent: bank.accountBalance is less by it at once. The payee takes it with bank.postHold or gives it
     * up with bank.voidHold; what is not taken comes back, when it expires at the latest. The account that it is for is found
     * as by bank.pay, but must be there: a group as such and a payee without a login have none, and are refused.
     * A capability's spending total counts the amount now, and does not get back what is not taken.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, those of every call.
     * @returns The transaction id, which is the id of the hold.
     */
    hold(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Major units of the currency of the account that pays, in its decimal places; above zero. */
      readonly amount: Amount;
      /** Key of the avatar who pays. A name is taken too. */
      readonly from_akey: string;
      /** The account that pays. */
      readonly from_account_name: string;
      /** Key of the avatar or group that it is held for. A name is taken too. */
      readonly to_akey: string;
      /** The account that it is held for. Empty: `working`. */
      readonly to_account_name: string;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment: string;
      /** Seconds until it expires, by the database's clock: 1 to 2592000 (30 days); other values are refused. */
      readonly expires_in_secs?: number;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.
     * Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it
     * as well, whole logins are not. Times are UTC.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns role is `given` (to holder_akey), `held` (from grantor_akey) or `own` (works alone, or is a narrowed login); limits as they were given; spent and left, in major units, where there is a total: left is no more than any that it was derived from has left; revoked 1 or 0; parent: the jti that it was derived from, or empty.
     */
    listGrants(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the avatar, who must be logged in; empty: the one who is. */
      readonly akey?: string;
      /** How many of the newest to leave out. */
      readonly offset?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The jti of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ jti: string; role: string; kind: string; holder_akey: string; holder_name: string; grantor_akey: string; grantor_name: string; limits: { accounts?: string[]; payees?: string[]; max_each?: number; total?: number }; spent?: number; left?: number; issued: Timestamp; expires: Timestamp; revoked: 0 | 1; parent: string }[]>;
    /**
     * Lists what is held on an account, in either direction, newest first.
     * States: open; posted (posted tells how much of it, the rest went back); voided; expired. Times are UTC.
     * A payment that waits to be handed over in-world is listed too, for the account `avatar` and without an end: only an operator
     * can end it, and it is voided where it could not be handed over.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, those of every call.
     * @returns Holds: the amount that was set aside and how much of it was posted; expires is missing where there is no end; leg is 0, but where one payment holds several amounts.
     */
    listHolds(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** Which ones to list. */
      readonly state?: 'open' | 'posted' | 'voided' | 'expired';
      /** How many of the newest to leave out. */
      readonly offset?: number;
      /** How many to list; -1 for 1000. */
      readonly limit?: number;
      /** The hold_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ hold_id: string; time: Timestamp; expires?: Timestamp; state: string; amount: number; posted: number; from_akey: string; from_account_name: string; to_akey: string; to_account_name: string; comment: string; leg: number }[]>;
    /**
     * Lists the standing orders of the avatar who is logged in, newest first.
     * Those that have ended or were cancelled are listed too. Times are UTC.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not.
     */
    listStandingOrders(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many of the newest to leave out. */
      readonly offset?: number;
      /** How many to list; -1 for 100. */
      readonly limit?: number;
      /** The id of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ id: string; state: string; amount: number; currency: string; from_account_name: string; to_akey: string; to_name: string; to_account_name: string; comment: string; every_days: number; times: number; due: Timestamp; next_attempt: Timestamp; failed_attempts: number; paid: number; missed: number; last_fault: string; created: Timestamp }[]>;
    /**
     * Opens an account for the avatar who is logged in, or for a group that the avatar is an officer of.
     * Opening an account that is there already, in the same currency, changes nothing; one that was closed is open again, with its history.
     * Names match in any case. No account of a group can be called `working`: what is paid there is shared by the percentages.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.invalid_account_name, bank.unknown_currency, bank.account_exists, bank.too_many_accounts, general.unknown_group, those of every call.
     * @returns The name of the account.
     */
    openAccount(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Name of the new account, without commas. */
      readonly account_name: string;
      /** Code of its currency; empty: the server's own. */
      readonly currency?: string;
      /** Key of the group that is to own it; empty: the avatar who is logged in. */
      readonly akey?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Pays an amount from an account to another avatar, or hands it over in-world.
     * The payee's account of that name is used where the caller holds a login or full-access capability of the payee that reaches it,
     * where it takes deposits from anybody (bank.setDeposit), or where the payer is in its deposit group; otherwise the money goes
     * to `working`, and bank.transaction tells both names. The account name `avatar`, or a payee who has no login here, puts the payment into the in-world queue: the
     * amount is held until a dispenser has handed it over. A group is paid by its percentages, each member as if paid alone;
     * who gets the odd unit is drawn, so that everybody gets their exact percentage in the long run. What could be refused by any draw
     * is refused. A payer's own share stays with the payer.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, those of every call.
     * @returns The transaction id.
     */
    pay(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Major units of the currency of the account that pays, in its decimal places; above zero. */
      readonly amount: Amount;
      /** Key of the avatar who pays. A name is taken too. */
      readonly from_akey: string;
      /** The account that pays. */
      readonly from_account_name: string;
      /** Key of the avatar or group that is paid. A name is taken too. */
      readonly to_akey: string;
      /** The account that is paid, or `avatar` for in-world. Empty: `working`. */
      readonly to_account_name: string;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment: string;
      /** Whether the payee gets a notification (general.notifications). */
      readonly notify?: Flag;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Pays several at once, by shares, with a fee taken off first: all of it happens, or nothing.
     * Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half; up to six decimal places count. Every unit is accounted for: each gets
     * their exact part rounded up or down, which is drawn, so that it is exact in the long run; a retry under its request_id draws the same.
     * Each payee is paid as by bank.pay. With preview = 1 nothing is booked: the amounts are those by largest remainder, and what is booked
     * differs from them by at most one unit each.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, those of every call.
     * @returns The transaction id (empty for a preview), the fee, and what each payee gets, in order.
     */
    paySplit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Major units of the currency of the account that pays, in its decimal places; above zero. */
      readonly amount: Amount;
      /** Key of the avatar who pays. A name is taken too. */
      readonly from_akey: string;
      /** The account that pays. */
      readonly from_account_name: string;
      /** Up to 100 structs: key or name of an avatar, or key of a group; the account (empty: `working`), and the share. */
      readonly payees: readonly { akey: string; account_name: string; share: number }[];
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment: string;
      /** Key or name of the avatar, or key of the group, that gets the fee; empty: there is none. */
      readonly fee_akey?: string;
      /** How much of the amount is the fee, in percent; below 100. */
      readonly fee_percent?: number;
      /** Whether those who are paid get a notification. */
      readonly notify?: Flag;
      /** 1 to be told the amounts only. */
      readonly preview?: Flag;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; fee: number; amounts: number[] }>;
    /**
     * Moves money that was held to the payee, all of it or a part; the rest goes back to the payer.
     * For the payee, and for the payer, who may let go of the money before the payee takes it. A hold is posted once: the same
     * call again, by whichever of them, changes nothing and returns the same id, so no request id is needed. A payer's capability
     * with a spending total can set money aside, but not let go of it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.unknown_hold, bank.invalid_amount, bank.account_frozen, bank.grant_exhausted, bank.hold_settled, bank.hold_expired, bank.hold_exceeded, those of every call.
     * @returns The transaction id of what was posted.
     */
    postHold(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id that bank.hold returned. */
      readonly hold_id: string;
      /** Major units, no more than is held; 0: all of it. */
      readonly amount?: Amount;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives a dispenser the payment that has waited longest to be handed over in its grid. Only over the relay, signed.
     * Nobody else gets it for hold_secs. Say `accepted` by bank.reportPayout before anything is handed over; what is not accepted by then is queued again.
     * From `accepted` on there are hold_secs again, to report `done` or `failed`; after that it is `unknown`, and not handed out again. The same
     * request (nonce) gets the same payout. Payments to avatars who are not registered belong to the first grid.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns `[transaction_id, akey, amount, currency]`, or an empty array where nothing waits: the id is for bank.reportPayout, akey the avatar's key in the dispenser's grid, the amount in major units.
     */
    pullPayout(params?: {
      /** Seconds for each step, from 1 to 3600. */
      readonly hold_secs?: number;
    }, options?: CallOptions): Promise<unknown[]>;
    /**
     * Pays back what an avatar or group was paid, all of it or a part, to the account that it came from.
     * For payments, splits and posted holds. It is taken from the very account that was paid, and all refunds together are never
     * more than was paid. Who was paid several times by one transaction gives a part back in proportion to what is left of each.
     * What was handed over in-world can not be refunded. A capability's limits and its spending total are kept as for a payment.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_transaction, bank.not_refundable, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, bank.refund_exceeded, those of every call.
     * @returns The transaction id of the refund.
     */
    refund(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who was paid. A name is taken too. */
      readonly akey: string;
      /** The transaction id. */
      readonly transaction_id: string;
      /** Major units; 0: all that was not refunded yet. */
      readonly amount?: Amount;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment?: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Tells what became of a payout that this dispenser has pulled. Only over the relay, signed.
     * `accepted`: it is going to be handed over, now; a fault means that it must not be. `done`: the avatar has it, and the payer has paid. `failed`: the avatar has not got
     * it, and will not; it goes back to the payer, who is notified. `unknown`: the dispenser does not know; an operator decides, or a later `done` or `failed`
     * with the grid's key of the transaction. `done` and `failed` may be said again; the first word counts.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.account_frozen, bank.grant_exhausted, bank.hold_settled, bank.hold_expired, bank.hold_exceeded, bank.unknown_transaction, bank.payout_state, bank.grid_transaction_conflict, those of every call.
     * @returns The state that the payout is in.
     */
    reportPayout(params: {
      /** As bank.pullPayout gave it. */
      readonly transaction_id: string;
      /** `accepted`, `done`, `failed` or `unknown`. */
      readonly state: 'accepted' | 'done' | 'failed' | 'unknown';
      /** The grid's key of the transaction in-world; empty: none is known. */
      readonly grid_transaction?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.
     * Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.unknown_grant, those of every call.
     * @returns 1.
     */
    revokeGrant(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** As bank.listGrants lists it. */
      readonly jti: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Says who may pay into an account by its name.
     * What others pay to this name goes to `working` unless they may pay into it, as bank.pay tells. Members of the group count as they
     * are when they pay. `working` itself takes payments from everybody, whatever is set.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.account_closed, general.unknown_group, those of every call.
     * @returns 1.
     */
    setDeposit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** 1 where everybody may. */
      readonly public_deposit: Flag;
      /** Key or name of a group that the caller created, or the key of the group that owns the account: its members may; empty: none. */
      readonly deposit_group?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells what a transaction moved or set aside, and what was refunded of it, to those who have a part in it.
     * An avatar sees the parts that their accounts pay or are paid by: the payer all of them. At most 1000 parts and as many refunds.
     * A part that was not moved but set aside has the state of its hold: open, posted, voided or expired; what was posted of it is
     * another transaction. sent_to_account_name is the account as the payer wrote it, to_account_name the one that got it: `working` where
     * there is no account of that name, or where it does not take deposits of the payer.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_transaction, those of every call.
     * @returns principal_akey is who asked for it (nobody, for the bank itself); parts have the state `moved`, or that of a hold; refunds are those of these parts; refund_of is the transaction that this one pays back, or empty.
     */
    transaction(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who has a part in it. A name is taken too. */
      readonly akey: string;
      /** The transaction id. */
      readonly transaction_id: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; time: Timestamp; type: string; comment: string; principal_akey: string; parts: { from_akey: string; from_account_name: string; to_akey: string; to_account_name: string; sent_to_account_name: string; amount: number; state: string }[]; refunds: { transaction_id: string; amount: number; time: Timestamp }[]; refund_of: string }>;
    /**
     * Lists what was moved to and from an account, newest first, or searches it.
     * Times are UTC. At most 1000 a call. Amounts that are only held are not listed.
     * A comment matches when every word of the text is in it: whole words of letters and digits, in any case and order.
     * Without a text and a counterparty, a page costs the same wherever it is. The first search that reaches far into a long history may answer busy
     * a few times while the history is indexed: ask again, and it goes on from there.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.search_too_broad, those of every call.
     * @returns Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side.
     */
    transactions(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** How many of the newest to leave out, of those that match. */
      readonly offset?: number;
      /** How many to list; -1 for 1000. */
      readonly limit?: number;
      /** UTC: nothing before this second; empty: from the beginning. */
      readonly from_time?: Timestamp | Date | '';
      /** UTC: nothing after this second; empty: to the end. */
      readonly to_time?: Timestamp | Date | '';
      /** Words that the comment must hold, all of them; empty: any comment. */
      readonly text?: string;
      /** Key or name of the avatar or group on the other side; empty: anybody. */
      readonly other_akey?: string;
      /** The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; time: Timestamp; type: string; amount: number; balance: number; other_akey: string; other_name: string; comment: string }[]>;
    /**
     * Moves an amount from one account to another account of the same avatar.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, those of every call.
     * @returns The transaction id.
     */
    transfer(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns both accounts. A name is taken too. */
      readonly akey: string;
      /** Major units of the currency of the account that pays, in its decimal places; above zero. */
      readonly amount: Amount;
      /** The account that pays. */
      readonly from_account_name: string;
      /** The account that receives; in the same currency. */
      readonly to_account_name: string;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives money that was held back to the payer.
     * For the payee only; the payer waits until it expires. The same call again changes nothing and returns the same id.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.unknown_hold, bank.invalid_amount, bank.account_frozen, bank.grant_exhausted, bank.hold_settled, bank.hold_expired, bank.hold_exceeded, those of every call.
     * @returns The transaction id. Nothing was moved, so no statement shows it.
     */
    voidHold(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id that bank.hold returned. */
      readonly hold_id: string;
    }, options?: CallOptions): Promise<string>;
  };
  readonly diagnostics: {
    /**
     * Answers with the value that it is sent.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The same value.
     */
    echo(params: {
      /** Anything. */
      readonly value: unknown;
    }, options?: CallOptions): Promise<unknown>;
  };
  readonly general: {
    /**
     * Adds an avatar to a group, or changes the percentage and office of a member.
     * The member gets the percentage that is given and the others keep theirs; then all are scaled in these proportions, so that the
     * sum is 100: 60, 40 and a new 50 come to 40, 26.666667 and 33.333333, and 80 for the second of 60 and 40 to 42.857143 and
     * 57.142857. So a call that is sent twice scales twice, unless both have the same request_id. A member who is alone has 100, whatever is given; so has one beside
     * whom the others have nothing, but 0 leaves them equal parts.
     * Percentages are exact fractions, however often they are changed; only where they would need more than 100 digits
     * they are brought back to 100 digits, by largest remainder.
     * A group has at most 1000 members.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, general.only_officer, general.group_full, bank.request_conflict, those of every call.
     * @returns `added`, or `updated` where the avatar was a member already.
     */
    addToGroup(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** Key or name of the avatar who is to be a member. */
      readonly new_member_key_or_name: string;
      /** The grid that the member is of: empty for this one, otherwise a grid's name. */
      readonly new_member_agent_realm?: string;
      /** 0 to 100, before all are scaled; -1: a new member gets 100 / n of what are then n members, and an existing one keeps theirs. */
      readonly new_member_percent?: number;
      /** 1: an officer; 0: a regular member; left out or -1: a new member is none, an existing one stays what it is. */
      readonly new_member_as_officer?: 0 | 1 | -1;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives the avatar who is logged in another password, and revokes all that the avatar holds or gave.
     * The login of this call is revoked too: log in again. Grants, narrowed logins and groups capabilities end, and standing orders;
     * holds stay. No payment is booked on any of it once this has answered, by any server. A wrong old password counts as a failed login,
     * and after ten each further attempt has to wait: the fault rate_limited tells how many seconds. Taken over TLS and from the same
     * machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, auth.login_failed, auth.password_needs_tls, those of every call.
     * @returns 1.
     */
    changePassword(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The password until now. */
      readonly old_password: string;
      /** The one from now on: 1 to 1024 bytes. */
      readonly new_password: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Creates a group of the avatar who calls, who is its first member: an officer with 100 percent.
     * An avatar has at most 100 groups, no two of which have the same name in any case; other avatars may use it too.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.invalid_group_name, general.group_name_taken, general.too_many_groups, bank.request_conflict, those of every call.
     * @returns The group's key, a UUID in lower case.
     */
    createGroup(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly group_name: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Dissolves a group for good.
     * Nobody is a member any more, its name is free again, and its key is never given to another group. Officers can not do this.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, general.group_in_use, those of every call.
     * @returns 1.
     */
    dissolveGroup(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
    }, options?: CallOptions): Promise<number>;
    /**
     * Enrols an in-world object, or a device, of the avatar who calls: it gets a secret to sign its requests with.
     * Signed requests to the relay need no password and no trusted grid. What the object may do is that of its owner, within the limits, which count over all
     * capabilities that it asks for together. Enrolling it again gives it another secret and other limits, and ends what it had. Nobody else can enrol
     * the key then, but an owner in-world through the object itself, from a grid that the operator trusts. It ends with the login that it was enrolled on
     * where that is revoked. At most 5000 for an avatar.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.object_taken, general.too_many_objects, general.unknown_avatar, those of every call.
     * @returns The key in lower case, and the secret, which is shown this once.
     */
    enrollObject(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object's key in-world, a UUID; for a device of one's own, any UUID. */
      readonly object_key: string;
      /** What the owner calls it. */
      readonly name: string;
      /** Seconds until it ends; 0: until it is revoked. */
      readonly valid_for_secs?: number;
      /** A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals. */
      readonly limits?: { accounts?: readonly string[]; payees?: readonly string[]; max_each?: Amount; total?: Amount };
    }, options?: CallOptions): Promise<{ object_key: string; secret: string }>;
    /**
     * Tells an avatar's key by its name.
     * Names match in any case. A key is taken too, and comes back in lower case if somebody is registered under it.
     * Faults: general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns The key, a UUID in lower case.
     */
    getAvatarKey(params: {
      /** The avatar's name. */
      readonly avatar_name: string;
      /** The grid that the avatar is of: empty for this one, otherwise a grid's name. */
      readonly realm?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives a login capability of the owner of the in-world object that calls, for the password. Only over the relay.
     * The owner is who the simulator of a trusted grid, or the signature, says. The password goes over the network, so it is taken over TLS alone, as by
     * general.loginWithPassword; an enrolled object needs none: general.getObjectCapability.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, auth.login_failed, auth.password_needs_tls, those of every call.
     * @returns The capability, for the capabilities field of other calls.
     */
    getAvatarLoginCapability(params: {
      /** The password of the object's owner, at most 1024 bytes. */
      readonly password: string;
      /** Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Tells an avatar's name by its key.
     * A name is taken too, in any case, and comes back as it was registered.
     * Faults: general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns The name.
     */
    getAvatarName(params: {
      /** The avatar's key. */
      readonly akey: string;
      /** The grid that the avatar is of: empty for this one, otherwise a grid's name. */
      readonly realm?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Tells an avatar's number: what the gateway, rooms and studios call an avatar by.
     * Faults: general.unknown_avatar, those of every call.
     * @returns A whole number from 1, which never changes.
     */
    getAvatarUserId(params: {
      /** The avatar's key or name. */
      readonly key_or_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives a login capability for the right answer to a challenge.
     * challenge_response = md5(challenge + akey + md5(password)), hex in either case; the inner md5 is lower-case hex, and akey is
     * spelled as in this call. A failed login is a fault, the same for every reason, and uses up the challenge. After ten failures
     * each further attempt has to wait: the fault rate_limited tells how many seconds.
     * Faults: auth.login_failed, those of every call.
     * @returns The capability, for the capabilities array of other calls.
     */
    getLoginCapability(params: {
      /** Key of the avatar who is to be logged in, as it was given to general.getLoginChallenge. */
      readonly akey: string;
      /** The answer. */
      readonly challenge_response: string;
      /** Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives the challenge that a login is to answer.
     * Good for one attempt within 60 seconds. A key or name that nobody has gets one as well: it tells nothing about who exists.
     * Faults: auth.login_failed, those of every call.
     * @returns The challenge, 40 hex digits.
     */
    getLoginChallenge(params: {
      /** Key of the avatar who is to be logged in. A name is taken too. */
      readonly akey: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives an enrolled object a capability of its owner, within its limits and without a password. Only over the relay.
     * It ends with the object. One with limits gets a login, which opens the accounts of the bank that its limits name, and nothing else.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_object, auth.too_many_grants, those of every call.
     * @returns The capability, for the capabilities field of other calls.
     */
    getObjectCapability(params: {
      /** `login`; or `groups`, which opens the groups that its owner has created. */
      readonly kind: 'login' | 'groups';
      /** Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability for the groups that the avatar who is logged in created, with the right to change them.
     * It works alone: whoever has it can use it, without a login, as an in-world script does. It reaches the groups of this avatar
     * and nothing else, and can be revoked with general.revokeCapability. Use it with caution: percentages say who is paid.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantGroupsCapability(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs?: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Tells whether an avatar is a member of a group.
     * Somebody whom nobody knows is no member, and no fault.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, those of every call.
     * @returns 1 or 0.
     */
    isGroupMember(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** Key or name of the avatar who is looked for. */
      readonly member_key_or_name: string;
      /** The grid that the member is of: empty for this one, otherwise a grid's name. */
      readonly member_agent_realm?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists the members of a group with their percentages, in the order in which they joined.
     * Percentages are kept as exact fractions and shown to the sixth decimal, rounded so that those of all members sum to exactly
     * 100: of three equal members the first has 33.333334. What a payment to the group is shared by are the fractions.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, those of every call.
     * @returns For `array` triples of key, name and percentage; for `csv` one text of the same, all separated by commas.
     */
    listGroupMembers(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** One of: array, csv. */
      readonly format?: 'array' | 'csv';
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list; -1 for all. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<([string, string, number])[] | string>;
    /**
     * Lists the officers of a group, who may manage it as its creator does, in the order in which they joined.
     * The creator may do so without being one. general.addToGroup gives and takes the office.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, those of every call.
     * @returns Pairs of key and name.
     */
    listGroupOfficers(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
    }, options?: CallOptions): Promise<([string, string])[]>;
    /**
     * Lists the groups that an avatar created, in the order of their names.
     * Groups that were dissolved are not listed. general.listMemberships lists the groups that the caller is in.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns For `array` pairs of group key and group name; for `csv` one text of the same, all separated by commas.
     */
    listGroupsCreated(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the avatar whose groups are listed. Empty: the caller. */
      readonly groups_creator_key_or_name: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly groups_creator_agent_realm?: string;
      /** One of: array, csv. */
      readonly format?: 'array' | 'csv';
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list; -1 for all. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<([string, string])[] | string>;
    /**
     * Lists the groups that the avatar who is logged in is a member of, in the order in which it joined them.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Groups; percent is what the avatar has of each, to the sixth decimal, and officer is 1 or 0.
     */
    listMemberships(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The group_key of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ group_key: string; group_name: string; creator_akey: string; creator_name: string; percent: number; officer: number }[]>;
    /**
     * Lists the objects that the avatar who calls has enrolled and not revoked, the newest first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Objects: limits as they were put on; expires is not there where it is good until it is revoked; dispenser is whether an operator lets it hand over payouts. Times in UTC.
     */
    listObjects(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object_key of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ object_key: string; name: string; limits: { accounts?: string[]; payees?: string[]; max_each?: number; total?: number }; enrolled: Timestamp; expires?: Timestamp; dispenser: boolean }[]>;
    /**
     * Gives a login capability for a password.
     * Taken over TLS and from the same machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1. The password is compared
     * as it was set, byte by byte in UTF-8. A failed login is a fault, the same for every reason. Wrong passwords count together with
     * wrong answers to challenges: after ten each further attempt has to wait, and the fault rate_limited tells how many seconds.
     * Faults: auth.login_failed, auth.password_needs_tls, those of every call.
     * @returns The capability, for the capabilities array of other calls.
     */
    loginWithPassword(params: {
      /** Key of the avatar who is to be logged in. A name is taken too. */
      readonly akey: string;
      /** The password, at most 1024 bytes. */
      readonly password: string;
      /** Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Derives a capability with less from one that the caller holds: for a script, an object, or a device that may be lost.
     * What is spent on it counts on the one that it was derived from too, and it dies with that. Nothing can be more than it was: limits that are left out
     * stay as they are. Logins and bank.full grants keep all limits, bank.read grants accounts only; others can be narrowed in time alone. A login with limits opens nothing but the bank's
     * accounts. At most eight, one out of the other. bank.listGrants lists it, bank.revokeGrant revokes it by its jti.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, auth.too_many_grants, those of every call.
     * @returns The new capability.
     */
    narrowCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** What it is to be derived from; a grant needs the login of its holder beside it. */
      readonly capability: string;
      /** A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals. */
      readonly limits: { accounts?: readonly string[]; payees?: readonly string[]; max_each?: Amount; total?: Amount };
      /** Seconds until it expires; 0: together with the one that it is derived from. */
      readonly valid_for_secs?: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists what the avatar who is logged in was notified of, newest first.
     * With unread_only those listed are read from then on and no other call gets them this way: a device that polls gets each
     * one once, and asks again with offset 0; over the relay the same request (nonce) gets the same ones. Without it nothing is changed, and everything is listed, read or not.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Notifications: time in UTC; kind is for programs (`payment`), text for people; reference is what it is about, such as a transaction id; read is whether it was read before.
     */
    notifications(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** Whether to list, and mark as read, only what was not read before. */
      readonly unread_only?: Flag;
      /** The id of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ id: string; time: Timestamp; kind: string; text: string; reference: string; read: boolean }[]>;
    /**
     * Takes a member out of a group.
     * The percentages of the others are rescaled in the proportions they have, so that the sum is 100 again. A group always has an
     * officer: the only one can not be taken out. A member may leave a group by itself; the creator stays its creator, member or not.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, those of every call.
     * @returns `ok`, `notmember`, or `onlyofficer`, where nothing was changed.
     */
    removeFromGroup(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** Key or name of the member. */
      readonly member_key_or_name: string;
      /** The grid that the member is of: empty for this one, otherwise a grid's name. */
      readonly member_agent_realm?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives a group another name; its key stays.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, general.invalid_group_name, general.group_name_taken, those of every call.
     * @returns 1.
     */
    renameGroup(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly group_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Revokes a capability that the caller granted or holds, and all that were derived from it.
     * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
     * it the grants that were given on it and the standing orders that it started; holds stay. One that has expired or was revoked before
     * is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns 1.
     */
    revokeCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The capability to revoke. */
      readonly capability: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Ends an enrolled object, with every capability that it was given.
     * No payment is booked on them once this has answered, by any server; everything else stops within a second. Again is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_object, those of every call.
     * @returns 1.
     */
    revokeObject(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object's key in-world, a UUID; for a device of one's own, any UUID. */
      readonly object_key: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives an enrolled object another secret. The one before is worth nothing from then on, in every server within a second.
     * What it has spent goes on counting, and the capabilities that it has stay good; general.enrollObject and general.revokeObject end them.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_object, those of every call.
     * @returns The new secret, which is shown this once.
     */
    rotateObject(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object's key in-world, a UUID; for a device of one's own, any UUID. */
      readonly object_key: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives several members of a group their percentages in one step.
     * As general.addToGroup for each, but scaled once: where all members are named and the sum is 100, that is exactly what they have, and
     * the same call again changes nothing. Those who are not named keep theirs until all are scaled. Who is no member becomes one, without an office.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, general.unknown_group, general.group_full, those of every call.
     * @returns 1.
     */
    setGroupPercentages(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given. */
      readonly group_creator_key_or_name?: string;
      /** The grid that the creator is of: empty for this one, otherwise a grid's name. */
      readonly group_creator_agent_realm?: string;
      /** Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken. */
      readonly group_key_or_name: string | readonly string[];
      /** Structs of member (key or name of an avatar) and percent (0 to 100, six decimals), at most 100. */
      readonly percentages: readonly { member: string; percent: number }[];
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells whether the services are up.
     * The first is true where an in-world object of a grid that the operator knows has called within two minutes; what is paid to `avatar` waits for one.
     * Faults: those of every call.
     * @returns Two booleans: connected to the grid, site up.
     */
    siteStatus(params?: Record<string, never>, options?: CallOptions): Promise<[boolean, boolean]>;
  };
  readonly gifts: {
    /**
     * Lists how the friends of a user answered what the user had asked for, the newest answer first.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.no_profile, those of every call.
     * @returns Answers: user is the friend, resp is `accept` or `deny`, extra has the attributes of the reply. Times in UTC.
     */
    answers(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ request_id: string; user: { lang?: string; first_name: string; last_name: string; twitterid?: string; fbid?: string; deviceid?: string; email?: string; googleid?: string; username?: string; avatar?: string }; resp: string; extra: unknown; time: Timestamp }[]>;
    /**
     * Accepts a friend's request for money or a product, and gives it.
     * Who calls is the friend: the user of the app who is this avatar. The money goes to `working` of who asked, or the product is bought for them as by
     * vend.buy. The payment and the answer are one transaction. The same call again gives nothing twice. Denying is for gifts.reply.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, gifts.invalid_request, gifts.request_expired, gifts.already_answered, gifts.carries_nothing, gifts.not_an_avatar, gifts.not_for_sale, gifts.vetoed, gifts.hook_failed, those of every call.
     * @returns 1.
     */
    give(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id of the gift request. */
      readonly gift_request_id?: string;
      /** Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come. */
      readonly custom?: unknown;
      /** The account of the caller that pays. */
      readonly account_name?: string;
      /** The most that a product may cost, in major units; -1 (not advised): whatever it costs by then. */
      readonly max_price?: Amount;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists what the friends of a user ask for and the user has not answered, expired requests too.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.no_profile, those of every call.
     * @returns Requests: extra has the attributes that the app gave, user is who asks. amount (major units) and currency, or prod_id, are there where the gift is money or a product. Times in UTC.
     */
    list(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** How many to leave out at the beginning. */
      readonly start?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** By the time at which they expire: `asc` or `desc`. */
      readonly sort?: 'asc' | 'desc';
    }, options?: CallOptions): Promise<{ extra: unknown; expiry_time: { timestamp: number; time_str: string }; id: string; user: { lang?: string; first_name: string; last_name: string; twitterid?: string; fbid?: string; deviceid?: string; email?: string; googleid?: string; username?: string; avatar?: string }; amount?: number; currency?: string; prod_id?: number }[]>;
    /**
     * Adds a user to an app, or gives one another profile.
     * A user may go by several ids, one for each mode; the profile tells the others. What the profile leaves out is not known any more, but the id by
     * which the user is named. Who is an `avatar` here, by key or name, is notified of requests and replies, and can ask for money and products.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.id_taken, gifts.too_many, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    putUser(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** first_name and last_name; lang, such as `it`; and the ids email, fbid, twitterid, googleid, deviceid, username, avatar. All may be left out. */
      readonly profile: { first_name?: string; last_name?: string; lang?: string; email?: string; fbid?: string; twitterid?: string; googleid?: string; deviceid?: string; username?: string; avatar?: string };
    }, options?: CallOptions): Promise<number>;
    /**
     * Accepts or denies a friend's request for a gift.
     * Each friend answers once: the same answer again is taken for a retry, another one is refused. Who asked is notified (kind `gift_reply`) where they
     * are an avatar, and finds it in gifts.answers. To accept what asks for money or a product takes more than the app: gifts.give.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.no_profile, gifts.invalid_request, gifts.request_expired, gifts.already_answered, gifts.carries_something, gifts.vetoed, gifts.hook_failed, those of every call.
     * @returns 1.
     */
    reply(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** The id of the gift request. */
      readonly gift_request_id?: string;
      /** `accept` or `deny`. */
      readonly resp?: 'accept' | 'deny';
      /** Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come. */
      readonly custom?: unknown;
    }, options?: CallOptions): Promise<number>;
    /**
     * Asks all friends of a user for a gift.
     * Friends who are avatars are notified (kind `gift_request`). With an amount, or a product, whoever accepts gives that: gifts.give. The operator's
     * module may refuse (gifts.vetoed). Expired requests stay in lists, and are forgotten after a week; at most 1000 of one user are kept.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.no_profile, gifts.invalid_expiry, bank.invalid_amount, gifts.not_an_avatar, gifts.too_many, gifts.vetoed, gifts.hook_failed, bank.request_conflict, those of every call.
     * @returns The id of the gift request: 32 hexadecimal digits.
     */
    request(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** Seconds until the request expires, 1 to 31536000. */
      readonly expiry?: number;
      /** Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come. */
      readonly custom?: unknown;
      /** Money that each friend who accepts gives, in major units of the currency of the user's `working`; 0: none. */
      readonly amount?: Amount;
      /** A product of the vendors here that each friend who accepts buys for the user; 0: none. */
      readonly prod_id?: number;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Says who the friends of a user are, in place of those before.
     * They are friends of the user and the user is theirs. Whoever is left out is no friend any more, on both sides.
     * Faults: gifts.secret_missing, gifts.invalid_secret, gifts.invalid_mode, gifts.no_profile, gifts.too_many, those of every call.
     * @returns 1.
     */
    setFriends(params: {
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** The secret key of the app. */
      readonly secret_key?: string;
      /** What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar. */
      readonly mode: string;
      /** The id of the user. */
      readonly user_id: string;
      /** Ids of users of the app, of the same mode; at most 1000. */
      readonly friends: readonly string[];
    }, options?: CallOptions): Promise<number>;
  };
  readonly lease: {
    /**
     * An object in-world tells that it is a unit of a location, and where it stands.
     * A unit that is not there is created, at the price that is given. Of one that is there, model, region and position become those that are given,
     * and the price stays what it is: lease.updateUnit changes that. Telling the same again is harmless, and no entry in the history.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.invalid_name, lease.rate_too_high, lease.too_many_units, those of every call.
     * @returns `added`, or `updated` where it was there already.
     */
    announceUnit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number. */
      readonly unit_name: string;
      /** What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters. */
      readonly model: string;
      /** Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet. */
      readonly region: string;
      /** Position within the region, in metres. */
      readonly x: number;
      /** As x. */
      readonly y: number;
      /** As x. */
      readonly z: number;
      /** Its price: whole major units for each period. */
      readonly rate: number;
      /** The period: hour, day, week, month; a month is 30 days. */
      readonly period?: 'hour' | 'day' | 'week' | 'month';
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a location: a place with units for rent, which share its settings.
     * An owner has at most 100, no two of which have the same name in any case.
     * Settings, all of which may be left out (in brackets: those of a new location); times are in seconds:
     * income_group: key or name of a group of the owner, whose members share the income by their percentages (none: the `working` account of the owner gets
     * it). Should the group be dissolved, the owner gets the income again. What is refunded comes back from each member by what they got. A
     * member who has spent it holds up the refund until the owner covers it (lease.terminate). So refund_percent has to be said where a group
     * gets the income.
     * manager_group: its members may look, its officers may do all that managers may but change the settings (none). Only the owner sets it.
     * tenant_group: only its members, and those on the allow list, may rent (none: anybody may); if it is dissolved, only those on the list may.
     * min_secs: the least that can be bought at once (3600). max_secs: how far ahead a lease can be paid (31536000).
     * overdue_secs: how long a lease may be overdue before it expires (259200). grace_secs: the one free extension of each lease (86400).
     * refund_percent: how much of what is unused goes back to a lessee who ends a lease early (100).
     * Neither overdue time nor the free extension costs anything: where short times are sold, both should be short too. Refunds are pro rata of
     * what was paid, discount included: where long times are cheaper, a lower refund_percent keeps lessees from buying long and ending soon.
     * reminders: so long before the end the lessee is told, at most 10 times (259200, 86400).
     * discounts: structs of secs and percent, at most 20: who buys at least secs at once gets percent off (none).
     * An empty group is none.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.invalid_name, lease.invalid_terms, lease.location_exists, lease.too_many_locations, general.unknown_group, bank.request_conflict, those of every call.
     * @returns The name of the location, as it is kept.
     */
    createLocation(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly location_name: string;
      /** What is to differ from the settings of a new location. */
      readonly settings?: { income_group?: string; manager_group?: string; tenant_group?: string; min_secs?: number; max_secs?: number; overdue_secs?: number; grace_secs?: number; refund_percent?: number; reminders?: readonly number[]; discounts?: readonly { secs: number; percent: number }[] };
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a unit at a location: a space that can be rented.
     * A location has at most 10000, no two of which have the same name in any case. An object in-world does it with lease.announceUnit.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.invalid_name, lease.rate_too_high, lease.unit_exists, lease.too_many_units, bank.request_conflict, those of every call.
     * @returns The name of the unit, as it is kept.
     */
    createUnit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number. */
      readonly unit_name: string;
      /** Its price: whole major units for each period. */
      readonly rate: number;
      /** The period: hour, day, week, month; a month is 30 days. */
      readonly period?: 'hour' | 'day' | 'week' | 'month';
      /** What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters. */
      readonly model?: string;
      /** Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet. */
      readonly region?: string;
      /** Position within the region, in metres. */
      readonly x?: number;
      /** As x. */
      readonly y?: number;
      /** As x. */
      readonly z?: number;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Buys more time for a lease, paid by who calls: its lessee, or the alternate payer.
     * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
     * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
     * retry gets the first answer, whatever has become of the lease since.
     * The time is added to what is paid already. That of an overdue lease is added to where it was paid until: the time since then is paid for.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, lease.access_denied, lease.price_changed, lease.term_too_short, lease.term_too_long, lease.lease_changed, lease.not_leased, those of every call.
     * @returns The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
     */
    extend(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** Seconds to buy. */
      readonly secs: number;
      /** The caller's account that pays. */
      readonly account_name?: string;
      /** The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs. */
      readonly max_amount?: Amount;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ lease_id: string; amount: number; secs: number; paid_until: Timestamp; transaction_id: string }>;
    /**
     * Takes the one free extension that each lease has where its location gives any.
     * Its lessee or the alternate payer may take it, at any time of the lease, also while it is overdue. How long it is the location says.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.not_leased, lease.lease_changed, lease.access_denied, lease.no_free_extension, lease.term_too_long, those of every call.
     * @returns The lease, the seconds that were added, and when it is paid until.
     */
    extendFree(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
    }, options?: CallOptions): Promise<{ lease_id: string; secs: number; paid_until: Timestamp }>;
    /**
     * Creates a capability that allows another avatar to see and change all lease locations and units, and to end leases, of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantManageCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability that allows another avatar to see all lease locations, units and their history of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantReadCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists everything that changed at a location, newest first, and who did it.
     * Types: new, extend, terminated, expire, transfer, payer (of leases); unit, price, location, access, manager (of what the owner and managers changed).
     * agent_* is the lessee, or whom the change is about; actor_* is who did it; both empty where there is nobody, such as the server that lets a lease expire.
     * amount is what was paid, or for terminated what went back; transaction_id is that of bank.transaction, empty where nothing was paid.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns A page of entries, times in UTC, and the cursor of the next page: empty on the last one.
     */
    history(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** What the page before gave; empty: the first page. */
      readonly cursor?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** The id of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ entries: { time: Timestamp; type: string; unit_name: string; lease_id: string; agent_akey: string; agent_name: string; actor_akey: string; actor_name: string; amount: number; duration_secs: number; transaction_id: string; detail: string; id: string }[]; cursor: string }>;
    /**
     * Lists who is banned from renting at a location, and who is allowed to.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns Avatars in the order in which they came onto the list; access is ban or allow.
     */
    listAccess(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Which ones to list: all, ban, allow. */
      readonly access?: 'all' | 'ban' | 'allow';
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** The akey of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ akey: string; name: string; access: string }[]>;
    /**
     * Lists the managers of a location with their rights.
     * There are at most 100. Officers of the manager group are not among them; lease.locationDetails tells which group that is.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns Managers, in the order in which they became it; lease.setManager explains the rights.
     */
    listManagers(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
    }, options?: CallOptions): Promise<{ akey: string; name: string; rights: string[] }[]>;
    /**
     * Tells the settings of a location.
     * lease.createLocation explains them. lease.locationStats counts its units.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns The settings; groups by their keys, empty where there is none.
     */
    locationDetails(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
    }, options?: CallOptions): Promise<{ location_name: string; owner_akey: string; income_group: string; manager_group: string; tenant_group: string; min_secs: number; max_secs: number; overdue_secs: number; grace_secs: number; refund_percent: number; reminders: number[]; discounts: { secs: number; percent: number }[] }>;
    /**
     * Lists the names of the lease locations of an owner.
     * lease.managedLocations lists those that the caller manages for others.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns The names, in their order.
     */
    locationNames(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
    }, options?: CallOptions): Promise<string[]>;
    /**
     * Counts the units at a location.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    locationStats(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
    }, options?: CallOptions): Promise<[number, number, number, number]>;
    /**
     * Lists what happened at a location, newest first.
     * The three parameters of the document alone are enough where the capability comes as `Authorization: Bearer`.
     * type is new, extend, terminated or expire, as documented; or one of ours: transfer, payer (of a lease), unit, price, location, access, manager
     * (what owner and managers changed). agent_key and agent_name are the lessee, or whom the change is about; empty where it is about nobody.
     * amount is in whole major units, rounded, and no more than an int holds: what was paid, or for terminated what went back.
     * lease.history tells more: who did it, exact amounts, the change in words, and everything in pages.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns Arrays of time (UTC, as `2006-10-23 03:08:00Z`), type, owner_akey, unit_object_name, location_name, agent_key, agent_name, amount and duration_secs.
     */
    logs(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many entries to list; 100 at most, also where more are asked for. */
      readonly count_limit: number;
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** UTC: nothing before this second; empty: from the beginning. */
      readonly from_time?: Timestamp | Date | '';
      /** UTC: nothing after this second; empty: to the end. */
      readonly to_time?: Timestamp | Date | '';
    }, options?: CallOptions): Promise<([string, string, string, string, string, string, string, number, number])[]>;
    /**
     * Lists the locations of others at which the avatar who is logged in is a manager or in the manager group.
     * rights are all that the avatar has there, both ways together. Groups that the avatar joined later than 1000 others are not looked at.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Locations in the order of their owners and names; lease.setManager explains the rights.
     */
    managedLocations(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** The owner_akey of the last one of the page before, a slash and its location_name; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ owner_akey: string; owner_name: string; location_name: string; rights: string[] }[]>;
    /**
     * Lists what the avatar who is logged in leases or may pay for as alternate payer, the soonest to end first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Leases: payer_akey is the alternate payer, empty for nobody; secs_remaining of what is paid, below 0 where it is overdue; expires is when it ends unless it is extended; free_extension_secs is 0 where there is none (any more).
     */
    myLeases(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list; -1 for 100. */
      readonly limit?: number;
      /** The lease_id of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ lease_id: string; owner_akey: string; owner_name: string; location_name: string; unit_name: string; region: string; lessee_akey: string; lessee_name: string; payer_akey: string; leased: Timestamp; paid_until: Timestamp; expires: Timestamp; secs_remaining: number; free_extension_secs: number }[]>;
    /**
     * Lists what a location offers: its units with their prices, and the terms.
     * Anybody who is logged in may ask. Units that are leased are listed too, with vacant 0; who has them is not told. rate is in whole major units of
     * the currency for each period, week_rate the same a week. members_only is 1 where only members of a group and those on a list may rent.
     * discounts and the other terms are those of lease.createLocation. In the order of the names.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns The terms, a page of units, and the cursor of the next page: empty on the last one.
     */
    offers(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** What the page before gave; empty: the first page. */
      readonly cursor?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** The unit_name of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ currency: string; members_only: number; min_secs: number; max_secs: number; overdue_secs: number; grace_secs: number; refund_percent: number; discounts: { secs: number; percent: number }[]; units: { unit_name: string; model: string; region_coords: string; rate: number; period: string; week_rate: number; vacant: number }[]; cursor: string }>;
    /**
     * Tells what the caller would pay for time at a unit: to rent it, or to extend the lease that they have or may pay for.
     * Either secs or amount is given. For an amount the answer is the longest time that costs no more, to the second; where a discount for
     * longer terms makes more time cheaper, that is taken. Prices are rounded up to the smallest unit of the currency, of which the shortest
     * time costs one. What renting or extending would be refused for this is refused for too, but for what is about the money: who lacks it may ask,
     * and so may the owner, who can not rent.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, bank.invalid_amount, lease.not_vacant, lease.access_denied, lease.term_too_short, lease.term_too_long, those of every call.
     * @returns The seconds and their price in major units; discount_percent that it has off; paid_until when the lease would be paid; min_secs and max_secs that can be bought now; revision counts the changes of price and terms.
     */
    quote(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** Seconds to buy; 0 where an amount is given. */
      readonly secs?: number;
      /** Major units to spend; 0 where seconds are given. */
      readonly amount?: Amount;
    }, options?: CallOptions): Promise<{ secs: number; amount: number; discount_percent: number; currency: string; paid_until: Timestamp; min_secs: number; max_secs: number; revision: number }>;
    /**
     * Tells what would be paid back if the caller ended a lease now, and to whom.
     * It gets less with every second. Each who got a part of what was paid is a side, and gives back of what they got. While something is
     * missing the lease ends only where the owner pays that, or where the lessee does without a refund (lease.terminate).
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.not_leased, those of every call.
     * @returns The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), who gets what of it, who gives it and what each is short of (on_its_way: what they were paid waits to be handed over in-world), and what is missing in all.
     */
    refundPreview(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
    }, options?: CallOptions): Promise<{ amount: number; currency: string; secs: number; refund_percent: number; payees: { akey: string; name: string; amount: number }[]; sides: { akey: string; name: string; amount: number; missing: number; on_its_way: boolean }[]; missing: number }>;
    /**
     * Counts the units of an owner that stand in a region, at whichever of their locations.
     * For a region in which the owner has none, or that nobody knows, all four are 0.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    regionStats(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the region (sim), in any case; empty: units of which no region is known. */
      readonly region: string;
    }, options?: CallOptions): Promise<[number, number, number, number]>;
    /**
     * Removes a location with all of its units, none of which may be leased.
     * Its name is free again. Its managers and its list of those who are banned or allowed go with it, and its history is not shown any more.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.location_not_empty, those of every call.
     * @returns 1.
     */
    removeLocation(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Removes a unit that nobody has leased.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.unit_leased, those of every call.
     * @returns 1.
     */
    removeUnit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Rents a vacant unit for so many seconds, which the avatar who is logged in pays for.
     * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
     * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
     * retry gets the first answer, whatever has become of the lease since. An owner can not rent their own unit. The owner is notified.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, lease.access_denied, lease.price_changed, lease.term_too_short, lease.term_too_long, lease.lease_changed, lease.not_vacant, those of every call.
     * @returns The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
     */
    rent(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** Seconds to buy. */
      readonly secs: number;
      /** The caller's account that pays. */
      readonly account_name?: string;
      /** The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs. */
      readonly max_amount?: Amount;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ lease_id: string; amount: number; secs: number; paid_until: Timestamp; transaction_id: string }>;
    /**
     * Bans an avatar from renting at a location, allows it to rent there, or takes it off that list.
     * A ban stands above everything: who is banned can neither rent nor extend, and no lease can be transferred to them; a lease that they have runs out.
     * As soon as anybody is allowed, only those who are, and the members of the tenant group where there is one, can rent.
     * At most 1000 avatars are on the list of a location.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.access_list_full, those of every call.
     * @returns 1.
     */
    setAccess(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Key or name of the avatar. */
      readonly akey: string;
      /** One of: ban, allow, none. */
      readonly access: 'ban' | 'allow' | 'none';
    }, options?: CallOptions): Promise<number>;
    /**
     * Makes an avatar a manager of a location, or changes what a manager may do there.
     * Rights: see (all that the owner sees); units (create, describe and remove them; a new one has a price); prices (change them);
     * access (who is banned or allowed); leases (end them, for which the owner pays the refund); settings (the terms, and which groups of the owner get the
     * income and may rent). Each comes with see. What managers do is in lease.history with their names; only the owner makes managers.
     * A location has at most 100 managers.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.too_many_managers, those of every call.
     * @returns 1.
     */
    setManager(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Key or name of the avatar. */
      readonly akey: string;
      /** All that the avatar is to be allowed, of see, units, prices, access, leases, settings; none: no manager. */
      readonly rights: readonly ('see' | 'units' | 'prices' | 'access' | 'leases' | 'settings')[];
    }, options?: CallOptions): Promise<number>;
    /**
     * Names another avatar who may extend the lease beside its lessee, and pays for that.
     * The alternate payer need not, and can neither end the lease nor pass it on. What is refunded of a payment goes to who made it, also after a
     * lease.transfer. The owner of the location can not be it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.not_leased, lease.lease_changed, lease.access_denied, those of every call.
     * @returns 1.
     */
    setPayer(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** Key of the other avatar; a name is taken too. Empty: nobody any more. */
      readonly payer_akey: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Counts the units at all locations of an owner.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    stats(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
    }, options?: CallOptions): Promise<[number, number, number, number]>;
    /**
     * Ends a lease before its time and pays back what is unused.
     * What is unused is paid back pro rata to the second, the newest purchases first, rounded down, to those who paid for it (after
     * lease.transfer what the former lessee paid to the new one). Where the lessee ends the lease it is as much of that as the location
     * refunded when it was bought (lease.refundPreview). Where the owner or a manager does it is all, but for what a manager paid: that is
     * refunded as to lessees. Each who got a part of a payment, the owner or a member of the income group, gives back of what they got, in
     * proportion, from the account that it went to. If any of them can not, nothing is ended, and the fault names each and what is missing.
     * The owner may choose to pay that (cover). What a member of the group would pay back to themselves stays where it is. Those who did not
     * end the lease are notified.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, lease.not_leased, lease.lease_changed, lease.refund_due, lease.refund_not_funded, those of every call.
     * @returns The lease, what was paid back in major units, the unused seconds, and the payment (empty where nothing was paid back).
     */
    terminate(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** 0: the lessee ends the lease without a refund. */
      readonly refund?: Flag;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
      /** 1: the owner pays what others are short of; nobody else may choose that. */
      readonly cover?: Flag;
    }, options?: CallOptions): Promise<{ lease_id: string; amount: number; secs: number; transaction_id: string }>;
    /**
     * Gives a lease, with all that is paid, to another avatar.
     * The new lessee must be one who may rent at the location. They get what is refunded of what the former lessee paid; what others
     * paid stays theirs. The alternate payer is forgotten. Nobody but the lessee can give it away: the owner and managers end a lease
     * (lease.terminate), which pays the lessee back. The new lessee and the owner are notified.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.not_leased, lease.lease_changed, lease.access_denied, those of every call.
     * @returns 1.
     */
    transfer(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** Key of the new lessee; a name is taken too. */
      readonly to_akey: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells about the units at a location, in the order of their names.
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns For `std` arrays of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same, eight fields a unit, all separated by commas.
     */
    unitDetailsAtLocation(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list; -1 for all. */
      readonly limit?: number;
      /** One of: std, compact. */
      readonly format?: 'std' | 'compact';
    }, options?: CallOptions): Promise<([string, string, string, number, string, string, number, number])[] | string>;
    /**
     * Tells about one unit at a location, by its name.
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, those of every call.
     * @returns For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
     */
    unitDetailsByName(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** One of: std, compact. */
      readonly format?: 'std' | 'compact';
    }, options?: CallOptions): Promise<[string, string, string, number, string, string, number, number] | string>;
    /**
     * Tells about one unit at a location, by its number: the digits after the last `#` of its name.
     * Where several units have the number, the first one in the order of names is told of.
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, those of every call.
     * @returns For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
     */
    unitDetailsByNumber(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Number of the unit: 7 for `Shop #7` and for `Shop #07`. */
      readonly unit_number: number;
      /** One of: std, compact. */
      readonly format?: 'std' | 'compact';
    }, options?: CallOptions): Promise<[string, string, string, number, string, string, number, number] | string>;
    /**
     * Lists the names of the units at a location.
     * In the order of the names, as all lists of units: numbers in them count as numbers, so that `Shop #2` stands before `Shop #10`.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, those of every call.
     * @returns For `std` an array of names; for `compact` one text of the same, separated by commas.
     */
    unitNamesAtLocation(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list; -1 for all. */
      readonly limit?: number;
      /** One of: std, compact. */
      readonly format?: 'std' | 'compact';
    }, options?: CallOptions): Promise<string[] | string>;
    /**
     * Changes the settings of a location, or its name.
     * What is left out stays as it is. New settings are those of whoever rents or extends from now on. For the leases that there are,
     * a new overdue_secs moves the end that they expire at, and new reminders those that are still to come; what is paid stays
     * paid, and is refunded by the refund_percent of the moment in which it was paid.
     * Settings, all of which may be left out (in brackets: those of a new location); times are in seconds:
     * income_group: key or name of a group of the owner, whose members share the income by their percentages (none: the `working` account of the owner gets
     * it). Should the group be dissolved, the owner gets the income again. What is refunded comes back from each member by what they got. A
     * member who has spent it holds up the refund until the owner covers it (lease.terminate). So refund_percent has to be said where a group
     * gets the income.
     * manager_group: its members may look, its officers may do all that managers may but change the settings (none). Only the owner sets it.
     * tenant_group: only its members, and those on the allow list, may rent (none: anybody may); if it is dissolved, only those on the list may.
     * min_secs: the least that can be bought at once (3600). max_secs: how far ahead a lease can be paid (31536000).
     * overdue_secs: how long a lease may be overdue before it expires (259200). grace_secs: the one free extension of each lease (86400).
     * refund_percent: how much of what is unused goes back to a lessee who ends a lease early (100).
     * Neither overdue time nor the free extension costs anything: where short times are sold, both should be short too. Refunds are pro rata of
     * what was paid, discount included: where long times are cheaper, a lower refund_percent keeps lessees from buying long and ending soon.
     * reminders: so long before the end the lessee is told, at most 10 times (259200, 86400).
     * discounts: structs of secs and percent, at most 20: who buys at least secs at once gets percent off (none).
     * An empty group is none.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.invalid_name, lease.invalid_terms, lease.location_exists, general.unknown_group, those of every call.
     * @returns The name of the location.
     */
    updateLocation(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** What is to change. */
      readonly settings: { income_group?: string; manager_group?: string; tenant_group?: string; min_secs?: number; max_secs?: number; overdue_secs?: number; grace_secs?: number; refund_percent?: number; reminders?: readonly number[]; discounts?: readonly { secs: number; percent: number }[] };
      /** What the location is to be called; empty: as it is called. */
      readonly new_name?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Changes what a unit is called, where it stands, or what it costs.
     * The struct may have the members name, model, region, x, y, z (metres), rate and period; what is left out stays as it is. A new price is that of
     * whoever rents or extends from now on; what is paid stays paid.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, lease.unknown_location, lease.unknown_unit, lease.invalid_name, lease.rate_too_high, lease.unit_exists, those of every call.
     * @returns The name of the unit.
     */
    updateUnit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the agent who owns the lease location. A name is taken too; empty: the caller. */
      readonly owner_akey: string;
      /** Name of the lease location, in any case. */
      readonly location_name: string;
      /** Name of the unit (space) at the location, in any case. */
      readonly unit_name: string;
      /** What is to change. */
      readonly changes: { name?: string; model?: string; region?: string; x?: number; y?: number; z?: number; rate?: number; period?: 'hour' | 'day' | 'week' | 'month' };
    }, options?: CallOptions): Promise<string>;
  };
  readonly operator: {
    /**
     * Adds an app whose users ask each other for gifts, or gives one another secret key.
     * For an app that is there, of the same owner, the secret key before is worth nothing from then on. The key is shown this once.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, gifts.app_taken, those of every call.
     * @returns The secret key, with which the app calls: 32 hexadecimal digits.
     */
    addApp(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id of the app: letters and digits. */
      readonly app_id: string;
      /** Key or name of the avatar who owns the app. */
      readonly owner_akey: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Registers an avatar.
     * Spaces around a name go, several inside become one. Names that differ only in case, or in the width or font of letters, are the same name.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.invalid_name, general.name_taken, general.key_taken, general.unknown_realm, those of every call.
     * @returns The avatar's key, in lower case: that of the grid, or one of ours where another grid has given one that is taken here.
     */
    addAvatar(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly name: string;
      /** 1 to 1024 bytes; empty registers an avatar without a login, who is paid in-world. */
      readonly password: string;
      /** The grid's key for the avatar; empty: a new one is made. */
      readonly akey?: string;
      /** An address, or empty for none. */
      readonly email?: string;
      /** The grid that the avatar is of: empty for this one, otherwise a grid's name. */
      readonly realm?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Adds a currency, for good.
     * Neither code nor scale can be changed afterwards. The same again changes nothing. Codes match in any case.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.currency_exists, those of every call.
     * @returns 1.
     */
    addCurrency(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** 1 to 16 printable characters without spaces, commas, # and :. */
      readonly code: string;
      /** Number of decimal places: a currency of scale 2 counts in hundredths. */
      readonly scale: number;
    }, options?: CallOptions): Promise<number>;
    /**
     * Adds a grid whose objects may call, or changes the one of that name.
     * What a script says of itself in the headers of its simulator (who owns the object, where it stands) counts where it comes from one of these
     * networks with this shard. The first grid is the server's own: the empty realm and its name mean the same avatars. Each later one has avatars
     * of its own, which its name as realm finds.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns 1.
     */
    addGrid(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly name: string;
      /** What X-SecondLife-Shard says there, such as `Production`. */
      readonly shard: string;
      /** Where its simulators call from: addresses and networks, such as `10.1.0.0/16`, at most 100. With none, only signed objects are known. */
      readonly networks: readonly string[];
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives somebody a capability of their own to act as an operator, for some time.
     * Nobody gives scopes or time that they do not have themselves. An operator ends with the one who added it. The log tells what
     * each operator did. A name is free again once its operator has expired or is revoked; the log tells the two apart by their ids.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, operator.name_taken, those of every call.
     * @returns The capability. It is stored nowhere.
     */
    addOperator(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** What the log calls the operator; names that differ in case only are the same. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them. */
      readonly name: string;
      /** What the operator may do, one or more of `read` (lists, the audit, the chain, transactions, supply, the log, and looking at a capability); `accounts` (freezing accounts, their limits, currencies); `money` (minting, refunds, reversals, payouts); `people` (avatars, passwords, developers); `system` (operators, revocations by jti, keys, sites, apps, studios, grids, the outbox). */
      readonly scopes: readonly ('read' | 'accounts' | 'money' | 'people' | 'system')[];
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Adds a plan that a studio's users can subscribe to, or changes the one of that number.
     * The price is for one period. The currency is one of the bank's, or three capitals such as USD that cards are charged in. A studio has at most 100 plans.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, studio.unknown_studio, those of every call.
     * @returns 1.
     */
    addPlan(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The studio's name. */
      readonly studio: string;
      /** `{id, name, price, currency, period}`: the studio's own number for it, and `month` or `year`. */
      readonly plan: { id: number; name: string; price: Amount; currency: string; period: 'month' | 'year' };
    }, options?: CallOptions): Promise<number>;
    /**
     * Adds a site that sends customers into performers' rooms, and gives it its key.
     * Tips of its customers are paid from this account of the owner, up to what the site says that each may spend. Whoever has the key can spend
     * all that is in the account: keep an account for it. operator.rotateRoomSite replaces a key that got out.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, rooms.site_taken, those of every call.
     * @returns The key, 43 characters, which is shown this once.
     */
    addRoomSite(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** What the site is called. */
      readonly name: string;
      /** Key or name of the avatar who pays the tips. */
      readonly owner_akey: string;
      /** The account that pays them. */
      readonly account_name?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Adds a studio, or gives the one of that name another token.
     * The token is shown this once. A studio that has lost it gets another one by the same call, and the one before is worth nothing then.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns The token that the studio sends as authToken.
     */
    addStudio(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** 1 to 40 characters, as a name of an avatar may be. Names match in any case. */
      readonly name: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Recomputes the books from their entries and tells whether they add up.
     * Checked in one snapshot: totals against entries, numbering without gaps, each balance following from the one before,
     * two mirrored sides to every transfer, everything together being zero, held against open holds, no account below its floor,
     * closed accounts at zero, each hold against the journal that ended it, no refund above what was paid, what is paid back of
     * sales and rents by each who got it to who paid it, and of rents no more than was not used, nothing dated over a minute ahead,
     * no row of the operators' log removed or added.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Counts, the difference in minor units (0 if ok), what is wrong in words, at most 20 lines, and what has kept a name that something of the same owner has, too.
     */
    audit(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
    }, options?: CallOptions): Promise<{ ok: boolean; accounts: number; journals: number; transfers: number; difference: number; problems: string[]; same_names: { kind: string; owner: string; name: string; other: string }[] }>;
    /**
     * Tells that a payment was handed over in-world: the payer's money is gone for good.
     * The money that was held goes to the bank's payout account. The same call again changes nothing and returns the same id.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.account_frozen, bank.grant_exhausted, bank.hold_settled, bank.hold_expired, bank.hold_exceeded, bank.unknown_transaction, bank.payout_state, those of every call.
     * @returns The transaction id of what was moved.
     */
    confirmPayout(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The transaction id. */
      readonly transaction_id: string;
      /** Which transfer of the transaction, as operator.listPayouts tells it. */
      readonly leg?: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Disables an avatar, so that nothing happens on its behalf, or enables it again.
     * All that the avatar holds or gave is revoked as by operator.revokeAvatar, and while it is disabled it can not log in: the login fails as
     * for a wrong password. Payments to it arrive. Enabling it again revives no capability and no standing order.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    disableAvatar(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar. A name is taken too. */
      readonly akey: string;
      /** Whether it is to be disabled; 0 enables it again. */
      readonly disabled: Flag;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells that a payment could not be handed over in-world: the money goes back to the payer, who is notified.
     * The same call again changes nothing and returns the same id.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.account_frozen, bank.grant_exhausted, bank.hold_settled, bank.hold_expired, bank.hold_exceeded, bank.unknown_transaction, bank.payout_state, those of every call.
     * @returns The transaction id. Nothing was moved, so no statement shows it.
     */
    failPayout(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The transaction id. */
      readonly transaction_id: string;
      /** Which transfer of the transaction, as operator.listPayouts tells it. */
      readonly leg?: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Freezes an account, or frees it again.
     * Nothing leaves a frozen account: no payment, no hold, and no hold that was made before. Money can still come in, and what is held
     * can be given back. It can not be closed.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.account_closed, those of every call.
     * @returns 1.
     */
    freezeAccount(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** 1 to freeze it, 0 to free it. */
      readonly frozen: Flag;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells what a capability is, whose it is, and whether it is still good.
     * One that this server did not issue is an invalid parameter. Looking at a capability uses nothing of it up.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns status is `valid`, `expired` or `revoked`; holder and grantor are keys of avatars, or `operator` for the server's own capability and `operator:NAME` for an operator; limits is a struct of accounts, payees, maxEach and total, each only where there is such a limit; spent and left (major units) are there where the bank counts a total; parents are the jtis that it was derived from, nearest first; times in UTC.
     */
    inspectCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The capability to look at. */
      readonly capability: string;
    }, options?: CallOptions): Promise<{ status: string; kind: string; holder: string; grantor: string; limits: unknown; spent?: number; left?: number; jti: string; parents: string[]; issued: Timestamp; expires: Timestamp }>;
    /**
     * Lists the registered avatars in the order of their names.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works, disabled whether an operator has disabled the avatar; created in UTC.
     */
    listAvatars(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 1000. */
      readonly limit?: number;
      /** The akey of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ akey: string; name: string; email: string; has_login: boolean; challenge_login: boolean; disabled: boolean; created: Timestamp }[]>;
    /**
     * Lists the grids whose objects may call.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Grids in the order of their names: home is whether it is the server's own; heard is when one of its objects called last, to half a minute, in UTC, and not there before the first.
     */
    listGrids(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
    }, options?: CallOptions): Promise<{ name: string; shard: string; networks: string[]; home: boolean; heard?: Timestamp }[]>;
    /**
     * Lists the operators that were added, newest first, with those that have ended.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns id is the jti of the operator's capability, by which operator.log tells apart operators who had the same name one after the other; status is `valid`, `expired`, or `revoked`, which it is too where a key that it rests on was retired; added_by is the name of another operator, or `root`; times in UTC.
     */
    listOperators(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ id: string; name: string; scopes: string[]; status: string; added_by: string; added: Timestamp; expires: Timestamp }[]>;
    /**
     * Lists what leaves the server, such as mail, oldest first.
     * state is `queued`, `sending`, `sent` or `failed`. What is sent arrives at least once: where a server dies at the wrong moment it
     * goes out again, with the same Message-ID, which is made of the id. Without SCRIP_MAIL mail stays queued. A failed attempt is
     * made again after 30 seconds, then after pauses that double up to four hours; after 14, or a refusal for good, it is `failed`.
     * The body of a mail with a link is listed until it is sent, and empty from then on. It is a key to what the link opens: operators
     * without the scope `system` get an empty body for it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, outbox.unknown_item, those of every call.
     * @returns Items: attempts since it was written or resent, why the last one failed (empty if it did not), and when it was written, in UTC.
     */
    listOutbox(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id of the last item of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list; -1 for 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ id: string; kind: string; to: string; subject: string; body: string; state: string; attempts: number; error: string; time: Timestamp }[]>;
    /**
     * Lists the payments to be handed over in-world that are in one state, oldest first.
     * Dispensers take the queue from its front (bank.pullPayout). What became of an `unknown` one is for an operator to find out and to say, by
     * operator.confirmPayout or operator.failPayout; transaction_id and leg together name a payout. A queued one may be decided by them too.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Payouts: akey and name (empty for somebody who is not registered) of who gets it; object_key of the dispenser that has it, and the key of the grid for the transaction, where there is one; due is when a dispenser has to have said something. Times are UTC.
     */
    listPayouts(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Which ones to list: queued, pulled, accepted, done, failed, unknown. `dispensed` is an older word for `done`. */
      readonly state?: 'queued' | 'pulled' | 'accepted' | 'done' | 'failed' | 'unknown' | 'dispensed';
      /** How many to list; -1 for 1000. */
      readonly limit?: number;
      /** The transaction_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; leg: number; akey: string; name: string; amount: number; currency: string; time: Timestamp; state: string; payer_akey: string; object_key: string; grid_transaction: string; due?: Timestamp }[]>;
    /**
     * Lists the sites that send customers into rooms, in the order of their names.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Sites: whose account pays the tips, and where notices go, which is empty for none.
     */
    listRoomSites(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The name of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ name: string; owner_akey: string; account_name: string; notices_url: string }[]>;
    /**
     * Lists what operators called, oldest first.
     * Every call of a procedure of operators is here, granted or refused, also each one in a multicall or batch; reading the log is not.
     * What changes something is written down before it is done. Of an operator's refused calls 60 a minute have an item each;
     * the others of a method and outcome are one item, whose params are `refused_calls` and `since`. The log is sealed with the books:
     * operator.verifyChain tells whether anybody changed, removed or added an item.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns operator is a name, or `root` for the server's own capability, and operator_id the jti that it was given; params is a struct of the parameters without capabilities, passwords and what has no declared shape, empty where they could not be read; a long value is a text that was cut; source is the address that called; outcome is `ok`, the code of a fault, or `unknown` where the call is on its way or the server died meanwhile; time in UTC.
     */
    log(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ id: string; time: Timestamp; operator: string; operator_id: string; method: string; params: unknown; source: string; outcome: string }[]>;
    /**
     * Creates money in an account.
     * The mint's own account goes below zero by as much, so that all accounts together always hold nothing.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, general.unknown_avatar, those of every call.
     * @returns The transaction id.
     */
    mint(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** Major units, in the decimal places of their currency; above zero. */
      readonly amount: Amount;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Takes a payment back from everybody who was paid by it, all of it or a part, and returns it to the payer.
     * As bank.refund, for all who were paid together: each gives in proportion to what they have left of it. All of it is moved, or nothing.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, bank.refund_exceeded, bank.unknown_transaction, bank.not_refundable, those of every call.
     * @returns The transaction id of the refund.
     */
    refund(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The transaction id. */
      readonly transaction_id: string;
      /** Major units; 0: all that was not refunded yet. */
      readonly amount?: Amount;
      /** Shown in the history of both accounts. Cut at 64 characters. */
      readonly comment?: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Takes a grid away: nothing that its objects say of themselves counts any more.
     * One with avatars of its own stays. Objects that sign go on calling; operator.disableAvatar or general.revokeObject ends them.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_realm, general.grid_in_use, those of every call.
     * @returns 1.
     */
    removeGrid(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The grid's name. */
      readonly name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives an avatar another name.
     * The name that it had leads to it wherever a name is taken, until another avatar is called so. Other servers know within a second.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.invalid_name, general.name_taken, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    renameAvatar(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar. A name is taken too. */
      readonly akey: string;
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Sends an item of the outbox anew, at once and with all of its attempts.
     * Whether it failed, waits or was sent; one that is being sent right now stays as it is. A copy has the Message-ID of the first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, outbox.unknown_item, outbox.link_gone, those of every call.
     * @returns 1.
     */
    resend(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The id that operator.listOutbox gives. */
      readonly id: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Takes a signing key out of use: what was signed with it is invalid from then on.
     * For a key that others may have. Here at once, in every other server within a second; the calls are refused as auth.capability_invalid.
     * So is what was derived from such a capability or given on it, whichever key signed that: everybody logs in again, and gives grants
     * anew. Where the key is the one that signs, a new one takes its place. An operator.capability in SCRIP_DATA that it signed is made
     * anew before this answers, so read the file again. Retiring a key again is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns 1.
     */
    retireKey(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The key's kid, as /.well-known/jwks.json lists it and as the header of each capability has it. */
      readonly kid: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Revokes any capability by its jti, and all that were derived from it.
     * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
     * it the grants that were given on it and the standing orders that it started; holds stay. It need not have been seen before, so
     * revoking twice is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns 1.
     */
    revoke(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The capability's id, as its payload carries it. */
      readonly jti: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Revokes all that an avatar holds or gave.
     * Logins, grants, narrowed logins and groups capabilities that were issued until now end, and standing orders; holds stay. No payment
     * is booked on any of it once this has answered, by any server; everything else stops within a second. The avatar can log in again, so
     * where the password is known to others, operator.setPassword is what is needed.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    revokeAvatar(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar. A name is taken too. */
      readonly akey: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Ends an operator, and the operators that it added.
     * No call of theirs that comes after the answer is let through, by any server. One that has ended before is 1 again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, operator.unknown_operator, those of every call.
     * @returns 1.
     */
    revokeOperator(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** As operator.listOperators tells it. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them. */
      readonly name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Makes a new signing key for capabilities; what older keys signed stays valid.
     * This server signs with it at once, the others on the same database within some five seconds.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns The new key's kid, as /.well-known/jwks.json lists it.
     */
    rotateKey(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Gives a room site another key.
     * The one before is worth nothing from then on, in every server within two seconds. Keep the new one back to shut the site out.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, rooms.unknown_site, those of every call.
     * @returns The new key, which is shown this once.
     */
    rotateRoomSite(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** What the site is called. */
      readonly name: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Sets how far below zero an account may go, and the most that it may hold.
     * An account that owes more than the new overdraft already keeps its limits. One that holds more than the new maximum keeps what it
     * has, and gets no more. What is on its way to the account counts towards the maximum.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, bank.unknown_account, bank.invalid_amount, bank.account_overdrawn, those of every call.
     * @returns 1.
     */
    setAccountLimits(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar or group who owns the account. A name is taken too. */
      readonly akey: string;
      /** Name of the account. */
      readonly account_name: string;
      /** Major units; 0: it can not go below zero. */
      readonly overdraft: Amount;
      /** Major units; -1: there is none. */
      readonly maximum: Amount;
    }, options?: CallOptions): Promise<number>;
    /**
     * Turns the documented md5 login of an avatar off or on.
     * Capabilities that were issued before stay valid; operator.revoke ends them.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    setChallengeLogin(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar. A name is taken too. */
      readonly akey: string;
      /** Whether general.getLoginCapability may log this avatar in. */
      readonly enabled: Flag;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lets an enrolled object hand over payouts and tell of deposits in its grid, or no longer.
     * What it says is believed: that money was handed over, and that money came in. So its owner is to be trusted, and its script. It counts in
     * every server within a second. Another secret changes nothing about it; where the object is revoked or enrolled again, it is no dispenser.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_object, those of every call.
     * @returns 1.
     */
    setDispenser(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object's key in-world, a UUID; for a device of one's own, any UUID. */
      readonly object_key: string;
      /** 1, or 0 to end it. */
      readonly dispenser: Flag;
    }, options?: CallOptions): Promise<number>;
    /**
     * Gives an avatar another password, and revokes all that the avatar holds or gave.
     * As general.changePassword, without the old one: for an owner who has lost it, or whose login was stolen. An avatar that had no login
     * gets one.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns 1.
     */
    setPassword(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar. A name is taken too. */
      readonly akey: string;
      /** 1 to 1024 bytes. */
      readonly password: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Sets where a room site is told of the status of performers.
     * The outbox posts JSON there: `{function: "performerStatus", action, performerId, customers, time}`. action is `online` when the first customer
     * of the site is in the performer's room, `offline` when the last one has left, and `change` when their number, customers, is another one: at
     * most once in ten seconds. Each notice arrives at least once; the header X-Scrip-Notice is the same for all copies.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, rooms.unknown_site, outbox.refused, those of every call.
     * @returns 1.
     */
    setRoomNotices(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** What the site is called. */
      readonly name: string;
      /** An http or https address without a user and a password; empty for no notices. */
      readonly url: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells whether the books and the operators' log are as they were sealed.
     * What is booked is sealed within a second or two: each seal covers journals with all of their rows, what operators called, and the seal before it. This
     * compares all of that, in one snapshot, and stops at the first row that was changed, removed or added behind the back of the
     * ledger. Whoever can write to the database could make the whole chain anew; keep the newest seal somewhere else, and give it
     * as `expect` later. Reads all entries: a million journals take up to a minute.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns How many seals were found good, how many journals and rows of the operators' log they cover (a call and its outcome are a row each), and how many journals wait for a seal; number and hash of the newest seal (0 and zeros where there is none); which row is the first that is not as it was sealed, in words, empty if ok.
     */
    verifyChain(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** A seal that the chain must still hold, as NUMBER:HASH; empty: none. */
      readonly expect?: string;
    }, options?: CallOptions): Promise<{ ok: boolean; seals: number; journals: number; log_rows: number; unsealed: number; head_number: number; head_hash: string; first_bad: string }>;
  };
  readonly rooms: {
    /**
     * Lets a site's customer into a performer's room, or renews a stay.
     * A nickname that is taken in the room gets a suffix such as `_0412`; both forms are understood later. A registered customer is the same one by
     * customer_id, and a guest by nickname and address. credits is the site's claim: what this customer may tip at most, in all rooms of the site
     * together where they are registered. Whoever gives no sign of life for SCRIP_ROOM_PURGE seconds is sent out.
     * Faults: rooms.wrong_key, rooms.unknown_performer, rooms.nickname_taken, rooms.too_many_customers, those of every call.
     * @returns The nickname as the room shows it.
     */
    joinRoom(params: {
      /** The key of the site. */
      readonly key: string;
      /** The performer's number: general.getAvatarUserId. */
      readonly performer_id: number;
      /** What the customer wants to be called, 1 to 63 characters. */
      readonly nickname: string;
      /** The customer's IPv4 or IPv6 address. */
      readonly ip_address: string;
      /** Whether the site knows the customer by a number; then customer_id is needed. */
      readonly registered: Flag;
      /** What the customer can spend: whole units of the currency of the site's account. */
      readonly credits: number;
      /** The site's own number of the customer; 0 for a guest, who goes by the nickname. */
      readonly customer_id?: number;
    }, options?: CallOptions): Promise<{ nickname: string }>;
    /**
     * Takes a site's customer out of a performer's room.
     * With the last room that a registered customer leaves, what they could tip is gone.
     * Faults: rooms.wrong_key, rooms.absent, rooms.ambiguous_nickname, those of every call.
     * @returns 1.
     */
    leaveRoom(params: {
      /** The key of the site. */
      readonly key: string;
      /** The performer's number: general.getAvatarUserId. */
      readonly performer_id: number;
      /** The nickname that the customer joined under, or the one that joinRoom answered. */
      readonly nickname: string;
      /** The site's own number of the customer; 0 for a guest, who goes by the nickname. */
      readonly customer_id?: number;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists who is in the room of the performer who is logged in, in the order of their nicknames.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns Customers: customer_id is 0 for guests, credits is what they can still tip by the word of their site, since is when they came, in UTC.
     */
    list(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the performer. Empty: the caller. */
      readonly performer?: string;
      /** The nickname of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 1000. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ nickname: string; customer_id: number; registered: boolean; credits: number; since: Timestamp }[]>;
    /**
     * Tells that a site's customer is still in a performer's room; due every ten seconds.
     * Within SCRIP_ROOM_PURGE seconds after a start of the server, a customer who is not known joins again, as a guest or by customer_id, without credits.
     * Faults: rooms.wrong_key, rooms.absent, rooms.ambiguous_nickname, rooms.unknown_performer, rooms.nickname_taken, rooms.too_many_customers, those of every call.
     * @returns 1.
     */
    pingRoom(params: {
      /** The key of the site. */
      readonly key: string;
      /** The performer's number: general.getAvatarUserId. */
      readonly performer_id: number;
      /** The nickname that the customer joined under, or the one that joinRoom answered. */
      readonly nickname: string;
      /** The site's own number of the customer; 0 for a guest, who goes by the nickname. */
      readonly customer_id?: number;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tips a performer for a customer who is in their room, from the account of the site, to the performer's `working`.
     * It lowers what the customer can spend. What is more than that, or than the account holds, is refused. The same request_id again with
     * the same values pays once and gives the first answer; with other values it is refused. It is a sign of life.
     * Faults: bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, auth.capability_revoked, rooms.wrong_key, rooms.unknown_performer, rooms.absent, rooms.ambiguous_nickname, rooms.above_ceiling, rooms.payer_disabled, those of every call.
     * @returns The id of the payment, as in bank.transaction.
     */
    tip(params: {
      /** The key of the site. */
      readonly key: string;
      /** The performer's number: general.getAvatarUserId. */
      readonly performer_id: number;
      /** The nickname that the customer joined under, or the one that joinRoom answered. */
      readonly nickname: string;
      /** How much: whole units of the currency of the site's account. */
      readonly credits: number;
      /** The customer's IPv4 or IPv6 address. */
      readonly ip_address?: string;
      /** The site's own number of the customer; 0 for a guest, who goes by the nickname. */
      readonly customer_id?: number;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string }>;
    /**
     * Says anew what a registered customer of the site can spend, in all rooms together.
     * It replaces what counted before, tips included. It is a sign of life in all rooms.
     * Faults: rooms.wrong_key, rooms.absent, those of every call.
     * @returns 1.
     */
    updateCredits(params: {
      /** The key of the site. */
      readonly key: string;
      /** The site's own number of a customer who is in a room. */
      readonly customer_id: number;
      /** What the customer can spend: whole units of the currency of the site's account. */
      readonly credits: number;
    }, options?: CallOptions): Promise<number>;
  };
  readonly studio: {
    /**
     * Tells whether a user of the studio has an email.
     * Faults: studio.token_required, studio.token_invalid, studio.email_required, studio.invalid_details, those of every call.
     * @returns 1 where one has, 0 where nobody has.
     */
    checkEmailExistance(params?: {
      /** The studio's token. */
      readonly authToken?: string;
      /** The email, in any case. */
      readonly email?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists the plans of a studio.
     * Faults: studio.token_required, studio.token_invalid, those of every call.
     * @returns All of them in the order of their numbers; price is for one period, in major units.
     */
    getStudioPlanLists(params?: {
      /** The studio's token. */
      readonly authToken?: string;
    }, options?: CallOptions): Promise<{ id: number; name: string; price: number; currency: string; period: string }[]>;
    /**
     * What clients of a studio call first: tells whether the token is good, and the server's time.
     * pkgname and hashkey name the studio. They stay the same, also with another token, and are no secrets.
     * Faults: studio.token_required, studio.token_invalid, those of every call.
     * @returns server_time is in UTC, as `2006-10-23 03:08:00`.
     */
    initialiseSdk(params?: {
      /** The studio's token. */
      readonly authToken?: string;
    }, options?: CallOptions): Promise<{ pkgname: string; hashkey: string; server_time: string }>;
    /**
     * Checks the password of a user of a studio, and tells who it is.
     * There is no session, and nothing to end. Wrong passwords count as failed logins of the avatar. Taken over TLS and from the same machine, as by general.loginWithPassword.
     * Faults: studio.token_required, studio.token_invalid, studio.email_required, studio.invalid_details, studio.wrong_login, auth.password_needs_tls, those of every call.
     * @returns id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
     */
    login(params?: {
      /** The studio's token. */
      readonly authToken?: string;
      /** The user's email, in any case. */
      readonly email?: string;
      /** The password. */
      readonly password?: string;
    }, options?: CallOptions): Promise<{ id: string; email: string; display_name: string; studio_id: string; profile_image: string }>;
    /**
     * For clients that say when a user leaves: studio.login opens no session, so nothing ends.
     * Faults: studio.token_required, studio.token_invalid, those of every call.
     * @returns 1.
     */
    logout(params?: {
      /** The studio's token. */
      readonly authToken?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Registers a user with a studio, who is logged in with it.
     * The user is an avatar too, with the same password; its name, which everybody sees, tells neither the email nor the name. Taken over TLS and from
     * the same machine, as by general.loginWithPassword. Plans are paid by card, and cards are not taken yet: a registration with a plan fails.
     * Faults: studio.token_required, studio.token_invalid, studio.email_required, studio.invalid_details, studio.registration_failed, studio.email_exists, auth.password_needs_tls, those of every call.
     * @returns id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
     */
    registerUser(params?: {
      /** The studio's token. */
      readonly authToken?: string;
      /** The email, which no other user of the studio has. */
      readonly email?: string;
      /** What the user is called, 1 to 128 characters. */
      readonly name?: string;
      /** 1 to 1024 bytes. */
      readonly password?: string;
      /** The plan; 0 for none. */
      readonly plan_id?: number;
    }, options?: CallOptions): Promise<{ id: string; email: string; display_name: string; studio_id: string; profile_image: string }>;
  };
  readonly system: {
    /**
     * Tells which specifications this server follows.
     * Faults: those of every call.
     * @returns A struct: for each specification a struct of specUrl and specVersion.
     */
    getCapabilities(params?: Record<string, never>, options?: CallOptions): Promise<unknown>;
    /**
     * Lists the procedures of this server by their canonical names.
     * Faults: those of every call.
     * @returns All names, sorted.
     */
    listMethods(params?: Record<string, never>, options?: CallOptions): Promise<string[]>;
    /**
     * Describes a procedure in plain text.
     * Faults: those of every call.
     * @returns What it does, its parameters, what it needs and its faults.
     */
    methodHelp(params: {
      /** A procedure, in any spelling that a call may use. */
      readonly name: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists the ways in which a procedure may be called.
     * Faults: those of every call.
     * @returns Signatures: each is the result's type and then the parameters' types.
     */
    methodSignature(params: {
      /** A procedure, in any spelling that a call may use. */
      readonly name: string;
    }, options?: CallOptions): Promise<string[][]>;
    /**
     * Runs several calls, one after the other, and answers them all.
     * At most 50 calls, those of all multicalls of a batch together; each stands alone, and one that fails changes nothing for the others. Where the request has used up its time or its reply is long enough, the calls that are left are refused and not run.
     * Faults: those of every call.
     * @returns For each call an array of its one result, or a struct of faultCode and faultString.
     */
    multicall(params: {
      /** Structs of methodName (string) and params (array). */
      readonly calls: readonly unknown[];
    }, options?: CallOptions): Promise<unknown[]>;
  };
  readonly validator1: {
    /**
     * Adds up the members named `curly` of an array of structs.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The sum of all curly.
     */
    arrayOfStructsTest(params: {
      /** Structs with the numbers moe, larry and curly. */
      readonly structs: readonly unknown[];
    }, options?: CallOptions): Promise<number>;
    /**
     * Counts the characters that XML has to escape.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns How many of each there are.
     */
    countTheEntities(params: {
      /** Any text. */
      readonly text: string;
    }, options?: CallOptions): Promise<{ ctLeftAngleBrackets: number; ctRightAngleBrackets: number; ctAmpersands: number; ctApostrophes: number; ctQuotes: number }>;
    /**
     * Adds up moe, larry and curly.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The sum of the three.
     */
    easyStructTest(params: {
      /** A struct with the numbers moe, larry and curly. */
      readonly stooges: unknown;
    }, options?: CallOptions): Promise<number>;
    /**
     * Answers with the struct that it is sent.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The same struct.
     */
    echoStructTest(params: {
      /** A struct. */
      readonly value: unknown;
    }, options?: CallOptions): Promise<unknown>;
    /**
     * Answers with its six parameters as an array.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The parameters in order.
     */
    manyTypesTest(params: {
      /** A whole number. */
      readonly number: number;
      /** A boolean. */
      readonly boolean: boolean;
      /** A text. */
      readonly string: string;
      /** A number. */
      readonly double: number;
      /** A time. */
      readonly dateTime: Timestamp | Date;
      /** Bytes. */
      readonly base64: string;
    }, options?: CallOptions): Promise<[number, boolean, string, number, Timestamp, string]>;
    /**
     * Joins the first and the last text of an array.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The first and the last, joined.
     */
    moderateSizeArrayCheck(params: {
      /** Between 100 and 200 texts, as the validator sends them. */
      readonly texts: readonly string[];
    }, options?: CallOptions): Promise<string>;
    /**
     * Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The sum of the three.
     */
    nestedStructTest(params: {
      /** Structs of years, months (`04`) and days (`01`). */
      readonly calendar: unknown;
    }, options?: CallOptions): Promise<number>;
    /**
     * Multiplies a number by ten, a hundred and a thousand.
     * Only on a server with SCRIP_DIAGNOSTICS=1.
     * Faults: those of every call.
     * @returns The three products.
     */
    simpleStructReturnTest(params: {
      /** A whole number. */
      readonly number: number;
    }, options?: CallOptions): Promise<{ times10: number; times100: number; times1000: number }>;
  };
  readonly vend: {
    /**
     * Tells whether a merchant's script has handed over what it pulled.
     * With ok = 0 the order has failed, and its buyer and who was to get it are notified (kind `delivery_failed`); vend.redeliver tries again.
     * Late and repeated answers are harmless: that it was handed over stays true whatever else is said, and of an order that was
     * refunded meanwhile nothing changes any more.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_delivery, those of every call.
     * @returns The state of the order: delivered, failed, queued (another delivery waits) or refunded.
     */
    ackDelivery(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The delivery, as vend.pullDeliveries gave it. */
      readonly delivery_id: string;
      /** Whether it was handed over. */
      readonly ok?: Flag;
      /** Why it could not be handed over, in words for the buyer. */
      readonly note?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Adds a product to a collection.
     * A collection has at most 100000 products. Where nothing else is said, the next owner may give it away but neither copy nor change it,
     * there is no end of it, and the merchant made it and gets everything that it is sold for.
     * description and tags: texts of at most 4000 and 255 characters, in which searches look. prims: 0 to 100000. featured:
     * comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.
     * categories: at most 20; without any it is in `Other`. currency: empty for the usual one; whoever
     * has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.
     * copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.
     * creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at
     * most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most 50,
     * avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, vend.invalid_name, vend.invalid_price, vend.invalid_shares, vend.too_many_products, vend.unknown_partner, bank.unknown_currency, bank.request_conflict, those of every call.
     * @returns The id of the product.
     */
    addProduct(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
      /** 1 to 63 characters without invisible ones. */
      readonly product_name: string;
      /** In major units of its currency, exact to its smallest amount; 0: it is free. */
      readonly price: Amount;
      /** What is to be other than usual; every member may be left out. */
      readonly details?: { description?: string; categories?: readonly string[]; tags?: string; mature?: boolean; currency?: string; quantity?: number; copy?: boolean; modify?: boolean; transfer?: boolean; prims?: number; texture_key?: string; texture_anim?: string; image_url_part?: string; featured?: boolean; creator?: string; creator_share?: number; partners?: readonly { key: string; percent: number }[] };
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Tells where an object stands in-world and what it sells: a collection, or one product of it.
     * The object is that of the avatar who is logged in. Announced again, it has moved or sells something else. What the affiliate group
     * sells earns its members the commission of the collection. An object that another avatar announced stays with them until
     * the merchant from whose collection it sells takes it over, or the object itself, over the relay: signed, or from a grid that the operator
     * trusts, and with a login of its owner. An avatar has at most 1000 vendors; vend.removeVendor takes one out.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, vend.unknown_product, vend.invalid_name, vend.vendor_taken, vend.too_many_vendors, those of every call.
     * @returns `added` or `updated`.
     */
    announceVendor(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
      /** The object's key in-world. */
      readonly object_key: string;
      /** Name of the region: 1 to 63 characters without slashes and invisible ones. */
      readonly region: string;
      /** x in the region, in metres; cut to whole ones. */
      readonly x: number;
      /** y in the region, in metres; cut to whole ones. */
      readonly y: number;
      /** z in the region, in metres; cut to whole ones. */
      readonly z: number;
      /** Whether the region is for adults. */
      readonly mature_region?: boolean;
      /** Id of the product of the collection that it sells; 0: all of them. */
      readonly prod_id?: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Buys a product, for oneself or as a gift, and queues its delivery.
     * The price, less a VIP's discount (rounded up to the smallest unit), is shared at once: a commission for the affiliate who sold it,
     * what partners and creator get, and the rest for the merchant; who gets the odd unit is drawn, so that each gets their exact share in the
     * long run. A share of the buyer stays with the buyer. The
     * payment, the order and its delivery are one transaction: nothing is paid without an order. Each is paid into `working`, or where that
     * is in another currency than the price into their first account by name that is in it; who has none can not be paid, and it can not
     * be bought (bank.currency_mismatch). A vendor in-world opens what it sells to
     * anybody, in a private collection too; its owner is the affiliate, if in the affiliate group. Merchants can not buy from themselves.
     * What costs nothing is ordered without a payment. At most 100 orders of one product by one buyer can wait to be delivered. Whom it is a
     * gift for is notified (kind `gift`). A retry under its request_id gets the same order, in the state that it is in by then.
     * Always send max_price, what vend.quote told or the buyer saw: without it the price is paid that holds by then.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, general.unknown_avatar, general.unknown_realm, vend.unknown_product, vend.unknown_vendor, vend.wrong_vendor, vend.banned, vend.not_an_affiliate, vend.price_changed, vend.sold_out, vend.too_many_orders, those of every call.
     * @returns The order: transaction_id is empty where nothing was paid, price is what it cost in all, state is queued.
     */
    buy(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
      /** Key or name of the avatar that it is a gift for; empty: the caller. */
      readonly recipient?: string;
      /** Key in-world of the vendor that sells it; empty: none. */
      readonly vendor_id?: string;
      /** Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does. */
      readonly affiliate?: string;
      /** The account of the caller that pays, and that a refund goes to. */
      readonly account_name?: string;
      /** Whether store credit at this merchant pays first, and the account only the rest. */
      readonly use_credit?: Flag;
      /** The most that it may cost, in major units; -1 (not advised): whatever it costs by then. */
      readonly max_price?: Amount;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ order_id: string; transaction_id: string; price: number; credit_used: number; state: string }>;
    /**
     * Buys a gift card: a code that is worth store credit at one merchant, once, to whoever redeems it.
     * The money waits in an account of the card until somebody redeems it (vend.redeemGiftCard). A card does not expire and is not taken
     * back; who has the code has the money, so it belongs in no log and no link. Its buyer sees it again in vend.myGiftCards, and gets the
     * same one where a request is repeated under its request id. One buyer can have 1000 cards that wait to be redeemed.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, general.unknown_avatar, vend.sells_nothing, vend.banned, vend.too_many_gift_cards, those of every call.
     * @returns The card: card_id is also the id of the transaction that paid for it, code is 28 letters and digits in groups of four.
     */
    buyGiftCard(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant. */
      readonly merchant: string;
      /** Major units of the currency of the merchant's `working`; above zero. */
      readonly amount: Amount;
      /** The account of the caller that pays. */
      readonly account_name?: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ card_id: string; code: string; amount: number; currency: string }>;
    /**
     * Tells everything about a collection but what is in it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns rating is the mean of all total_votes on its products, or 0; products is how many there are; groups go by their keys, empty for none.
     */
    collectionDetails(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
    }, options?: CallOptions): Promise<{ name: string; merchant: string; merchant_akey: string; public: boolean; description: string; seller_commission: number; image_url_part: string; texture_key: string; tags: string; affiliate_group: string; manager_group: string; rating: number; total_votes: number; products: number; created: Timestamp }>;
    /**
     * Lists the names of the product collections that an avatar created, public and private, in the order of their names.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns The names.
     */
    collectionNames(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the collections; empty: the caller. */
      readonly creator_akey: string;
    }, options?: CallOptions): Promise<string[]>;
    /**
     * Lists the vendors in-world that sell a collection or anything of it, in the order in which they were announced first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
     */
    collectionVendors(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The object_key of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ object_key: string; owner_akey: string; owner_name: string; merchant_akey: string; collection_name: string; prod_id: number; position: string; mature_region: boolean; selling: boolean; announced: Timestamp }[]>;
    /**
     * Creates a collection of products.
     * It is private and pays no commission where nothing else is said. A merchant has at most 100 collections, each under a name of its own.
     * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
     * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
     * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.invalid_name, vend.collection_exists, vend.too_many_collections, vend.invalid_shares, general.unknown_group, bank.request_conflict, those of every call.
     * @returns 1.
     */
    createCollection(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key. */
      readonly collection_name: string;
      /** What is to be other than usual; every member may be left out. */
      readonly settings?: { public?: boolean; description?: string; seller_commission?: number; image_url_part?: string; texture_key?: string; tags?: string; affiliate_group?: string; manager_group?: string };
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists the store credit that the avatar who is logged in has, at every merchant.
     * In the order of the merchants' keys. Where all of it was spent the balance is 0. Credit does not expire.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns One for each merchant: the balance is in major units.
     */
    credits(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The merchant_akey of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ merchant_akey: string; merchant_name: string; balance: number; currency: string }[]>;
    /**
     * Lists who has store credit at a merchant, from the merchant or from gift cards.
     * In the order of the avatars' keys. Where all of it was spent the balance is 0.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns One for each avatar: the balance is in major units.
     */
    creditsGiven(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** The akey of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ akey: string; name: string; balance: number; currency: string }[]>;
    /**
     * Finds products, in a form that scripts in-world can read.
     * A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
     * any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
     * letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
     * in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
     * list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
     * than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
     * removed is found no more. A page costs the more the greater its offset is.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns How many match in all, and then products, each after a comma: `prod_id:texture_key:texture_anim_params`. The texture may be empty; the parameters of its animation are separated by `|`, and `-` where it is not animated.
     */
    findProductsVendor(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Base64 of the text to search for; a text that is no base64 is taken as it stands. Empty: any product. */
      readonly search_string64: string;
      /** Key or name of the merchant whose products are wanted; empty: those of all. */
      readonly merchant_key: string;
      /** 1: all products; 0: only those for everybody, as for devices in regions for everybody. */
      readonly include_mature: Flag;
      /** sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured. */
      readonly orderby: 'featured' | 'sales-asc' | 'sales-desc' | 'price-asc' | 'price-desc' | 'prims-asc' | 'prims-desc' | 'name-asc' | 'name-desc' | 'created-asc' | 'created-desc' | 'rating-asc' | 'rating-desc' | 'collection-asc' | 'collection-desc' | 'featured-asc' | 'featured-desc';
      /** The lowest price that is wanted; -1, or any other number below 0: no bound. */
      readonly low_price: number;
      /** The highest price that is wanted; -1, or any other number below 0: no bound. */
      readonly high_price: number;
      /** How many to leave out at the beginning, of those that match. */
      readonly offset: number;
      /** How many to list; -1, or more than 30: 30. */
      readonly limit: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Tells what a gift card is worth, to somebody who has its code.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_gift_card, those of every call.
     * @returns The merchant whose products it pays for, its amount in major units, and whether somebody has redeemed it.
     */
    giftCard(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The code of the gift card, in either case, with or without dashes. */
      readonly code: string;
    }, options?: CallOptions): Promise<{ merchant_akey: string; merchant_name: string; amount: number; currency: string; redeemed: boolean }>;
    /**
     * Gives back what the caller got of a sale, or a part of it, to the buyer.
     * For affiliates, partners, creators, members of a group that is one of these, and the merchant: each gives back of their own part, out of
     * the account that it went to, never more than is left of it (bank.refund_exceeded). What is given back counts in vend.refundOrder, and the
     * other way round. What store credit had brought becomes store credit again. Once all of an order is back it is refunded. Buyer and
     * merchant are notified (kind `refund`). Without a request_id each call gives back again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_order, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, bank.refund_exceeded, those of every call.
     * @returns What was given back, and the transaction.
     */
    giveBack(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order. */
      readonly order_id: string;
      /** Major units, in the decimal places of the order's currency; 0: all that is left of the caller's part. */
      readonly amount?: Amount;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; amount: number }>;
    /**
     * Gives an avatar store credit: money that can be spent on the products of one merchant only.
     * It is paid out of the merchant's `working`, so that every credit is covered, and is told to the avatar (general.notifications).
     * It is theirs from then on: there is no way to take credit back, and it does not expire. It is in the currency of the
     * merchant's `working` and pays for products that are priced in it.
     * Who has a vend.manage grant gives the merchant's money.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, vend.own_credit, those of every call.
     * @returns The transaction id.
     */
    giveCredit(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** Key or name of the avatar who gets the credit. */
      readonly akey: string;
      /** Major units of the currency of the merchant's `working`; above zero. */
      readonly amount: Amount;
      /** Shown in the notification and in the histories. Cut at 64 characters. */
      readonly comment?: string;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability that allows another avatar to manage the collections, products and sales of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantManageCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Creates a capability that allows another avatar to see the private collections of the avatar who is logged in.
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, auth.too_many_grants, those of every call.
     * @returns The capability.
     */
    grantReadCapability(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key of the avatar who is to be given access. A name is taken too. */
      readonly auth_akey: string;
      /** Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range. */
      readonly valid_for_secs: number;
    }, options?: CallOptions): Promise<string>;
    /**
     * Lists whom a merchant has banned and who is a VIP there.
     * In the order of the avatars' keys. Times are UTC.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, those of every call.
     * @returns Entries: kind is ban or vip, since is when the avatar came onto a list first.
     */
    listAccess(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** The akey of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ akey: string; name: string; kind: string; discount_percent: number; since: Timestamp }[]>;
    /**
     * Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
     */
    listVendors(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The object_key of the last one of the page before; empty for the first page. */
      readonly after?: string;
    }, options?: CallOptions): Promise<{ object_key: string; owner_akey: string; owner_name: string; merchant_akey: string; collection_name: string; prod_id: number; position: string; mature_region: boolean; selling: boolean; announced: Timestamp }[]>;
    /**
     * Lists the gift cards that the avatar who is logged in has bought, newest first.
     * Times are UTC.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Cards: the code is there while nobody has redeemed the card, and empty afterwards.
     */
    myGiftCards(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The card_id of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ card_id: string; merchant_akey: string; merchant_name: string; amount: number; currency: string; bought: Timestamp; redeemed: boolean; code: string }[]>;
    /**
     * Lists what the avatar who is logged in has bought, or what was bought for them, newest first.
     * Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
     */
    myOrders(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Which of the two lists. */
      readonly as?: 'buyer' | 'recipient';
      /** The order_id of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ order_id: string; time: Timestamp; state: string; prod_id: number; product_name: string; merchant_akey: string; merchant_name: string; buyer_akey: string; buyer_name: string; recipient_akey: string; recipient_name: string; affiliate_akey: string; price: number; credit_used: number; currency: string; transaction_id: string; delivered?: Timestamp; refunded?: Timestamp; refund_transaction_id: string }[]>;
    /**
     * Tells everything about an order and its deliveries.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_order, those of every call.
     * @returns state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC. deliveries: newest first, at most 20; attempts is how often a script took it, note what a script said that could not hand it over.
     */
    order(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order. */
      readonly order_id: string;
    }, options?: CallOptions): Promise<{ order_id: string; time: Timestamp; state: string; prod_id: number; product_name: string; merchant_akey: string; merchant_name: string; buyer_akey: string; buyer_name: string; recipient_akey: string; recipient_name: string; affiliate_akey: string; price: number; credit_used: number; currency: string; transaction_id: string; delivered?: Timestamp; refunded?: Timestamp; refund_transaction_id: string; deliveries: { delivery_id: string; time: Timestamp; state: string; attempts: number; note: string; finished?: Timestamp }[] }>;
    /**
     * Tells everything about a product but how its sales are shared.
     * Who manages the collection finds that with vend.productShares.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, those of every call.
     * @returns quantity is -1 where there is no end; rating is the mean of total_votes votes from 1 to 5, or 0; times are UTC.
     */
    productDetails(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
    }, options?: CallOptions): Promise<{ prod_id: number; name: string; description: string; merchant: string; merchant_akey: string; creator: string; creator_akey: string; categories: string[]; tags: string; mature: boolean; price: number; currency: string; quantity: number; copy: boolean; modify: boolean; transfer: boolean; prims: number; texture_key: string; texture_anim: string; image_url_part: string; featured: boolean; rating: number; total_votes: number; sales: number; created: Timestamp; changed: Timestamp }>;
    /**
     * Tells who gets how much of each sale of a product.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, those of every call.
     * @returns Percentages: of the creator, of an affiliate where one sold it, of each partner (an avatar or a group), and what is left for the merchant of such a sale.
     */
    productShares(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
    }, options?: CallOptions): Promise<{ creator_akey: string; creator_share: number; seller_commission: number; partners: { key: string; name: string; percent: number }[]; merchant_share: number }>;
    /**
     * Lists the products of a collection with all their details, in the order in which they were added.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns Products as vend.productDetails tells them; fewer than the limit where there are no more.
     */
    products(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
      /** The last id of the page before; 0 for the first page. */
      readonly after_prod_id?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The prod_id of the last one of the page before; empty for the first page. */
      readonly after?: number | string;
    }, options?: CallOptions): Promise<{ prod_id: number; name: string; description: string; merchant: string; merchant_akey: string; creator: string; creator_akey: string; categories: string[]; tags: string; mature: boolean; price: number; currency: string; quantity: number; copy: boolean; modify: boolean; transfer: boolean; prims: number; texture_key: string; texture_anim: string; image_url_part: string; featured: boolean; rating: number; total_votes: number; sales: number; created: Timestamp; changed: Timestamp }[]>;
    /**
     * Lists the ids of the products in a collection, in the order in which they were added.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns The ids.
     */
    productsInCollection(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the creator of the collection; empty: the caller. */
      readonly collection_creator_akey: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
    }, options?: CallOptions): Promise<number[]>;
    /**
     * Lists the products of a public collection, or those of them that were added or changed since a time.
     * Pages of 100 in the order in which the products were added: ask with offset 0, 100, 200 and so on until an empty page comes.
     * What was removed is not listed: vend.publicCollectionProductsDeleted tells. Prices, texts and pictures are changes; sales, votes and
     * vendors are not. Ask for changes since a moment before your last call rather than since the call itself: what was being written
     * during it may bear an earlier time. A collection that is not public is as unknown as one that is not there.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns Products: short_desc is the first 255 characters of the description; rating the mean of total_votes votes from 1 to 5, or 0; is_mature 1 or 0; vendors at most 10 objects in-world that sell it, the merchant's own first and then those of the affiliate group's members, each with its position as region/x/y/z.
     */
    publicCollectionProducts(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection. */
      readonly merchant: string;
      /** The grid that the merchant is of: empty for this one. */
      readonly merchant_realm: string;
      /** Name of a public collection of the merchant, in any case. */
      readonly collection_name: string;
      /** How many to leave out at the beginning. */
      readonly offset: number;
      /** Unix time in seconds: products that were added or changed then or later. 0 for all. What no int holds may come as a double or a text. */
      readonly changes_since_unixtime: number;
    }, options?: CallOptions): Promise<{ prod_id: number; name: string; short_desc: string; creator: string; creator_akey: string; cats: string[]; tags: string; rating: number; total_votes: number; price: number; currency: string; image_url_part: string; texture_key: string; is_mature: 0 | 1; vendors: { owner_akey: string; owner_name: string; position: string; mature_region: boolean }[] }[]>;
    /**
     * Lists the products that were removed from a public collection, or those that were since a time.
     * Pages of 100 in the order in which the products were removed: ask with offset 0, 100, 200 and so on until an empty page comes.
     * Removed products are listed for ever.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns The removed products: id, and name and key of who made it.
     */
    publicCollectionProductsDeleted(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection. */
      readonly merchant: string;
      /** The grid that the merchant is of: empty for this one. */
      readonly merchant_realm: string;
      /** Name of a public collection of the merchant, in any case. */
      readonly collection_name: string;
      /** How many to leave out at the beginning. */
      readonly offset: number;
      /** Unix time in seconds: products that were removed then or later. 0 for all. What no int holds may come as a double or a text. */
      readonly changes_since_unixtime: number;
    }, options?: CallOptions): Promise<{ prod_id: number; creator: string; creator_akey: string }[]>;
    /**
     * Lists the public collections of all merchants, in the order of their names.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, those of every call.
     * @returns Collections: merchant is the name of who sells what is in it; seller_commission the percentage of each sale that an affiliate gets; rating the mean of all votes from 1 to 5 on its products, 0 where there are none.
     */
    publicCollections(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** How many to leave out at the beginning. */
      readonly offset: number;
      /** How many to list; at most 1000 come in one answer, and -1 asks for as many. */
      readonly limit: number;
    }, options?: CallOptions): Promise<{ name: string; merchant: string; merchant_akey: string; desc: string; seller_commission: number; image_url_part: string; texture_key: string; rating: number; tags: string }[]>;
    /**
     * Gives a merchant's scripts what they have to hand over, the longest waiting first.
     * What one script got no other one gets for hold_secs; what is not acknowledged by then (vend.ackDelivery) is given out again, so that
     * a script that dies loses nothing. A product may therefore be handed over twice where an acknowledgement was lost; attempts is 1 the
     * first time. Over the relay the same request (nonce) gets the same ones.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns Deliveries; attempts is how often it was given out, this time included.
     */
    pullDeliveries(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** How many to take, at most 100. */
      readonly limit?: number;
      /** Seconds in which they have to be acknowledged, from 5 to 3600. */
      readonly hold_secs?: number;
      /** One collection of theirs; empty: all of them, which officers of a manager group may not. */
      readonly collection_name?: string;
    }, options?: CallOptions): Promise<{ delivery_id: string; order_id: string; prod_id: number; product_name: string; recipient_akey: string; recipient_name: string; attempts: number }[]>;
    /**
     * Tells what a product costs the caller now, and those who sell it who gets how much of that.
     * Those who sell the product (the merchant, a vend.manage grant, officers of the manager group) get the price without a discount and
     * how it is shared; anybody else gets their own price and no shares. credit is the caller's store credit at the merchant, as far as it is
     * in the currency of the price.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_product, vend.unknown_vendor, vend.wrong_vendor, vend.banned, vend.not_an_affiliate, those of every call.
     * @returns discount is in percent of full_price. shares: key is that of an avatar or a group, role is affiliate, partner, creator or merchant; the amounts sum to the price, by largest remainder; a sale draws who gets the odd unit, and pays each at most one unit more or less than that.
     */
    quote(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
      /** Key in-world of the vendor that sells it; empty: none. */
      readonly vendor_id?: string;
      /** Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does. */
      readonly affiliate?: string;
    }, options?: CallOptions): Promise<{ price: number; full_price: number; discount: number; currency: string; credit: number; shares: { key: string; role: string; amount: number }[] }>;
    /**
     * Tells how a product is rated.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, those of every call.
     * @returns The mean of all votes from 1 to 5, how many there are, and what the caller has voted; 0 where there are none.
     */
    rating(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
    }, options?: CallOptions): Promise<{ rating: number; total_votes: number; mine: number }>;
    /**
     * Turns a gift card into store credit of the avatar who is logged in, at the merchant that it is for.
     * It is credited once, to whoever is first. The same avatar may repeat the call and gets the same answer. A banned avatar can not
     * redeem it, since their credit would buy nothing; the card stays good for somebody else.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, vend.unknown_gift_card, vend.gift_card_redeemed, vend.own_credit, vend.banned, those of every call.
     * @returns The merchant, what was credited, and the credit there as it was with this card, in major units; what is held of it is still in it.
     */
    redeemGiftCard(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The code of the gift card, in either case, with or without dashes. */
      readonly code: string;
    }, options?: CallOptions): Promise<{ merchant_akey: string; merchant_name: string; amount: number; balance: number; currency: string }>;
    /**
     * Queues one more delivery of an order.
     * As often as one likes, but one at a time: while a delivery waits, it is the one that is returned. A delivered order stays delivered.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_order, vend.order_refunded, those of every call.
     * @returns The delivery that waits, and the state of the order: queued, or delivered where it was before.
     */
    redeliver(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order. */
      readonly order_id: string;
    }, options?: CallOptions): Promise<{ delivery_id: string; state: string }>;
    /**
     * Takes an order back, whole or in parts: each who got something of the sale gives back their part of it.
     * Merchant, affiliate, partners and creator give back in proportion to what is left of what each got, without being asked, from the
     * account that it went to (another one in its currency, if that is closed). What stayed with the buyer as their own share is not given
     * back. The money goes to the account that the buyer paid from (`working`, if that is closed); store credit becomes credit again. If anybody
     * is short nothing moves, and bank.insufficient_funds names who and what is missing; vend.refundPreview tells it before. With cover the
     * merchant pays what the others are short of, also what they were handed over in-world; that is for the merchant alone to choose. Once all
     * is back the order is refunded: what of it waits to be delivered is not delivered any more, and the piece is for sale again. The buyer,
     * and who gave something back, are notified (kind `refund`). Taking all of an order back that was refunded before changes nothing and gets the answer of its last refund,
     * so that a retry is safe; of a part it is under a request_id.
     * An officer or the holder of a grant does not refund what they have bought themselves, nor an officer what others than the merchant had
     * a share in: auth.forbidden.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_order, bank.invalid_amount, bank.invalid_split, bank.same_account, bank.unknown_account, bank.request_conflict, bank.currency_mismatch, bank.account_closed, bank.account_frozen, bank.insufficient_funds, bank.over_maximum, bank.limit_exceeded, bank.grant_exhausted, bank.refund_exceeded, those of every call.
     * @returns What was paid back, and the transaction; its id is empty where the order had cost nothing.
     */
    refundOrder(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order. */
      readonly order_id: string;
      /** For the buyer, and in the histories; there it is cut at 64 characters. */
      readonly comment?: string;
      /** Major units, in the decimal places of the order's currency; 0: all that is left of the order. */
      readonly amount?: Amount;
      /** 1: the merchant pays what the others are short of; takes the merchant's own login. */
      readonly cover?: Flag;
      /** Made by the client where it is left out. The same request under the same id is done once, and answered alike. */
      readonly request_id?: string;
    }, options?: CallOptions): Promise<{ transaction_id: string; amount: number }>;
    /**
     * Tells what each side would give back now if all that is left of an order were refunded, and what is missing of it.
     * Those who sell see all sides, and who got a share of the sale their own one: what vend.giveBack could give. Nothing is moved, and nothing is
     * set aside: it can be another amount by the time of the refund.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_order, those of every call.
     * @returns Major units of the currency: what is left to be given back, how much of that somebody does not have, and for each side what it would give and what is missing of that. The name is that of the avatar or group; on_its_way tells that it waits to be handed over in-world, so that it can not be covered either. No sides where nothing was paid or all is back.
     */
    refundPreview(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The order. */
      readonly order_id: string;
    }, options?: CallOptions): Promise<{ amount: number; currency: string; missing: number; sides: { akey: string; name: string; amount: number; missing: number; on_its_way: boolean }[] }>;
    /**
     * Removes an empty collection for good; its name is free again.
     * What is in it is never removed along with it: take every product out first (vend.removeProduct).
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, vend.collection_not_empty, those of every call.
     * @returns 1.
     */
    removeCollection(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Removes a product for good: it is not sold any more.
     * What was bought of it can still be delivered and refunded.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, those of every call.
     * @returns 1.
     */
    removeProduct(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
    }, options?: CallOptions): Promise<number>;
    /**
     * Takes an object out of the vendors that sell something in-world.
     * An affiliate who is still in the group can announce it again.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_vendor, those of every call.
     * @returns 1.
     */
    removeVendor(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** The object's key in-world. */
      readonly object_key: string;
    }, options?: CallOptions): Promise<number>;
    /**
     * Lists what a merchant has sold, newest first.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, those of every call.
     * @returns state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
     */
    sales(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** One collection of theirs; empty: all of them, which officers of a manager group may not. */
      readonly collection_name?: string;
      /** The order_id of the last one of the page before; empty for the first page. */
      readonly after?: string;
      /** How many to list, at most 100. */
      readonly limit?: number;
    }, options?: CallOptions): Promise<{ order_id: string; time: Timestamp; state: string; prod_id: number; product_name: string; merchant_akey: string; merchant_name: string; buyer_akey: string; buyer_name: string; recipient_akey: string; recipient_name: string; affiliate_akey: string; price: number; credit_used: number; currency: string; transaction_id: string; delivered?: Timestamp; refunded?: Timestamp; refund_transaction_id: string }[]>;
    /**
     * Finds products, with all their details.
     * A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
     * any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
     * letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
     * in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
     * list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
     * than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
     * removed is found no more. A page costs the more the greater its offset is.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, those of every call.
     * @returns total: how many match in all; products: those from the offset on, as vend.productDetails tells them.
     */
    search(params?: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Words to search for, all of them; empty: any product. */
      readonly text?: string;
      /** Key or name of the merchant whose products are wanted; empty: those of all. */
      readonly merchant?: string;
      /** Categories that the product must be in, all of them, in any case. */
      readonly categories?: readonly string[];
      /** 1: all products; 0: only those for everybody, as for devices in regions for everybody. */
      readonly include_mature?: Flag;
      /** sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured. */
      readonly orderby?: 'featured' | 'sales-asc' | 'sales-desc' | 'price-asc' | 'price-desc' | 'prims-asc' | 'prims-desc' | 'name-asc' | 'name-desc' | 'created-asc' | 'created-desc' | 'rating-asc' | 'rating-desc' | 'collection-asc' | 'collection-desc' | 'featured-asc' | 'featured-desc';
      /** The lowest price that is wanted; -1, or any other number below 0: no bound. */
      readonly low_price?: number;
      /** The highest price that is wanted; -1, or any other number below 0: no bound. */
      readonly high_price?: number;
      /** How many to leave out at the beginning, of those that match. */
      readonly offset?: number;
      /** How many to list, at most 100. */
      readonly limit?: number;
      /** The prod_id of the last one of the page before; empty for the first page. */
      readonly after?: number | string;
    }, options?: CallOptions): Promise<{ total: number; products: { prod_id: number; name: string; description: string; merchant: string; merchant_akey: string; creator: string; creator_akey: string; categories: string[]; tags: string; mature: boolean; price: number; currency: string; quantity: number; copy: boolean; modify: boolean; transfer: boolean; prims: number; texture_key: string; texture_anim: string; image_url_part: string; featured: boolean; rating: number; total_votes: number; sales: number; created: Timestamp; changed: Timestamp }[] }>;
    /**
     * Bans an avatar from what a merchant sells, or makes it a VIP who pays less.
     * A banned avatar can neither buy from the merchant, nor be bought for, nor buy or redeem gift cards there; what was bought before
     * is theirs and is delivered. A VIP gets the discount off every price of the merchant. An avatar is on one of the lists at most:
     * the last call counts. A merchant can have 1000 avatars on both lists together.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.invalid_shares, vend.own_access, vend.access_full, those of every call.
     * @returns 1.
     */
    setAccess(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant; empty: the caller. */
      readonly merchant?: string;
      /** Key or name of the avatar. */
      readonly akey: string;
      /** `ban`, `vip`, or `none` for neither. */
      readonly kind: 'ban' | 'vip' | 'none';
      /** What a VIP gets off every price: 0 to 100 with at most two decimals. 0 for the others. */
      readonly discount_percent?: number;
    }, options?: CallOptions): Promise<number>;
    /**
     * Changes the name or the settings of a collection.
     * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
     * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
     * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
     * A commission is refused that would, with the shares of the creator and the partners of any product in it, be more than 100 %.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, general.unknown_avatar, general.unknown_realm, vend.unknown_collection, vend.invalid_name, vend.collection_exists, vend.invalid_shares, general.unknown_group, those of every call.
     * @returns 1.
     */
    updateCollection(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Key or name of the merchant, who created the collection; empty: the caller. */
      readonly merchant: string;
      /** Name of one of the merchant's collections, in any case. */
      readonly collection_name: string;
      /** What is to be different; every member may be left out. */
      readonly changes: { name?: string; public?: boolean; description?: string; seller_commission?: number; image_url_part?: string; texture_key?: string; tags?: string; affiliate_group?: string; manager_group?: string };
    }, options?: CallOptions): Promise<number>;
    /**
     * Changes a product.
     * description and tags: texts of at most 4000 and 255 characters, in which searches look. prims: 0 to 100000. featured:
     * comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.
     * categories: at most 20; without any it is in `Other`. currency: empty for the usual one; whoever
     * has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.
     * copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.
     * creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at
     * most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most 50,
     * avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.
     * price: in major units of the currency that is named with it, or else of the one that it has; a currency can not come without a price.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, vend.invalid_name, vend.invalid_price, vend.invalid_shares, vend.unknown_partner, general.unknown_avatar, bank.unknown_currency, those of every call.
     * @returns 1.
     */
    updateProduct(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
      /** What is to be different; every member may be left out. */
      readonly changes: { name?: string; price?: Amount; description?: string; categories?: readonly string[]; tags?: string; mature?: boolean; currency?: string; quantity?: number; copy?: boolean; modify?: boolean; transfer?: boolean; prims?: number; texture_key?: string; texture_anim?: string; image_url_part?: string; featured?: boolean; creator?: string; creator_share?: number; partners?: readonly { key: string; percent: number }[] };
    }, options?: CallOptions): Promise<number>;
    /**
     * Rates a product that the avatar who is logged in has bought, or was given.
     * Each avatar has one vote on a product; voting again changes it, and it can not be taken back. What was refunded does not entitle to
     * a vote, but a vote that was cast before stays. It counts for the rating of the collection too.
     * Faults: auth.capability_required, auth.capability_invalid, auth.capability_expired, auth.capability_revoked, auth.forbidden, vend.unknown_product, vend.own_product, vend.not_bought, those of every call.
     * @returns The mean of all votes with this one, how many there are, and this one.
     */
    vote(params: {
      /** Filled in by the client. Those that are given here go instead. */
      readonly capabilities?: readonly string[];
      /** Id of the product. */
      readonly prod_id: number;
      /** 1 to 5, where 5 is best. */
      readonly rating: number;
    }, options?: CallOptions): Promise<{ rating: number; total_votes: number; mine: number }>;
  };
}
