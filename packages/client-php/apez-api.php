<?php
/**
 * The functions of the Apez API. Each returns array(true, the result), or array(false, array('faultCode' => int,
 * 'faultString' => string)). The constant or the environment variable APEZ_URL is the server's whole address.
 */
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

require_once __DIR__ . '/autoload.php';
require_once __DIR__ . '/src/apez.php';

/**
 * Tells the balance of an account.
 *
 * What is held (bank.hold, and payments that wait to be handed over in-world) is not counted: it can not be spent.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account, for example `working`.
 * @return array array(bool, mixed): The balance in the currency of the account.
 */
function bank_accountBalance($capabilities, $akey, $account_name): array
{
    return apez_call('bank.accountBalance', func_get_args());
}

/**
 * Tells everything about an account but its history.
 *
 * available = balance - held_out, always; it may go down to -overdraft. held_in is on its way and not in the balance. An account is
 * open, frozen (an operator has seen to it that nothing leaves it) or closed. Operators may look at every account.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @return array array(bool, mixed): Amounts in the currency of the account; -1 as overdraft or maximum is no limit. entries is how many bank.transactions lists.
 */
function bank_accountDetails($capabilities, $akey, $account_name): array
{
    return apez_call('bank.accountDetails', func_get_args());
}

/**
 * Lists the accounts of an avatar that the caller may read.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the accounts. A name is taken too.
 * @return array array(bool, mixed): Account names, `working` first.
 */
function bank_accountList($capabilities, $akey): array
{
    return apez_call('bank.accountList', func_get_args());
}

/**
 * Tells the balance that an account had at a moment.
 *
 * The balance of the last line that bank.transactions lists up to that second. What was only held then is counted: it was still there.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param \DateTimeInterface|string $time UTC; what happened in this second counts.
 * @return array array(bool, mixed): The balance in the currency of the account; 0 before its first transaction.
 */
function bank_balanceAt($capabilities, $akey, $account_name, $time): array
{
    return apez_call('bank.balanceAt', func_get_args());
}

/**
 * Cancels a standing order of the avatar who is logged in.
 *
 * Once this is answered no payment of it follows. Cancelling one that is over changes nothing.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $id The order's id.
 * @return array array(bool, mixed): 1.
 */
function bank_cancelStandingOrder($capabilities, $id): array
{
    return apez_call('bank.cancelStandingOrder', func_get_args());
}

/**
 * Closes an account that holds nothing.
 *
 * Nothing may be in it and nothing held on it or for it. Its history stays readable, bank.openAccount opens it again, and who could
 * pay into it by its name is forgotten. Closing one that is closed changes nothing. `working` stays open.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @return array array(bool, mixed): 1.
 */
function bank_closeAccount($capabilities, $akey, $account_name): array
{
    return apez_call('bank.closeAccount', func_get_args());
}

/**
 * Orders that an amount is paid every so many days from an account of the avatar who is logged in.
 *
 * Each payment is made as by bank.pay. One that is refused (too little money, a frozen account) is tried again after 1 hour, 6 hours and
 * then daily, five times in all and never past the next date; then it is missed. Where it can not succeed any more (the account is closed,
 * the group is gone) the order ends. So it does where the login that started it is revoked, though not where that expires. The owner is
 * notified of all this (general.notifications, kind `standing_order`). Dates do not drift; days have 24 hours. What fell due while the
 * server was down is paid one after the other. The login must not be one that was narrowed: the order outlives it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
 * @param string $from_account_name The account that pays.
 * @param string $to_akey Key of the avatar or group that is paid. A name is taken too.
 * @param string $to_account_name The account that is paid, or `avatar` for in-world. Empty: `working`.
 * @param int $every_days Days from one payment to the next.
 * @param int $first_in_days Days until the first payment; 0: it is made within seconds.
 * @param int $times How many payments, missed ones included; 0: until it is cancelled.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The order's id.
 */
function bank_createStandingOrder($capabilities, $amount, $from_account_name, $to_akey, $to_account_name, $every_days, $first_in_days = 0, $times = 0, $comment = '', $request_id = ''): array
{
    return apez_call('bank.createStandingOrder', func_get_args());
}

/**
 * Lists the currencies of the server.
 *
 * scale is the number of decimal places of an amount; it never changes. Payments take whole amounts, shares and fees may be less.
 *
 * @return array array(bool, mixed): Currencies, the default one first and the others by code.
 */
function bank_currencies(): array
{
    return apez_call('bank.currencies', func_get_args());
}

/**
 * Credits an avatar with money that a dispenser was paid in-world. Only over the relay, signed.
 *
 * It goes to `working`, once for each grid_transaction of the grid, however often and by whichever dispenser it is told. Where there is a fault nothing was
 * booked, and the money is to be given back in-world: but after `busy`, where it is to be told again with the same grid_transaction.
 *
 * @param string $akey Key of the avatar who paid, in the dispenser's grid. A name is taken too.
 * @param int|float|string $amount Major units, above zero, in the decimal places of the currency of `working`.
 * @param string $grid_transaction The grid's key of the transaction, or one of the script's own: 1 to 64 of A-Z, a-z, 0-9, -.
 * @return array array(bool, mixed): The transaction id; the same for the same grid_transaction.
 */
function bank_deposit($akey, $amount, $grid_transaction): array
{
    return apez_call('bank.deposit', func_get_args());
}

/**
 * Exports what was moved to and from an account as CSV, oldest first.
 *
 * CSV as in RFC 4180, with a header line on every page: transaction_id,time,type,amount,balance,other_akey,other_name,comment.
 * Times are UTC, as 2006-10-23 03:08:00Z; amounts are exact decimals, negative where money left the account.
 * A name or comment gets an apostrophe in front that begins with =, +, -, @ or with what some spreadsheets separate cells by (a semicolon, a bar, a tab,
 * a new line), and so does =, +, - or @ behind one of these: spreadsheets would take them for formulas.
 * At most 1000 lines a call, and fewer where they would make the reply longer than 512 KiB: the next page begins at offset plus the lines that
 * came, and a page of the header alone is the end. Pages stay the same while more is paid.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
 * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
 * @param int $offset How many of the oldest to leave out.
 * @param int $limit How many to export; -1 for 1000.
 * @param string $after The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
 * @return array array(bool, mixed): The CSV text.
 */
function bank_exportTransactions($capabilities, $akey, $account_name, $from_time = '', $to_time = '', $offset = 0, $limit = 1000, $after = ''): array
{
    return apez_call('bank.exportTransactions', func_get_args());
}

/**
 * Creates a capability that allows another avatar balance query, transfers and payments from all accounts of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. Use it with caution: without limits it allows auth_akey to withdraw everything. A total is kept however many calls race.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
 * @return array array(bool, mixed): The capability.
 */
function bank_grantAllAccountsFullCapability($capabilities, $auth_akey, $valid_for_secs, $limits = array()): array
{
    return apez_call('bank.grantAllAccountsFullCapability', func_get_args(), array(3));
}

/**
 * Creates a capability that allows another avatar balance query and transaction history of all accounts of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. It allows no payment.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @param array $limits A struct that may have the member accounts, up to 16 names: all that it reaches.
 * @return array array(bool, mixed): The capability.
 */
function bank_grantAllAccountsReadCapability($capabilities, $auth_akey, $valid_for_secs, $limits = array()): array
{
    return apez_call('bank.grantAllAccountsReadCapability', func_get_args(), array(3));
}

/**
 * Sets an amount aside for a payee, who may take some or all of it until it expires.
 *
 * What is held can not be spent: bank.accountBalance is less by it at once. The payee takes it with bank.postHold or gives it
 * up with bank.voidHold; what is not taken comes back, when it expires at the latest. The account that it is for is found
 * as by bank.pay, but must be there: a group as such and a payee without a login have none, and are refused.
 * A capability's spending total counts the amount now, and does not get back what is not taken.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
 * @param string $from_akey Key of the avatar who pays. A name is taken too.
 * @param string $from_account_name The account that pays.
 * @param string $to_akey Key of the avatar or group that it is held for. A name is taken too.
 * @param string $to_account_name The account that it is held for. Empty: `working`.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param int $expires_in_secs Seconds until it expires, by the database's clock: 1 to 2592000 (30 days); other values are refused.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id, which is the id of the hold.
 */
function bank_hold($capabilities, $amount, $from_akey, $from_account_name, $to_akey, $to_account_name, $comment, $expires_in_secs = 604800, $request_id = ''): array
{
    return apez_call('bank.hold', func_get_args());
}

/**
 * Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.
 *
 * Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it
 * as well, whole logins are not. Times are UTC.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key or name of the avatar, who must be logged in; empty: the one who is.
 * @param int $offset How many of the newest to leave out.
 * @param int $limit How many to list, at most 100.
 * @param string $after The jti of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): role is `given` (to holder_akey), `held` (from grantor_akey) or `own` (works alone, or is a narrowed login); limits as they were given; spent and left, in major units, where there is a total: left is no more than any that it was derived from has left; revoked 1 or 0; parent: the jti that it was derived from, or empty.
 */
function bank_listGrants($capabilities, $akey = '', $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('bank.listGrants', func_get_args());
}

/**
 * Lists what is held on an account, in either direction, newest first.
 *
 * States: open; posted (posted tells how much of it, the rest went back); voided; expired. Times are UTC.
 * A payment that waits to be handed over in-world is listed too, for the account `avatar` and without an end: only an operator
 * can end it, and it is voided where it could not be handed over.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param string $state Which ones to list.
 * @param int $offset How many of the newest to leave out.
 * @param int $limit How many to list; -1 for 1000.
 * @param string $after The hold_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
 * @return array array(bool, mixed): Holds: the amount that was set aside and how much of it was posted; expires is missing where there is no end; leg is 0, but where one payment holds several amounts.
 */
function bank_listHolds($capabilities, $akey, $account_name, $state = 'open', $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('bank.listHolds', func_get_args());
}

/**
 * Lists the standing orders of the avatar who is logged in, newest first.
 *
 * Those that have ended or were cancelled are listed too. Times are UTC.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many of the newest to leave out.
 * @param int $limit How many to list; -1 for 100.
 * @param string $after The id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not.
 */
function bank_listStandingOrders($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('bank.listStandingOrders', func_get_args());
}

/**
 * Opens an account for the avatar who is logged in, or for a group that the avatar is an officer of.
 *
 * Opening an account that is there already, in the same currency, changes nothing; one that was closed is open again, with its history.
 * Names match in any case. No account of a group can be called `working`: what is paid there is shared by the percentages.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $account_name Name of the new account, without commas.
 * @param string $currency Code of its currency; empty: the server's own.
 * @param string $akey Key of the group that is to own it; empty: the avatar who is logged in.
 * @return array array(bool, mixed): The name of the account.
 */
function bank_openAccount($capabilities, $account_name, $currency = '', $akey = ''): array
{
    return apez_call('bank.openAccount', func_get_args());
}

/**
 * Pays an amount from an account to another avatar, or hands it over in-world.
 *
 * The payee's account of that name is used where the caller holds a login or full-access capability of the payee that reaches it,
 * where it takes deposits from anybody (bank.setDeposit), or where the payer is in its deposit group; otherwise the money goes
 * to `working`, and bank.transaction tells both names. The account name `avatar`, or a payee who has no login here, puts the payment into the in-world queue: the
 * amount is held until a dispenser has handed it over. A group is paid by its percentages, each member as if paid alone;
 * who gets the odd unit is drawn, so that everybody gets their exact percentage in the long run. What could be refused by any draw
 * is refused. A payer's own share stays with the payer.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
 * @param string $from_akey Key of the avatar who pays. A name is taken too.
 * @param string $from_account_name The account that pays.
 * @param string $to_akey Key of the avatar or group that is paid. A name is taken too.
 * @param string $to_account_name The account that is paid, or `avatar` for in-world. Empty: `working`.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param int $notify Whether the payee gets a notification (general.notifications).
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id.
 */
function bank_pay($capabilities, $amount, $from_akey, $from_account_name, $to_akey, $to_account_name, $comment, $notify = 0, $request_id = ''): array
{
    return apez_call('bank.pay', func_get_args());
}

/**
 * Pays several at once, by shares, with a fee taken off first: all of it happens, or nothing.
 *
 * Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half; up to six decimal places count. Every unit is accounted for: each gets
 * their exact part rounded up or down, which is drawn, so that it is exact in the long run; a retry under its request_id draws the same.
 * Each payee is paid as by bank.pay. With preview = 1 nothing is booked: the amounts are those by largest remainder, and what is booked
 * differs from them by at most one unit each.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
 * @param string $from_akey Key of the avatar who pays. A name is taken too.
 * @param string $from_account_name The account that pays.
 * @param array[] $payees Up to 100 structs: key or name of an avatar, or key of a group; the account (empty: `working`), and the share.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $fee_akey Key or name of the avatar, or key of the group, that gets the fee; empty: there is none.
 * @param float $fee_percent How much of the amount is the fee, in percent; below 100.
 * @param int $notify Whether those who are paid get a notification.
 * @param int $preview 1 to be told the amounts only.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id (empty for a preview), the fee, and what each payee gets, in order.
 */
function bank_paySplit($capabilities, $amount, $from_akey, $from_account_name, $payees, $comment, $fee_akey = '', $fee_percent = 0, $notify = 0, $preview = 0, $request_id = ''): array
{
    return apez_call('bank.paySplit', func_get_args());
}

/**
 * Moves money that was held to the payee, all of it or a part; the rest goes back to the payer.
 *
 * For the payee, and for the payer, who may let go of the money before the payee takes it. A hold is posted once: the same
 * call again, by whichever of them, changes nothing and returns the same id, so no request id is needed. A payer's capability
 * with a spending total can set money aside, but not let go of it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $hold_id The id that bank.hold returned.
 * @param int|float|string $amount Major units, no more than is held; 0: all of it.
 * @return array array(bool, mixed): The transaction id of what was posted.
 */
function bank_postHold($capabilities, $hold_id, $amount = 0): array
{
    return apez_call('bank.postHold', func_get_args());
}

/**
 * Gives a dispenser the payment that has waited longest to be handed over in its grid. Only over the relay, signed.
 *
 * Nobody else gets it for hold_secs. Say `accepted` by bank.reportPayout before anything is handed over; what is not accepted by then is queued again.
 * From `accepted` on there are hold_secs again, to report `done` or `failed`; after that it is `unknown`, and not handed out again. The same
 * request (nonce) gets the same payout. Payments to avatars who are not registered belong to the first grid.
 *
 * @param int $hold_secs Seconds for each step, from 1 to 3600.
 * @return array array(bool, mixed): `[transaction_id, akey, amount, currency]`, or an empty array where nothing waits: the id is for bank.reportPayout, akey the avatar's key in the dispenser's grid, the amount in major units.
 */
function bank_pullPayout($hold_secs = 300): array
{
    return apez_call('bank.pullPayout', func_get_args());
}

/**
 * Pays back what an avatar or group was paid, all of it or a part, to the account that it came from.
 *
 * For payments, splits and posted holds. It is taken from the very account that was paid, and all refunds together are never
 * more than was paid. Who was paid several times by one transaction gives a part back in proportion to what is left of each.
 * What was handed over in-world can not be refunded. A capability's limits and its spending total are kept as for a payment.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who was paid. A name is taken too.
 * @param string $transaction_id The transaction id.
 * @param int|float|string $amount Major units; 0: all that was not refunded yet.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id of the refund.
 */
function bank_refund($capabilities, $akey, $transaction_id, $amount = 0, $comment = '', $request_id = ''): array
{
    return apez_call('bank.refund', func_get_args());
}

/**
 * Tells what became of a payout that this dispenser has pulled. Only over the relay, signed.
 *
 * `accepted`: it is going to be handed over, now; a fault means that it must not be. `done`: the avatar has it, and the payer has paid. `failed`: the avatar has not got
 * it, and will not; it goes back to the payer, who is notified. `unknown`: the dispenser does not know; an operator decides, or a later `done` or `failed`
 * with the grid's key of the transaction. `done` and `failed` may be said again; the first word counts.
 *
 * @param string $transaction_id As bank.pullPayout gave it.
 * @param string $state `accepted`, `done`, `failed` or `unknown`.
 * @param string $grid_transaction The grid's key of the transaction in-world; empty: none is known.
 * @return array array(bool, mixed): The state that the payout is in.
 */
function bank_reportPayout($transaction_id, $state, $grid_transaction = ''): array
{
    return apez_call('bank.reportPayout', func_get_args());
}

/**
 * Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.
 *
 * Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $jti As bank.listGrants lists it.
 * @return array array(bool, mixed): 1.
 */
function bank_revokeGrant($capabilities, $jti): array
{
    return apez_call('bank.revokeGrant', func_get_args());
}

/**
 * Says who may pay into an account by its name.
 *
 * What others pay to this name goes to `working` unless they may pay into it, as bank.pay tells. Members of the group count as they
 * are when they pay. `working` itself takes payments from everybody, whatever is set.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param int $public_deposit 1 where everybody may.
 * @param string $deposit_group Key or name of a group that the caller created, or the key of the group that owns the account: its members may; empty: none.
 * @return array array(bool, mixed): 1.
 */
function bank_setDeposit($capabilities, $akey, $account_name, $public_deposit, $deposit_group = ''): array
{
    return apez_call('bank.setDeposit', func_get_args());
}

/**
 * Tells what a transaction moved or set aside, and what was refunded of it, to those who have a part in it.
 *
 * An avatar sees the parts that their accounts pay or are paid by: the payer all of them. At most 1000 parts and as many refunds.
 * A part that was not moved but set aside has the state of its hold: open, posted, voided or expired; what was posted of it is
 * another transaction. sent_to_account_name is the account as the payer wrote it, to_account_name the one that got it: `working` where
 * there is no account of that name, or where it does not take deposits of the payer.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who has a part in it. A name is taken too.
 * @param string $transaction_id The transaction id.
 * @return array array(bool, mixed): principal_akey is who asked for it (nobody, for the bank itself); parts have the state `moved`, or that of a hold; refunds are those of these parts; refund_of is the transaction that this one pays back, or empty.
 */
function bank_transaction($capabilities, $akey, $transaction_id): array
{
    return apez_call('bank.transaction', func_get_args());
}

/**
 * Lists what was moved to and from an account, newest first, or searches it.
 *
 * Times are UTC. At most 1000 a call. Amounts that are only held are not listed.
 * A comment matches when every word of the text is in it: whole words of letters and digits, in any case and order.
 * Without a text and a counterparty, a page costs the same wherever it is. The first search that reaches far into a long history may answer busy
 * a few times while the history is indexed: ask again, and it goes on from there.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param int $offset How many of the newest to leave out, of those that match.
 * @param int $limit How many to list; -1 for 1000.
 * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
 * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
 * @param string $text Words that the comment must hold, all of them; empty: any comment.
 * @param string $other_akey Key or name of the avatar or group on the other side; empty: anybody.
 * @param string $after The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
 * @return array array(bool, mixed): Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side.
 */
function bank_transactions($capabilities, $akey, $account_name, $offset = 0, $limit = 100, $from_time = '', $to_time = '', $text = '', $other_akey = '', $after = ''): array
{
    return apez_call('bank.transactions', func_get_args());
}

/**
 * Moves an amount from one account to another account of the same avatar.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns both accounts. A name is taken too.
 * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
 * @param string $from_account_name The account that pays.
 * @param string $to_account_name The account that receives; in the same currency.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id.
 */
function bank_transfer($capabilities, $akey, $amount, $from_account_name, $to_account_name, $comment, $request_id = ''): array
{
    return apez_call('bank.transfer', func_get_args());
}

/**
 * Gives money that was held back to the payer.
 *
 * For the payee only; the payer waits until it expires. The same call again changes nothing and returns the same id.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $hold_id The id that bank.hold returned.
 * @return array array(bool, mixed): The transaction id. Nothing was moved, so no statement shows it.
 */
function bank_voidHold($capabilities, $hold_id): array
{
    return apez_call('bank.voidHold', func_get_args());
}

/**
 * Answers with the value that it is sent.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param mixed $value Anything.
 * @return array array(bool, mixed): The same value.
 */
function diagnostics_echo($value): array
{
    return apez_call('diagnostics.echo', func_get_args());
}

/**
 * Adds an avatar to a group, or changes the percentage and office of a member.
 *
 * The member gets the percentage that is given and the others keep theirs; then all are scaled in these proportions, so that the
 * sum is 100: 60, 40 and a new 50 come to 40, 26.666667 and 33.333333, and 80 for the second of 60 and 40 to 42.857143 and
 * 57.142857. So a call that is sent twice scales twice, unless both have the same request_id. A member who is alone has 100, whatever is given; so has one beside
 * whom the others have nothing, but 0 leaves them equal parts.
 * Percentages are exact fractions, however often they are changed; only where they would need more than 100 digits
 * they are brought back to 100 digits, by largest remainder.
 * A group has at most 1000 members.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param string $new_member_key_or_name Key or name of the avatar who is to be a member.
 * @param string $new_member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
 * @param float $new_member_percent 0 to 100, before all are scaled; -1: a new member gets 100 / n of what are then n members, and an existing one keeps theirs.
 * @param int $new_member_as_officer 1: an officer; 0: a regular member; left out or -1: a new member is none, an existing one stays what it is.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): `added`, or `updated` where the avatar was a member already.
 */
function general_addToGroup($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $new_member_key_or_name, $new_member_agent_realm = '', $new_member_percent = -1, $new_member_as_officer = -1, $request_id = ''): array
{
    return apez_call('general.addToGroup', func_get_args());
}

/**
 * Gives the avatar who is logged in another password, and revokes all that the avatar holds or gave.
 *
 * The login of this call is revoked too: log in again. Grants, narrowed logins and groups capabilities end, and standing orders;
 * holds stay. No payment is booked on any of it once this has answered, by any server. A wrong old password counts as a failed login,
 * and after ten each further attempt has to wait: the fault rate_limited tells how many seconds. Taken over TLS and from the same
 * machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $old_password The password until now.
 * @param string $new_password The one from now on: 1 to 1024 bytes.
 * @return array array(bool, mixed): 1.
 */
function general_changePassword($capabilities, $old_password, $new_password): array
{
    return apez_call('general.changePassword', func_get_args());
}

/**
 * Creates a group of the avatar who calls, who is its first member: an officer with 100 percent.
 *
 * An avatar has at most 100 groups, no two of which have the same name in any case; other avatars may use it too.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The group's key, a UUID in lower case.
 */
function general_createGroup($capabilities, $group_name, $request_id = ''): array
{
    return apez_call('general.createGroup', func_get_args());
}

/**
 * Dissolves a group for good.
 *
 * Nobody is a member any more, its name is free again, and its key is never given to another group. Officers can not do this.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @return array array(bool, mixed): 1.
 */
function general_dissolveGroup($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name): array
{
    return apez_call('general.dissolveGroup', func_get_args());
}

/**
 * Enrols an in-world object, or a device, of the avatar who calls: it gets a secret to sign its requests with.
 *
 * Signed requests to the relay need no password and no trusted grid. What the object may do is that of its owner, within the limits, which count over all
 * capabilities that it asks for together. Enrolling it again gives it another secret and other limits, and ends what it had. Nobody else can enrol
 * the key then, but an owner in-world through the object itself, from a grid that the operator trusts. It ends with the login that it was enrolled on
 * where that is revoked. At most 5000 for an avatar.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
 * @param string $name What the owner calls it.
 * @param int $valid_for_secs Seconds until it ends; 0: until it is revoked.
 * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
 * @return array array(bool, mixed): The key in lower case, and the secret, which is shown this once.
 */
function general_enrollObject($capabilities, $object_key, $name, $valid_for_secs = 0, $limits = array()): array
{
    return apez_call('general.enrollObject', func_get_args(), array(4));
}

/**
 * Tells an avatar's key by its name.
 *
 * Names match in any case. A key is taken too, and comes back in lower case if somebody is registered under it.
 *
 * @param string $avatar_name The avatar's name.
 * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
 * @return array array(bool, mixed): The key, a UUID in lower case.
 */
function general_getAvatarKey($avatar_name, $realm = ''): array
{
    return apez_call('general.getAvatarKey', func_get_args());
}

/**
 * Gives a login capability of the owner of the in-world object that calls, for the password. Only over the relay.
 *
 * The owner is who the simulator of a trusted grid, or the signature, says. The password goes over the network, so it is taken over TLS alone, as by
 * general.loginWithPassword; an enrolled object needs none: general.getObjectCapability.
 *
 * @param string $password The password of the object's owner, at most 1024 bytes.
 * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability, for the capabilities field of other calls.
 */
function general_getAvatarLoginCapability($password, $valid_for_secs): array
{
    return apez_call('general.getAvatarLoginCapability', func_get_args());
}

/**
 * Tells an avatar's name by its key.
 *
 * A name is taken too, in any case, and comes back as it was registered.
 *
 * @param string $akey The avatar's key.
 * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
 * @return array array(bool, mixed): The name.
 */
function general_getAvatarName($akey, $realm = ''): array
{
    return apez_call('general.getAvatarName', func_get_args());
}

/**
 * Tells an avatar's number: what the gateway, rooms and studios call an avatar by.
 *
 * @param string $key_or_name The avatar's key or name.
 * @return array array(bool, mixed): A whole number from 1, which never changes.
 */
function general_getAvatarUserId($key_or_name): array
{
    return apez_call('general.getAvatarUserId', func_get_args());
}

/**
 * Gives a login capability for the right answer to a challenge.
 *
 * challenge_response = md5(challenge + akey + md5(password)), hex in either case; the inner md5 is lower-case hex, and akey is
 * spelled as in this call. A failed login is a fault, the same for every reason, and uses up the challenge. After ten failures
 * each further attempt has to wait: the fault rate_limited tells how many seconds.
 *
 * @param string $akey Key of the avatar who is to be logged in, as it was given to general.getLoginChallenge.
 * @param string $challenge_response The answer.
 * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability, for the capabilities array of other calls.
 */
function general_getLoginCapability($akey, $challenge_response, $valid_for_secs): array
{
    return apez_call('general.getLoginCapability', func_get_args());
}

/**
 * Gives the challenge that a login is to answer.
 *
 * Good for one attempt within 60 seconds. A key or name that nobody has gets one as well: it tells nothing about who exists.
 *
 * @param string $akey Key of the avatar who is to be logged in. A name is taken too.
 * @return array array(bool, mixed): The challenge, 40 hex digits.
 */
function general_getLoginChallenge($akey): array
{
    return apez_call('general.getLoginChallenge', func_get_args());
}

/**
 * Gives an enrolled object a capability of its owner, within its limits and without a password. Only over the relay.
 *
 * It ends with the object. One with limits gets a login, which opens the accounts of the bank that its limits name, and nothing else.
 *
 * @param string $kind `login`; or `groups`, which opens the groups that its owner has created.
 * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability, for the capabilities field of other calls.
 */
function general_getObjectCapability($kind, $valid_for_secs): array
{
    return apez_call('general.getObjectCapability', func_get_args());
}

/**
 * Creates a capability for the groups that the avatar who is logged in created, with the right to change them.
 *
 * It works alone: whoever has it can use it, without a login, as an in-world script does. It reaches the groups of this avatar
 * and nothing else, and can be revoked with general.revokeCapability. Use it with caution: percentages say who is paid.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability.
 */
function general_grantGroupsCapability($capabilities, $valid_for_secs = 86400): array
{
    return apez_call('general.grantGroupsCapability', func_get_args());
}

/**
 * Tells whether an avatar is a member of a group.
 *
 * Somebody whom nobody knows is no member, and no fault.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param string $member_key_or_name Key or name of the avatar who is looked for.
 * @param string $member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
 * @return array array(bool, mixed): 1 or 0.
 */
function general_isGroupMember($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $member_key_or_name, $member_agent_realm = ''): array
{
    return apez_call('general.isGroupMember', func_get_args());
}

/**
 * Lists the members of a group with their percentages, in the order in which they joined.
 *
 * Percentages are kept as exact fractions and shown to the sixth decimal, rounded so that those of all members sum to exactly
 * 100: of three equal members the first has 33.333334. What a payment to the group is shared by are the fractions.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param string $format One of: array, csv.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; -1 for all.
 * @return array array(bool, mixed): For `array` triples of key, name and percentage; for `csv` one text of the same, all separated by commas.
 */
function general_listGroupMembers($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $format = 'array', $offset = 0, $limit = -1): array
{
    return apez_call('general.listGroupMembers', func_get_args());
}

/**
 * Lists the officers of a group, who may manage it as its creator does, in the order in which they joined.
 *
 * The creator may do so without being one. general.addToGroup gives and takes the office.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @return array array(bool, mixed): Pairs of key and name.
 */
function general_listGroupOfficers($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name): array
{
    return apez_call('general.listGroupOfficers', func_get_args());
}

/**
 * Lists the groups that an avatar created, in the order of their names.
 *
 * Groups that were dissolved are not listed. general.listMemberships lists the groups that the caller is in.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $groups_creator_key_or_name Key or name of the avatar whose groups are listed. Empty: the caller.
 * @param string $groups_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string $format One of: array, csv.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; -1 for all.
 * @return array array(bool, mixed): For `array` pairs of group key and group name; for `csv` one text of the same, all separated by commas.
 */
function general_listGroupsCreated($capabilities, $groups_creator_key_or_name, $groups_creator_agent_realm = '', $format = 'array', $offset = 0, $limit = -1): array
{
    return apez_call('general.listGroupsCreated', func_get_args());
}

/**
 * Lists the groups that the avatar who is logged in is a member of, in the order in which it joined them.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 100.
 * @param string $after The group_key of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Groups; percent is what the avatar has of each, to the sixth decimal, and officer is 1 or 0.
 */
function general_listMemberships($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('general.listMemberships', func_get_args());
}

/**
 * Lists the objects that the avatar who calls has enrolled and not revoked, the newest first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The object_key of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): Objects: limits as they were put on; expires is not there where it is good until it is revoked; dispenser is whether an operator lets it hand over payouts. Times in UTC.
 */
function general_listObjects($capabilities, $after = '', $limit = 100): array
{
    return apez_call('general.listObjects', func_get_args());
}

/**
 * Gives a login capability for a password.
 *
 * Taken over TLS and from the same machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1. The password is compared
 * as it was set, byte by byte in UTF-8. A failed login is a fault, the same for every reason. Wrong passwords count together with
 * wrong answers to challenges: after ten each further attempt has to wait, and the fault rate_limited tells how many seconds.
 *
 * @param string $akey Key of the avatar who is to be logged in. A name is taken too.
 * @param string $password The password, at most 1024 bytes.
 * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability, for the capabilities array of other calls.
 */
function general_loginWithPassword($akey, $password, $valid_for_secs): array
{
    return apez_call('general.loginWithPassword', func_get_args());
}

/**
 * Derives a capability with less from one that the caller holds: for a script, an object, or a device that may be lost.
 *
 * What is spent on it counts on the one that it was derived from too, and it dies with that. Nothing can be more than it was: limits that are left out
 * stay as they are. Logins and bank.full grants keep all limits, bank.read grants accounts only; others can be narrowed in time alone. A login with limits opens nothing but the bank's
 * accounts. At most eight, one out of the other. bank.listGrants lists it, bank.revokeGrant revokes it by its jti.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $capability What it is to be derived from; a grant needs the login of its holder beside it.
 * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
 * @param int $valid_for_secs Seconds until it expires; 0: together with the one that it is derived from.
 * @return array array(bool, mixed): The new capability.
 */
function general_narrowCapability($capabilities, $capability, $limits, $valid_for_secs = 0): array
{
    return apez_call('general.narrowCapability', func_get_args(), array(2));
}

/**
 * Lists what the avatar who is logged in was notified of, newest first.
 *
 * With unread_only those listed are read from then on and no other call gets them this way: a device that polls gets each
 * one once, and asks again with offset 0; over the relay the same request (nonce) gets the same ones. Without it nothing is changed, and everything is listed, read or not.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @param int $unread_only Whether to list, and mark as read, only what was not read before.
 * @param string $after The id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Notifications: time in UTC; kind is for programs (`payment`), text for people; reference is what it is about, such as a transaction id; read is whether it was read before.
 */
function general_notifications($capabilities, $offset = 0, $limit = 100, $unread_only = 0, $after = ''): array
{
    return apez_call('general.notifications', func_get_args());
}

/**
 * Takes a member out of a group.
 *
 * The percentages of the others are rescaled in the proportions they have, so that the sum is 100 again. A group always has an
 * officer: the only one can not be taken out. A member may leave a group by itself; the creator stays its creator, member or not.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param string $member_key_or_name Key or name of the member.
 * @param string $member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
 * @return array array(bool, mixed): `ok`, `notmember`, or `onlyofficer`, where nothing was changed.
 */
function general_removeFromGroup($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $member_key_or_name, $member_agent_realm = ''): array
{
    return apez_call('general.removeFromGroup', func_get_args());
}

/**
 * Gives a group another name; its key stays.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param string $group_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @return array array(bool, mixed): 1.
 */
function general_renameGroup($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $group_name): array
{
    return apez_call('general.renameGroup', func_get_args());
}

/**
 * Revokes a capability that the caller granted or holds, and all that were derived from it.
 *
 * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
 * it the grants that were given on it and the standing orders that it started; holds stay. One that has expired or was revoked before
 * is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $capability The capability to revoke.
 * @return array array(bool, mixed): 1.
 */
function general_revokeCapability($capabilities, $capability): array
{
    return apez_call('general.revokeCapability', func_get_args());
}

/**
 * Ends an enrolled object, with every capability that it was given.
 *
 * No payment is booked on them once this has answered, by any server; everything else stops within a second. Again is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
 * @return array array(bool, mixed): 1.
 */
function general_revokeObject($capabilities, $object_key): array
{
    return apez_call('general.revokeObject', func_get_args());
}

/**
 * Gives an enrolled object another secret. The one before is worth nothing from then on, in every server within a second.
 *
 * What it has spent goes on counting, and the capabilities that it has stay good; general.enrollObject and general.revokeObject end them.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
 * @return array array(bool, mixed): The new secret, which is shown this once.
 */
function general_rotateObject($capabilities, $object_key): array
{
    return apez_call('general.rotateObject', func_get_args());
}

/**
 * Gives several members of a group their percentages in one step.
 *
 * As general.addToGroup for each, but scaled once: where all members are named and the sum is 100, that is exactly what they have, and
 * the same call again changes nothing. Those who are not named keep theirs until all are scaled. Who is no member becomes one, without an office.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to. A groups capability works alone.
 * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
 * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
 * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
 * @param array[] $percentages Structs of member (key or name of an avatar) and percent (0 to 100, six decimals), at most 100.
 * @return array array(bool, mixed): 1.
 */
function general_setGroupPercentages($capabilities, $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $percentages): array
{
    return apez_call('general.setGroupPercentages', func_get_args());
}

/**
 * Tells whether the services are up.
 *
 * The first is true where an in-world object of a grid that the operator knows has called within two minutes; what is paid to `avatar` waits for one.
 *
 * @return array array(bool, mixed): Two booleans: connected to the grid, site up.
 */
function general_siteStatus(): array
{
    return apez_call('general.siteStatus', func_get_args());
}

/**
 * Lists how the friends of a user answered what the user had asked for, the newest answer first.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): Answers: user is the friend, resp is `accept` or `deny`, extra has the attributes of the reply. Times in UTC.
 */
function gifts_answers($app_id, $secret_key, $mode, $user_id, $offset = 0, $limit = 100): array
{
    return apez_call('gifts.answers', func_get_args());
}

/**
 * Accepts a friend's request for money or a product, and gives it.
 *
 * Who calls is the friend: the user of the app who is this avatar. The money goes to `working` of who asked, or the product is bought for them as by
 * vend.buy. The payment and the answer are one transaction. The same call again gives nothing twice. Denying is for gifts.reply.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $gift_request_id The id of the gift request.
 * @param mixed $custom Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
 * @param string $account_name The account of the caller that pays.
 * @param int|float|string $max_price The most that a product may cost, in major units; -1 (not advised): whatever it costs by then.
 * @return array array(bool, mixed): 1.
 */
function gifts_give($capabilities, $gift_request_id = '', $custom = array(), $account_name = 'working', $max_price = -1): array
{
    return apez_call('gifts.give', func_get_args());
}

/**
 * Lists what the friends of a user ask for and the user has not answered, expired requests too.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param int $start How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @param string $sort By the time at which they expire: `asc` or `desc`.
 * @return array array(bool, mixed): Requests: extra has the attributes that the app gave, user is who asks. amount (major units) and currency, or prod_id, are there where the gift is money or a product. Times in UTC.
 */
function gifts_list($app_id, $secret_key, $mode, $user_id, $start = 0, $limit = 100, $sort = 'asc'): array
{
    return apez_call('gifts.list', func_get_args());
}

/**
 * Adds a user to an app, or gives one another profile.
 *
 * A user may go by several ids, one for each mode; the profile tells the others. What the profile leaves out is not known any more, but the id by
 * which the user is named. Who is an `avatar` here, by key or name, is notified of requests and replies, and can ask for money and products.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param array $profile first_name and last_name; lang, such as `it`; and the ids email, fbid, twitterid, googleid, deviceid, username, avatar. All may be left out.
 * @return array array(bool, mixed): 1.
 */
function gifts_putUser($app_id, $secret_key, $mode, $user_id, $profile): array
{
    return apez_call('gifts.putUser', func_get_args(), array(4));
}

/**
 * Accepts or denies a friend's request for a gift.
 *
 * Each friend answers once: the same answer again is taken for a retry, another one is refused. Who asked is notified (kind `gift_reply`) where they
 * are an avatar, and finds it in gifts.answers. To accept what asks for money or a product takes more than the app: gifts.give.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param string $gift_request_id The id of the gift request.
 * @param string $resp `accept` or `deny`.
 * @param mixed $custom Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
 * @return array array(bool, mixed): 1.
 */
function gifts_reply($app_id, $secret_key, $mode, $user_id, $gift_request_id = '', $resp = 'accept', $custom = array()): array
{
    return apez_call('gifts.reply', func_get_args());
}

/**
 * Asks all friends of a user for a gift.
 *
 * Friends who are avatars are notified (kind `gift_request`). With an amount, or a product, whoever accepts gives that: gifts.give. The operator's
 * module may refuse (gifts.vetoed). Expired requests stay in lists, and are forgotten after a week; at most 1000 of one user are kept.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param int $expiry Seconds until the request expires, 1 to 31536000.
 * @param mixed $custom Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
 * @param int|float|string $amount Money that each friend who accepts gives, in major units of the currency of the user's `working`; 0: none.
 * @param int $prod_id A product of the vendors here that each friend who accepts buys for the user; 0: none.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The id of the gift request: 32 hexadecimal digits.
 */
function gifts_request($app_id, $secret_key, $mode, $user_id, $expiry = 86400, $custom = array(), $amount = 0, $prod_id = 0, $request_id = ''): array
{
    return apez_call('gifts.request', func_get_args());
}

/**
 * Says who the friends of a user are, in place of those before.
 *
 * They are friends of the user and the user is theirs. Whoever is left out is no friend any more, on both sides.
 *
 * @param string $app_id The id of the app: letters and digits.
 * @param string $secret_key The secret key of the app.
 * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
 * @param string $user_id The id of the user.
 * @param string[] $friends Ids of users of the app, of the same mode; at most 1000.
 * @return array array(bool, mixed): 1.
 */
function gifts_setFriends($app_id, $secret_key, $mode, $user_id, $friends): array
{
    return apez_call('gifts.setFriends', func_get_args());
}

/**
 * An object in-world tells that it is a unit of a location, and where it stands.
 *
 * A unit that is not there is created, at the price that is given. Of one that is there, model, region and position become those that are given,
 * and the price stays what it is: lease.updateUnit changes that. Telling the same again is harmless, and no entry in the history.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number.
 * @param string $model What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters.
 * @param string $region Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet.
 * @param float $x Position within the region, in metres.
 * @param float $y As x.
 * @param float $z As x.
 * @param int $rate Its price: whole major units for each period.
 * @param string $period The period: hour, day, week, month; a month is 30 days.
 * @return array array(bool, mixed): `added`, or `updated` where it was there already.
 */
function lease_announceUnit($capabilities, $owner_akey, $location_name, $unit_name, $model, $region, $x, $y, $z, $rate, $period = 'week'): array
{
    return apez_call('lease.announceUnit', func_get_args());
}

/**
 * Creates a location: a place with units for rent, which share its settings.
 *
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
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @param array $settings What is to differ from the settings of a new location.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The name of the location, as it is kept.
 */
function lease_createLocation($capabilities, $owner_akey, $location_name, $settings = array(), $request_id = ''): array
{
    return apez_call('lease.createLocation', func_get_args(), array(3));
}

/**
 * Creates a unit at a location: a space that can be rented.
 *
 * A location has at most 10000, no two of which have the same name in any case. An object in-world does it with lease.announceUnit.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Its name: up to 63 characters without commas, `::` and invisible characters, no key; the number after its last `#` is its number.
 * @param int $rate Its price: whole major units for each period.
 * @param string $period The period: hour, day, week, month; a month is 30 days.
 * @param string $model What sort of space or object it is: up to 63 characters without commas, `::` and invisible characters.
 * @param string $region Region (sim) in which it stands: up to 63 characters without commas, `::` and invisible characters, and no slash; empty: none yet.
 * @param float $x Position within the region, in metres.
 * @param float $y As x.
 * @param float $z As x.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The name of the unit, as it is kept.
 */
function lease_createUnit($capabilities, $owner_akey, $location_name, $unit_name, $rate, $period = 'week', $model = '', $region = '', $x = 0, $y = 0, $z = 0, $request_id = ''): array
{
    return apez_call('lease.createUnit', func_get_args());
}

/**
 * Buys more time for a lease, paid by who calls: its lessee, or the alternate payer.
 *
 * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
 * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
 * retry gets the first answer, whatever has become of the lease since.
 * The time is added to what is paid already. That of an overdue lease is added to where it was paid until: the time since then is paid for.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param int $secs Seconds to buy.
 * @param string $account_name The caller's account that pays.
 * @param int|float|string $max_amount The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
 */
function lease_extend($capabilities, $owner_akey, $location_name, $unit_name, $secs, $account_name = 'working', $max_amount = -1, $request_id = ''): array
{
    return apez_call('lease.extend', func_get_args());
}

/**
 * Takes the one free extension that each lease has where its location gives any.
 *
 * Its lessee or the alternate payer may take it, at any time of the lease, also while it is overdue. How long it is the location says.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @return array array(bool, mixed): The lease, the seconds that were added, and when it is paid until.
 */
function lease_extendFree($capabilities, $owner_akey, $location_name, $unit_name): array
{
    return apez_call('lease.extendFree', func_get_args());
}

/**
 * Creates a capability that allows another avatar to see and change all lease locations and units, and to end leases, of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability.
 */
function lease_grantManageCapability($capabilities, $auth_akey, $valid_for_secs): array
{
    return apez_call('lease.grantManageCapability', func_get_args());
}

/**
 * Creates a capability that allows another avatar to see all lease locations, units and their history of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability.
 */
function lease_grantReadCapability($capabilities, $auth_akey, $valid_for_secs): array
{
    return apez_call('lease.grantReadCapability', func_get_args());
}

/**
 * Lists everything that changed at a location, newest first, and who did it.
 *
 * Types: new, extend, terminated, expire, transfer, payer (of leases); unit, price, location, access, manager (of what the owner and managers changed).
 * agent_* is the lessee, or whom the change is about; actor_* is who did it; both empty where there is nobody, such as the server that lets a lease expire.
 * amount is what was paid, or for terminated what went back; transaction_id is that of bank.transaction, empty where nothing was paid.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $cursor What the page before gave; empty: the first page.
 * @param int $limit How many to list, at most 1000.
 * @param string $after The id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): A page of entries, times in UTC, and the cursor of the next page: empty on the last one.
 */
function lease_history($capabilities, $owner_akey, $location_name, $cursor = '', $limit = 100, $after = ''): array
{
    return apez_call('lease.history', func_get_args());
}

/**
 * Lists who is banned from renting at a location, and who is allowed to.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $access Which ones to list: all, ban, allow.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @param string $after The akey of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Avatars in the order in which they came onto the list; access is ban or allow.
 */
function lease_listAccess($capabilities, $owner_akey, $location_name, $access = 'all', $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('lease.listAccess', func_get_args());
}

/**
 * Lists the managers of a location with their rights.
 *
 * There are at most 100. Officers of the manager group are not among them; lease.locationDetails tells which group that is.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @return array array(bool, mixed): Managers, in the order in which they became it; lease.setManager explains the rights.
 */
function lease_listManagers($capabilities, $owner_akey, $location_name): array
{
    return apez_call('lease.listManagers', func_get_args());
}

/**
 * Tells the settings of a location.
 *
 * lease.createLocation explains them. lease.locationStats counts its units.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @return array array(bool, mixed): The settings; groups by their keys, empty where there is none.
 */
function lease_locationDetails($capabilities, $owner_akey, $location_name): array
{
    return apez_call('lease.locationDetails', func_get_args());
}

/**
 * Lists the names of the lease locations of an owner.
 *
 * lease.managedLocations lists those that the caller manages for others.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @return array array(bool, mixed): The names, in their order.
 */
function lease_locationNames($capabilities, $owner_akey): array
{
    return apez_call('lease.locationNames', func_get_args());
}

/**
 * Counts the units at a location.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @return array array(bool, mixed): total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
 */
function lease_locationStats($capabilities, $owner_akey, $location_name): array
{
    return apez_call('lease.locationStats', func_get_args());
}

/**
 * Lists what happened at a location, newest first.
 *
 * The three parameters of the document alone are enough where the capability comes as `Authorization: Bearer`.
 * type is new, extend, terminated or expire, as documented; or one of ours: transfer, payer (of a lease), unit, price, location, access, manager
 * (what owner and managers changed). agent_key and agent_name are the lessee, or whom the change is about; empty where it is about nobody.
 * amount is in whole major units, rounded, and no more than an int holds: what was paid, or for terminated what went back.
 * lease.history tells more: who did it, exact amounts, the change in words, and everything in pages.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $count_limit How many entries to list; 100 at most, also where more are asked for.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
 * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
 * @return array array(bool, mixed): Arrays of time (UTC, as `2006-10-23 03:08:00Z`), type, owner_akey, unit_object_name, location_name, agent_key, agent_name, amount and duration_secs.
 */
function lease_logs($capabilities, $count_limit, $owner_akey, $location_name, $from_time = '', $to_time = ''): array
{
    return apez_call('lease.logs', func_get_args());
}

/**
 * Lists the locations of others at which the avatar who is logged in is a manager or in the manager group.
 *
 * rights are all that the avatar has there, both ways together. Groups that the avatar joined later than 1000 others are not looked at.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @param string $after The owner_akey of the last one of the page before, a slash and its location_name; empty for the first page.
 * @return array array(bool, mixed): Locations in the order of their owners and names; lease.setManager explains the rights.
 */
function lease_managedLocations($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('lease.managedLocations', func_get_args());
}

/**
 * Lists what the avatar who is logged in leases or may pay for as alternate payer, the soonest to end first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; -1 for 100.
 * @param string $after The lease_id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Leases: payer_akey is the alternate payer, empty for nobody; secs_remaining of what is paid, below 0 where it is overdue; expires is when it ends unless it is extended; free_extension_secs is 0 where there is none (any more).
 */
function lease_myLeases($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('lease.myLeases', func_get_args());
}

/**
 * Lists what a location offers: its units with their prices, and the terms.
 *
 * Anybody who is logged in may ask. Units that are leased are listed too, with vacant 0; who has them is not told. rate is in whole major units of
 * the currency for each period, week_rate the same a week. members_only is 1 where only members of a group and those on a list may rent.
 * discounts and the other terms are those of lease.createLocation. In the order of the names.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $cursor What the page before gave; empty: the first page.
 * @param int $limit How many to list, at most 1000.
 * @param string $after The unit_name of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): The terms, a page of units, and the cursor of the next page: empty on the last one.
 */
function lease_offers($capabilities, $owner_akey, $location_name, $cursor = '', $limit = 100, $after = ''): array
{
    return apez_call('lease.offers', func_get_args());
}

/**
 * Tells what the caller would pay for time at a unit: to rent it, or to extend the lease that they have or may pay for.
 *
 * Either secs or amount is given. For an amount the answer is the longest time that costs no more, to the second; where a discount for
 * longer terms makes more time cheaper, that is taken. Prices are rounded up to the smallest unit of the currency, of which the shortest
 * time costs one. What renting or extending would be refused for this is refused for too, but for what is about the money: who lacks it may ask,
 * and so may the owner, who can not rent.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param int $secs Seconds to buy; 0 where an amount is given.
 * @param int|float|string $amount Major units to spend; 0 where seconds are given.
 * @return array array(bool, mixed): The seconds and their price in major units; discount_percent that it has off; paid_until when the lease would be paid; min_secs and max_secs that can be bought now; revision counts the changes of price and terms.
 */
function lease_quote($capabilities, $owner_akey, $location_name, $unit_name, $secs = 0, $amount = 0): array
{
    return apez_call('lease.quote', func_get_args());
}

/**
 * Tells what would be paid back if the caller ended a lease now, and to whom.
 *
 * It gets less with every second. Each who got a part of what was paid is a side, and gives back of what they got. While something is
 * missing the lease ends only where the owner pays that, or where the lessee does without a refund (lease.terminate).
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @return array array(bool, mixed): The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), who gets what of it, who gives it and what each is short of (on_its_way: what they were paid waits to be handed over in-world), and what is missing in all.
 */
function lease_refundPreview($capabilities, $owner_akey, $location_name, $unit_name): array
{
    return apez_call('lease.refundPreview', func_get_args());
}

/**
 * Counts the units of an owner that stand in a region, at whichever of their locations.
 *
 * For a region in which the owner has none, or that nobody knows, all four are 0.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $region Name of the region (sim), in any case; empty: units of which no region is known.
 * @return array array(bool, mixed): total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
 */
function lease_regionStats($capabilities, $owner_akey, $region): array
{
    return apez_call('lease.regionStats', func_get_args());
}

/**
 * Removes a location with all of its units, none of which may be leased.
 *
 * Its name is free again. Its managers and its list of those who are banned or allowed go with it, and its history is not shown any more.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @return array array(bool, mixed): 1.
 */
function lease_removeLocation($capabilities, $owner_akey, $location_name): array
{
    return apez_call('lease.removeLocation', func_get_args());
}

/**
 * Removes a unit that nobody has leased.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @return array array(bool, mixed): 1.
 */
function lease_removeUnit($capabilities, $owner_akey, $location_name, $unit_name): array
{
    return apez_call('lease.removeUnit', func_get_args());
}

/**
 * Rents a vacant unit for so many seconds, which the avatar who is logged in pays for.
 *
 * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
 * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
 * retry gets the first answer, whatever has become of the lease since. An owner can not rent their own unit. The owner is notified.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param int $secs Seconds to buy.
 * @param string $account_name The caller's account that pays.
 * @param int|float|string $max_amount The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
 */
function lease_rent($capabilities, $owner_akey, $location_name, $unit_name, $secs, $account_name = 'working', $max_amount = -1, $request_id = ''): array
{
    return apez_call('lease.rent', func_get_args());
}

/**
 * Bans an avatar from renting at a location, allows it to rent there, or takes it off that list.
 *
 * A ban stands above everything: who is banned can neither rent nor extend, and no lease can be transferred to them; a lease that they have runs out.
 * As soon as anybody is allowed, only those who are, and the members of the tenant group where there is one, can rent.
 * At most 1000 avatars are on the list of a location.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $akey Key or name of the avatar.
 * @param string $access One of: ban, allow, none.
 * @return array array(bool, mixed): 1.
 */
function lease_setAccess($capabilities, $owner_akey, $location_name, $akey, $access): array
{
    return apez_call('lease.setAccess', func_get_args());
}

/**
 * Makes an avatar a manager of a location, or changes what a manager may do there.
 *
 * Rights: see (all that the owner sees); units (create, describe and remove them; a new one has a price); prices (change them);
 * access (who is banned or allowed); leases (end them, for which the owner pays the refund); settings (the terms, and which groups of the owner get the
 * income and may rent). Each comes with see. What managers do is in lease.history with their names; only the owner makes managers.
 * A location has at most 100 managers.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $akey Key or name of the avatar.
 * @param string[] $rights All that the avatar is to be allowed, of see, units, prices, access, leases, settings; none: no manager.
 * @return array array(bool, mixed): 1.
 */
function lease_setManager($capabilities, $owner_akey, $location_name, $akey, $rights): array
{
    return apez_call('lease.setManager', func_get_args());
}

/**
 * Names another avatar who may extend the lease beside its lessee, and pays for that.
 *
 * The alternate payer need not, and can neither end the lease nor pass it on. What is refunded of a payment goes to who made it, also after a
 * lease.transfer. The owner of the location can not be it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param string $payer_akey Key of the other avatar; a name is taken too. Empty: nobody any more.
 * @return array array(bool, mixed): 1.
 */
function lease_setPayer($capabilities, $owner_akey, $location_name, $unit_name, $payer_akey): array
{
    return apez_call('lease.setPayer', func_get_args());
}

/**
 * Counts the units at all locations of an owner.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @return array array(bool, mixed): total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
 */
function lease_stats($capabilities, $owner_akey): array
{
    return apez_call('lease.stats', func_get_args());
}

/**
 * Ends a lease before its time and pays back what is unused.
 *
 * What is unused is paid back pro rata to the second, the newest purchases first, rounded down, to those who paid for it (after
 * lease.transfer what the former lessee paid to the new one). Where the lessee ends the lease it is as much of that as the location
 * refunded when it was bought (lease.refundPreview). Where the owner or a manager does it is all, but for what a manager paid: that is
 * refunded as to lessees. Each who got a part of a payment, the owner or a member of the income group, gives back of what they got, in
 * proportion, from the account that it went to. If any of them can not, nothing is ended, and the fault names each and what is missing.
 * The owner may choose to pay that (cover). What a member of the group would pay back to themselves stays where it is. Those who did not
 * end the lease are notified.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param int $refund 0: the lessee ends the lease without a refund.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @param int $cover 1: the owner pays what others are short of; nobody else may choose that.
 * @return array array(bool, mixed): The lease, what was paid back in major units, the unused seconds, and the payment (empty where nothing was paid back).
 */
function lease_terminate($capabilities, $owner_akey, $location_name, $unit_name, $refund = 1, $request_id = '', $cover = 0): array
{
    return apez_call('lease.terminate', func_get_args());
}

/**
 * Gives a lease, with all that is paid, to another avatar.
 *
 * The new lessee must be one who may rent at the location. They get what is refunded of what the former lessee paid; what others
 * paid stays theirs. The alternate payer is forgotten. Nobody but the lessee can give it away: the owner and managers end a lease
 * (lease.terminate), which pays the lessee back. The new lessee and the owner are notified.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param string $to_akey Key of the new lessee; a name is taken too.
 * @return array array(bool, mixed): 1.
 */
function lease_transfer($capabilities, $owner_akey, $location_name, $unit_name, $to_akey): array
{
    return apez_call('lease.transfer', func_get_args());
}

/**
 * Tells about the units at a location, in the order of their names.
 *
 * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
 * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
 * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; -1 for all.
 * @param string $format One of: std, compact.
 * @return array array(bool, mixed): For `std` arrays of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same, eight fields a unit, all separated by commas.
 */
function lease_unitDetailsAtLocation($capabilities, $owner_akey, $location_name, $offset = 0, $limit = -1, $format = 'std'): array
{
    return apez_call('lease.unitDetailsAtLocation', func_get_args());
}

/**
 * Tells about one unit at a location, by its name.
 *
 * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
 * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
 * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param string $format One of: std, compact.
 * @return array array(bool, mixed): For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
 */
function lease_unitDetailsByName($capabilities, $owner_akey, $location_name, $unit_name, $format = 'std'): array
{
    return apez_call('lease.unitDetailsByName', func_get_args());
}

/**
 * Tells about one unit at a location, by its number: the digits after the last `#` of its name.
 *
 * Where several units have the number, the first one in the order of names is told of.
 * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
 * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
 * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param int $unit_number Number of the unit: 7 for `Shop #7` and for `Shop #07`.
 * @param string $format One of: std, compact.
 * @return array array(bool, mixed): For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
 */
function lease_unitDetailsByNumber($capabilities, $owner_akey, $location_name, $unit_number, $format = 'std'): array
{
    return apez_call('lease.unitDetailsByNumber', func_get_args());
}

/**
 * Lists the names of the units at a location.
 *
 * In the order of the names, as all lists of units: numbers in them count as numbers, so that `Shop #2` stands before `Shop #10`.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; -1 for all.
 * @param string $format One of: std, compact.
 * @return array array(bool, mixed): For `std` an array of names; for `compact` one text of the same, separated by commas.
 */
function lease_unitNamesAtLocation($capabilities, $owner_akey, $location_name, $offset = 0, $limit = -1, $format = 'std'): array
{
    return apez_call('lease.unitNamesAtLocation', func_get_args());
}

/**
 * Changes the settings of a location, or its name.
 *
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
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param array $settings What is to change.
 * @param string $new_name What the location is to be called; empty: as it is called.
 * @return array array(bool, mixed): The name of the location.
 */
function lease_updateLocation($capabilities, $owner_akey, $location_name, $settings, $new_name = ''): array
{
    return apez_call('lease.updateLocation', func_get_args(), array(3));
}

/**
 * Changes what a unit is called, where it stands, or what it costs.
 *
 * The struct may have the members name, model, region, x, y, z (metres), rate and period; what is left out stays as it is. A new price is that of
 * whoever rents or extends from now on; what is paid stays paid.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
 * @param string $location_name Name of the lease location, in any case.
 * @param string $unit_name Name of the unit (space) at the location, in any case.
 * @param array $changes What is to change.
 * @return array array(bool, mixed): The name of the unit.
 */
function lease_updateUnit($capabilities, $owner_akey, $location_name, $unit_name, $changes): array
{
    return apez_call('lease.updateUnit', func_get_args(), array(4));
}

/**
 * Adds an app whose users ask each other for gifts, or gives one another secret key.
 *
 * For an app that is there, of the same owner, the secret key before is worth nothing from then on. The key is shown this once.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $app_id The id of the app: letters and digits.
 * @param string $owner_akey Key or name of the avatar who owns the app.
 * @return array array(bool, mixed): The secret key, with which the app calls: 32 hexadecimal digits.
 */
function operator_addApp($capabilities, $app_id, $owner_akey): array
{
    return apez_call('operator.addApp', func_get_args());
}

/**
 * Registers an avatar.
 *
 * Spaces around a name go, several inside become one. Names that differ only in case, or in the width or font of letters, are the same name.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @param string $password 1 to 1024 bytes; empty registers an avatar without a login, who is paid in-world.
 * @param string $akey The grid's key for the avatar; empty: a new one is made.
 * @param string $email An address, or empty for none.
 * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
 * @return array array(bool, mixed): The avatar's key, in lower case: that of the grid, or one of ours where another grid has given one that is taken here.
 */
function operator_addAvatar($capabilities, $name, $password, $akey = '', $email = '', $realm = ''): array
{
    return apez_call('operator.addAvatar', func_get_args());
}

/**
 * Adds a currency, for good.
 *
 * Neither code nor scale can be changed afterwards. The same again changes nothing. Codes match in any case.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $code 1 to 16 printable characters without spaces, commas, # and :.
 * @param int $scale Number of decimal places: a currency of scale 2 counts in hundredths.
 * @return array array(bool, mixed): 1.
 */
function operator_addCurrency($capabilities, $code, $scale): array
{
    return apez_call('operator.addCurrency', func_get_args());
}

/**
 * Adds a grid whose objects may call, or changes the one of that name.
 *
 * What a script says of itself in the headers of its simulator (who owns the object, where it stands) counts where it comes from one of these
 * networks with this shard. The first grid is the server's own: the empty realm and its name mean the same avatars. Each later one has avatars
 * of its own, which its name as realm finds.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @param string $shard What X-SecondLife-Shard says there, such as `Production`.
 * @param string[] $networks Where its simulators call from: addresses and networks, such as `10.1.0.0/16`, at most 100. With none, only signed objects are known.
 * @return array array(bool, mixed): 1.
 */
function operator_addGrid($capabilities, $name, $shard, $networks): array
{
    return apez_call('operator.addGrid', func_get_args());
}

/**
 * Gives somebody a capability of their own to act as an operator, for some time.
 *
 * Nobody gives scopes or time that they do not have themselves. An operator ends with the one who added it. The log tells what
 * each operator did. A name is free again once its operator has expired or is revoked; the log tells the two apart by their ids.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name What the log calls the operator; names that differ in case only are the same. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
 * @param string[] $scopes What the operator may do, one or more of `read` (lists, the audit, the chain, transactions, supply, the log, and looking at a capability); `accounts` (freezing accounts, their limits, currencies); `money` (minting, refunds, reversals, payouts); `people` (avatars, passwords, developers); `system` (operators, revocations by jti, keys, sites, apps, studios, grids, the outbox).
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability. It is stored nowhere.
 */
function operator_addOperator($capabilities, $name, $scopes, $valid_for_secs): array
{
    return apez_call('operator.addOperator', func_get_args());
}

/**
 * Adds a plan that a studio's users can subscribe to, or changes the one of that number.
 *
 * The price is for one period. The currency is one of the bank's, or three capitals such as USD that cards are charged in. A studio has at most 100 plans.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $studio The studio's name.
 * @param array $plan `{id, name, price, currency, period}`: the studio's own number for it, and `month` or `year`.
 * @return array array(bool, mixed): 1.
 */
function operator_addPlan($capabilities, $studio, $plan): array
{
    return apez_call('operator.addPlan', func_get_args(), array(2));
}

/**
 * Adds a site that sends customers into performers' rooms, and gives it its key.
 *
 * Tips of its customers are paid from this account of the owner, up to what the site says that each may spend. Whoever has the key can spend
 * all that is in the account: keep an account for it. operator.rotateRoomSite replaces a key that got out.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name What the site is called.
 * @param string $owner_akey Key or name of the avatar who pays the tips.
 * @param string $account_name The account that pays them.
 * @return array array(bool, mixed): The key, 43 characters, which is shown this once.
 */
function operator_addRoomSite($capabilities, $name, $owner_akey, $account_name = 'working'): array
{
    return apez_call('operator.addRoomSite', func_get_args());
}

/**
 * Adds a studio, or gives the one of that name another token.
 *
 * The token is shown this once. A studio that has lost it gets another one by the same call, and the one before is worth nothing then.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name 1 to 40 characters, as a name of an avatar may be. Names match in any case.
 * @return array array(bool, mixed): The token that the studio sends as authToken.
 */
function operator_addStudio($capabilities, $name): array
{
    return apez_call('operator.addStudio', func_get_args());
}

/**
 * Recomputes the books from their entries and tells whether they add up.
 *
 * Checked in one snapshot: totals against entries, numbering without gaps, each balance following from the one before,
 * two mirrored sides to every transfer, everything together being zero, held against open holds, no account below its floor,
 * closed accounts at zero, each hold against the journal that ended it, no refund above what was paid, what is paid back of
 * sales and rents by each who got it to who paid it, and of rents no more than was not used, nothing dated over a minute ahead,
 * no row of the operators' log removed or added.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @return array array(bool, mixed): Counts, the difference in minor units (0 if ok), what is wrong in words, at most 20 lines, and what has kept a name that something of the same owner has, too.
 */
function operator_audit($capabilities): array
{
    return apez_call('operator.audit', func_get_args());
}

/**
 * Tells that a payment was handed over in-world: the payer's money is gone for good.
 *
 * The money that was held goes to the bank's payout account. The same call again changes nothing and returns the same id.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $transaction_id The transaction id.
 * @param int $leg Which transfer of the transaction, as operator.listPayouts tells it.
 * @return array array(bool, mixed): The transaction id of what was moved.
 */
function operator_confirmPayout($capabilities, $transaction_id, $leg = 0): array
{
    return apez_call('operator.confirmPayout', func_get_args());
}

/**
 * Disables an avatar, so that nothing happens on its behalf, or enables it again.
 *
 * All that the avatar holds or gave is revoked as by operator.revokeAvatar, and while it is disabled it can not log in: the login fails as
 * for a wrong password. Payments to it arrive. Enabling it again revives no capability and no standing order.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar. A name is taken too.
 * @param int $disabled Whether it is to be disabled; 0 enables it again.
 * @return array array(bool, mixed): 1.
 */
function operator_disableAvatar($capabilities, $akey, $disabled): array
{
    return apez_call('operator.disableAvatar', func_get_args());
}

/**
 * Tells that a payment could not be handed over in-world: the money goes back to the payer, who is notified.
 *
 * The same call again changes nothing and returns the same id.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $transaction_id The transaction id.
 * @param int $leg Which transfer of the transaction, as operator.listPayouts tells it.
 * @return array array(bool, mixed): The transaction id. Nothing was moved, so no statement shows it.
 */
function operator_failPayout($capabilities, $transaction_id, $leg = 0): array
{
    return apez_call('operator.failPayout', func_get_args());
}

/**
 * Freezes an account, or frees it again.
 *
 * Nothing leaves a frozen account: no payment, no hold, and no hold that was made before. Money can still come in, and what is held
 * can be given back. It can not be closed.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param int $frozen 1 to freeze it, 0 to free it.
 * @return array array(bool, mixed): 1.
 */
function operator_freezeAccount($capabilities, $akey, $account_name, $frozen): array
{
    return apez_call('operator.freezeAccount', func_get_args());
}

/**
 * Tells what a capability is, whose it is, and whether it is still good.
 *
 * One that this server did not issue is an invalid parameter. Looking at a capability uses nothing of it up.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $capability The capability to look at.
 * @return array array(bool, mixed): status is `valid`, `expired` or `revoked`; holder and grantor are keys of avatars, or `operator` for the server's own capability and `operator:NAME` for an operator; limits is a struct of accounts, payees, maxEach and total, each only where there is such a limit; spent and left (major units) are there where the bank counts a total; parents are the jtis that it was derived from, nearest first; times in UTC.
 */
function operator_inspectCapability($capabilities, $capability): array
{
    return apez_call('operator.inspectCapability', func_get_args());
}

/**
 * Lists the registered avatars in the order of their names.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 1000.
 * @param string $after The akey of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works, disabled whether an operator has disabled the avatar; created in UTC.
 */
function operator_listAvatars($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('operator.listAvatars', func_get_args());
}

/**
 * Lists the grids whose objects may call.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @return array array(bool, mixed): Grids in the order of their names: home is whether it is the server's own; heard is when one of its objects called last, to half a minute, in UTC, and not there before the first.
 */
function operator_listGrids($capabilities): array
{
    return apez_call('operator.listGrids', func_get_args());
}

/**
 * Lists the operators that were added, newest first, with those that have ended.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The id of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): id is the jti of the operator's capability, by which operator.log tells apart operators who had the same name one after the other; status is `valid`, `expired`, or `revoked`, which it is too where a key that it rests on was retired; added_by is the name of another operator, or `root`; times in UTC.
 */
function operator_listOperators($capabilities, $after = '', $limit = 100): array
{
    return apez_call('operator.listOperators', func_get_args());
}

/**
 * Lists what leaves the server, such as mail, oldest first.
 *
 * state is `queued`, `sending`, `sent` or `failed`. What is sent arrives at least once: where a server dies at the wrong moment it
 * goes out again, with the same Message-ID, which is made of the id. Without SCRIP_MAIL mail stays queued. A failed attempt is
 * made again after 30 seconds, then after pauses that double up to four hours; after 14, or a refusal for good, it is `failed`.
 * The body of a mail with a link is listed until it is sent, and empty from then on. It is a key to what the link opens: operators
 * without the scope `system` get an empty body for it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The id of the last item of the page before; empty for the first page.
 * @param int $limit How many to list; -1 for 1000.
 * @return array array(bool, mixed): Items: attempts since it was written or resent, why the last one failed (empty if it did not), and when it was written, in UTC.
 */
function operator_listOutbox($capabilities, $after = '', $limit = 100): array
{
    return apez_call('operator.listOutbox', func_get_args());
}

/**
 * Lists the payments to be handed over in-world that are in one state, oldest first.
 *
 * Dispensers take the queue from its front (bank.pullPayout). What became of an `unknown` one is for an operator to find out and to say, by
 * operator.confirmPayout or operator.failPayout; transaction_id and leg together name a payout. A queued one may be decided by them too.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $state Which ones to list: queued, pulled, accepted, done, failed, unknown. `dispensed` is an older word for `done`.
 * @param int $limit How many to list; -1 for 1000.
 * @param string $after The transaction_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
 * @return array array(bool, mixed): Payouts: akey and name (empty for somebody who is not registered) of who gets it; object_key of the dispenser that has it, and the key of the grid for the transaction, where there is one; due is when a dispenser has to have said something. Times are UTC.
 */
function operator_listPayouts($capabilities, $state = 'queued', $limit = 100, $after = ''): array
{
    return apez_call('operator.listPayouts', func_get_args());
}

/**
 * Lists the sites that send customers into rooms, in the order of their names.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The name of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): Sites: whose account pays the tips, and where notices go, which is empty for none.
 */
function operator_listRoomSites($capabilities, $after = '', $limit = 100): array
{
    return apez_call('operator.listRoomSites', func_get_args());
}

/**
 * Lists what operators called, oldest first.
 *
 * Every call of a procedure of operators is here, granted or refused, also each one in a multicall or batch; reading the log is not.
 * What changes something is written down before it is done. Of an operator's refused calls 60 a minute have an item each;
 * the others of a method and outcome are one item, whose params are `refused_calls` and `since`. The log is sealed with the books:
 * operator.verifyChain tells whether anybody changed, removed or added an item.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The id of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): operator is a name, or `root` for the server's own capability, and operator_id the jti that it was given; params is a struct of the parameters without capabilities, passwords and what has no declared shape, empty where they could not be read; a long value is a text that was cut; source is the address that called; outcome is `ok`, the code of a fault, or `unknown` where the call is on its way or the server died meanwhile; time in UTC.
 */
function operator_log($capabilities, $after = '', $limit = 100): array
{
    return apez_call('operator.log', func_get_args());
}

/**
 * Creates money in an account.
 *
 * The mint's own account goes below zero by as much, so that all accounts together always hold nothing.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param int|float|string $amount Major units, in the decimal places of their currency; above zero.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id.
 */
function operator_mint($capabilities, $akey, $account_name, $amount, $comment, $request_id = ''): array
{
    return apez_call('operator.mint', func_get_args());
}

/**
 * Takes a payment back from everybody who was paid by it, all of it or a part, and returns it to the payer.
 *
 * As bank.refund, for all who were paid together: each gives in proportion to what they have left of it. All of it is moved, or nothing.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $transaction_id The transaction id.
 * @param int|float|string $amount Major units; 0: all that was not refunded yet.
 * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id of the refund.
 */
function operator_refund($capabilities, $transaction_id, $amount = 0, $comment = '', $request_id = ''): array
{
    return apez_call('operator.refund', func_get_args());
}

/**
 * Takes a grid away: nothing that its objects say of themselves counts any more.
 *
 * One with avatars of its own stays. Objects that sign go on calling; operator.disableAvatar or general.revokeObject ends them.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name The grid's name.
 * @return array array(bool, mixed): 1.
 */
function operator_removeGrid($capabilities, $name): array
{
    return apez_call('operator.removeGrid', func_get_args());
}

/**
 * Gives an avatar another name.
 *
 * The name that it had leads to it wherever a name is taken, until another avatar is called so. Other servers know within a second.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar. A name is taken too.
 * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @return array array(bool, mixed): 1.
 */
function operator_renameAvatar($capabilities, $akey, $name): array
{
    return apez_call('operator.renameAvatar', func_get_args());
}

/**
 * Sends an item of the outbox anew, at once and with all of its attempts.
 *
 * Whether it failed, waits or was sent; one that is being sent right now stays as it is. A copy has the Message-ID of the first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $id The id that operator.listOutbox gives.
 * @return array array(bool, mixed): 1.
 */
function operator_resend($capabilities, $id): array
{
    return apez_call('operator.resend', func_get_args());
}

/**
 * Takes a signing key out of use: what was signed with it is invalid from then on.
 *
 * For a key that others may have. Here at once, in every other server within a second; the calls are refused as auth.capability_invalid.
 * So is what was derived from such a capability or given on it, whichever key signed that: everybody logs in again, and gives grants
 * anew. Where the key is the one that signs, a new one takes its place. An operator.capability in SCRIP_DATA that it signed is made
 * anew before this answers, so read the file again. Retiring a key again is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $kid The key's kid, as /.well-known/jwks.json lists it and as the header of each capability has it.
 * @return array array(bool, mixed): 1.
 */
function operator_retireKey($capabilities, $kid): array
{
    return apez_call('operator.retireKey', func_get_args());
}

/**
 * Revokes any capability by its jti, and all that were derived from it.
 *
 * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
 * it the grants that were given on it and the standing orders that it started; holds stay. It need not have been seen before, so
 * revoking twice is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $jti The capability's id, as its payload carries it.
 * @return array array(bool, mixed): 1.
 */
function operator_revoke($capabilities, $jti): array
{
    return apez_call('operator.revoke', func_get_args());
}

/**
 * Revokes all that an avatar holds or gave.
 *
 * Logins, grants, narrowed logins and groups capabilities that were issued until now end, and standing orders; holds stay. No payment
 * is booked on any of it once this has answered, by any server; everything else stops within a second. The avatar can log in again, so
 * where the password is known to others, operator.setPassword is what is needed.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar. A name is taken too.
 * @return array array(bool, mixed): 1.
 */
function operator_revokeAvatar($capabilities, $akey): array
{
    return apez_call('operator.revokeAvatar', func_get_args());
}

/**
 * Ends an operator, and the operators that it added.
 *
 * No call of theirs that comes after the answer is let through, by any server. One that has ended before is 1 again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name As operator.listOperators tells it. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
 * @return array array(bool, mixed): 1.
 */
function operator_revokeOperator($capabilities, $name): array
{
    return apez_call('operator.revokeOperator', func_get_args());
}

/**
 * Makes a new signing key for capabilities; what older keys signed stays valid.
 *
 * This server signs with it at once, the others on the same database within some five seconds.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @return array array(bool, mixed): The new key's kid, as /.well-known/jwks.json lists it.
 */
function operator_rotateKey($capabilities): array
{
    return apez_call('operator.rotateKey', func_get_args());
}

/**
 * Gives a room site another key.
 *
 * The one before is worth nothing from then on, in every server within two seconds. Keep the new one back to shut the site out.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name What the site is called.
 * @return array array(bool, mixed): The new key, which is shown this once.
 */
function operator_rotateRoomSite($capabilities, $name): array
{
    return apez_call('operator.rotateRoomSite', func_get_args());
}

/**
 * Sets how far below zero an account may go, and the most that it may hold.
 *
 * An account that owes more than the new overdraft already keeps its limits. One that holds more than the new maximum keeps what it
 * has, and gets no more. What is on its way to the account counts towards the maximum.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
 * @param string $account_name Name of the account.
 * @param int|float|string $overdraft Major units; 0: it can not go below zero.
 * @param int|float|string $maximum Major units; -1: there is none.
 * @return array array(bool, mixed): 1.
 */
function operator_setAccountLimits($capabilities, $akey, $account_name, $overdraft, $maximum): array
{
    return apez_call('operator.setAccountLimits', func_get_args());
}

/**
 * Turns the documented md5 login of an avatar off or on.
 *
 * Capabilities that were issued before stay valid; operator.revoke ends them.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar. A name is taken too.
 * @param int $enabled Whether general.getLoginCapability may log this avatar in.
 * @return array array(bool, mixed): 1.
 */
function operator_setChallengeLogin($capabilities, $akey, $enabled): array
{
    return apez_call('operator.setChallengeLogin', func_get_args());
}

/**
 * Lets an enrolled object hand over payouts and tell of deposits in its grid, or no longer.
 *
 * What it says is believed: that money was handed over, and that money came in. So its owner is to be trusted, and its script. It counts in
 * every server within a second. Another secret changes nothing about it; where the object is revoked or enrolled again, it is no dispenser.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
 * @param int $dispenser 1, or 0 to end it.
 * @return array array(bool, mixed): 1.
 */
function operator_setDispenser($capabilities, $object_key, $dispenser): array
{
    return apez_call('operator.setDispenser', func_get_args());
}

/**
 * Gives an avatar another password, and revokes all that the avatar holds or gave.
 *
 * As general.changePassword, without the old one: for an owner who has lost it, or whose login was stolen. An avatar that had no login
 * gets one.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $akey Key of the avatar. A name is taken too.
 * @param string $password 1 to 1024 bytes.
 * @return array array(bool, mixed): 1.
 */
function operator_setPassword($capabilities, $akey, $password): array
{
    return apez_call('operator.setPassword', func_get_args());
}

/**
 * Sets where a room site is told of the status of performers.
 *
 * The outbox posts JSON there: `{function: "performerStatus", action, performerId, customers, time}`. action is `online` when the first customer
 * of the site is in the performer's room, `offline` when the last one has left, and `change` when their number, customers, is another one: at
 * most once in ten seconds. Each notice arrives at least once; the header X-Scrip-Notice is the same for all copies.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $name What the site is called.
 * @param string $url An http or https address without a user and a password; empty for no notices.
 * @return array array(bool, mixed): 1.
 */
function operator_setRoomNotices($capabilities, $name, $url): array
{
    return apez_call('operator.setRoomNotices', func_get_args());
}

/**
 * Tells whether the books and the operators' log are as they were sealed.
 *
 * What is booked is sealed within a second or two: each seal covers journals with all of their rows, what operators called, and the seal before it. This
 * compares all of that, in one snapshot, and stops at the first row that was changed, removed or added behind the back of the
 * ledger. Whoever can write to the database could make the whole chain anew; keep the newest seal somewhere else, and give it
 * as `expect` later. Reads all entries: a million journals take up to a minute.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $expect A seal that the chain must still hold, as NUMBER:HASH; empty: none.
 * @return array array(bool, mixed): How many seals were found good, how many journals and rows of the operators' log they cover (a call and its outcome are a row each), and how many journals wait for a seal; number and hash of the newest seal (0 and zeros where there is none); which row is the first that is not as it was sealed, in words, empty if ok.
 */
function operator_verifyChain($capabilities, $expect = ''): array
{
    return apez_call('operator.verifyChain', func_get_args());
}

/**
 * Lets a site's customer into a performer's room, or renews a stay.
 *
 * A nickname that is taken in the room gets a suffix such as `_0412`; both forms are understood later. A registered customer is the same one by
 * customer_id, and a guest by nickname and address. credits is the site's claim: what this customer may tip at most, in all rooms of the site
 * together where they are registered. Whoever gives no sign of life for SCRIP_ROOM_PURGE seconds is sent out.
 *
 * @param string $key The key of the site.
 * @param int $performer_id The performer's number: general.getAvatarUserId.
 * @param string $nickname What the customer wants to be called, 1 to 63 characters.
 * @param string $ip_address The customer's IPv4 or IPv6 address.
 * @param int $registered Whether the site knows the customer by a number; then customer_id is needed.
 * @param int $credits What the customer can spend: whole units of the currency of the site's account.
 * @param int $customer_id The site's own number of the customer; 0 for a guest, who goes by the nickname.
 * @return array array(bool, mixed): The nickname as the room shows it.
 */
function rooms_joinRoom($key, $performer_id, $nickname, $ip_address, $registered, $credits, $customer_id = 0): array
{
    return apez_call('rooms.joinRoom', func_get_args());
}

/**
 * Takes a site's customer out of a performer's room.
 *
 * With the last room that a registered customer leaves, what they could tip is gone.
 *
 * @param string $key The key of the site.
 * @param int $performer_id The performer's number: general.getAvatarUserId.
 * @param string $nickname The nickname that the customer joined under, or the one that joinRoom answered.
 * @param int $customer_id The site's own number of the customer; 0 for a guest, who goes by the nickname.
 * @return array array(bool, mixed): 1.
 */
function rooms_leaveRoom($key, $performer_id, $nickname, $customer_id = 0): array
{
    return apez_call('rooms.leaveRoom', func_get_args());
}

/**
 * Lists who is in the room of the performer who is logged in, in the order of their nicknames.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $performer Key or name of the performer. Empty: the caller.
 * @param string $after The nickname of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 1000.
 * @return array array(bool, mixed): Customers: customer_id is 0 for guests, credits is what they can still tip by the word of their site, since is when they came, in UTC.
 */
function rooms_list($capabilities, $performer = '', $after = '', $limit = 1000): array
{
    return apez_call('rooms.list', func_get_args());
}

/**
 * Tells that a site's customer is still in a performer's room; due every ten seconds.
 *
 * Within SCRIP_ROOM_PURGE seconds after a start of the server, a customer who is not known joins again, as a guest or by customer_id, without credits.
 *
 * @param string $key The key of the site.
 * @param int $performer_id The performer's number: general.getAvatarUserId.
 * @param string $nickname The nickname that the customer joined under, or the one that joinRoom answered.
 * @param int $customer_id The site's own number of the customer; 0 for a guest, who goes by the nickname.
 * @return array array(bool, mixed): 1.
 */
function rooms_pingRoom($key, $performer_id, $nickname, $customer_id = 0): array
{
    return apez_call('rooms.pingRoom', func_get_args());
}

/**
 * Tips a performer for a customer who is in their room, from the account of the site, to the performer's `working`.
 *
 * It lowers what the customer can spend. What is more than that, or than the account holds, is refused. The same request_id again with
 * the same values pays once and gives the first answer; with other values it is refused. It is a sign of life.
 *
 * @param string $key The key of the site.
 * @param int $performer_id The performer's number: general.getAvatarUserId.
 * @param string $nickname The nickname that the customer joined under, or the one that joinRoom answered.
 * @param int $credits How much: whole units of the currency of the site's account.
 * @param string $ip_address The customer's IPv4 or IPv6 address.
 * @param int $customer_id The site's own number of the customer; 0 for a guest, who goes by the nickname.
 * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The id of the payment, as in bank.transaction.
 */
function rooms_tip($key, $performer_id, $nickname, $credits, $ip_address = '', $customer_id = 0, $request_id = ''): array
{
    return apez_call('rooms.tip', func_get_args());
}

/**
 * Says anew what a registered customer of the site can spend, in all rooms together.
 *
 * It replaces what counted before, tips included. It is a sign of life in all rooms.
 *
 * @param string $key The key of the site.
 * @param int $customer_id The site's own number of a customer who is in a room.
 * @param int $credits What the customer can spend: whole units of the currency of the site's account.
 * @return array array(bool, mixed): 1.
 */
function rooms_updateCredits($key, $customer_id, $credits): array
{
    return apez_call('rooms.updateCredits', func_get_args());
}

/**
 * Tells whether a user of the studio has an email.
 *
 * @param string $authToken The studio's token.
 * @param string $email The email, in any case.
 * @return array array(bool, mixed): 1 where one has, 0 where nobody has.
 */
function studio_checkEmailExistance($authToken = '', $email = ''): array
{
    return apez_call('studio.checkEmailExistance', func_get_args());
}

/**
 * Lists the plans of a studio.
 *
 * @param string $authToken The studio's token.
 * @return array array(bool, mixed): All of them in the order of their numbers; price is for one period, in major units.
 */
function studio_getStudioPlanLists($authToken = ''): array
{
    return apez_call('studio.getStudioPlanLists', func_get_args());
}

/**
 * What clients of a studio call first: tells whether the token is good, and the server's time.
 *
 * pkgname and hashkey name the studio. They stay the same, also with another token, and are no secrets.
 *
 * @param string $authToken The studio's token.
 * @return array array(bool, mixed): server_time is in UTC, as `2006-10-23 03:08:00`.
 */
function studio_initialiseSdk($authToken = ''): array
{
    return apez_call('studio.initialiseSdk', func_get_args());
}

/**
 * Checks the password of a user of a studio, and tells who it is.
 *
 * There is no session, and nothing to end. Wrong passwords count as failed logins of the avatar. Taken over TLS and from the same machine, as by general.loginWithPassword.
 *
 * @param string $authToken The studio's token.
 * @param string $email The user's email, in any case.
 * @param string $password The password.
 * @return array array(bool, mixed): id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
 */
function studio_login($authToken = '', $email = '', $password = ''): array
{
    return apez_call('studio.login', func_get_args());
}

/**
 * For clients that say when a user leaves: studio.login opens no session, so nothing ends.
 *
 * @param string $authToken The studio's token.
 * @return array array(bool, mixed): 1.
 */
function studio_logout($authToken = ''): array
{
    return apez_call('studio.logout', func_get_args());
}

/**
 * Registers a user with a studio, who is logged in with it.
 *
 * The user is an avatar too, with the same password; its name, which everybody sees, tells neither the email nor the name. Taken over TLS and from
 * the same machine, as by general.loginWithPassword. Plans are paid by card, and cards are not taken yet: a registration with a plan fails.
 *
 * @param string $authToken The studio's token.
 * @param string $email The email, which no other user of the studio has.
 * @param string $name What the user is called, 1 to 128 characters.
 * @param string $password 1 to 1024 bytes.
 * @param int $plan_id The plan; 0 for none.
 * @return array array(bool, mixed): id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.
 */
function studio_registerUser($authToken = '', $email = '', $name = '', $password = '', $plan_id = 0): array
{
    return apez_call('studio.registerUser', func_get_args());
}

/**
 * Tells which specifications this server follows.
 *
 * @return array array(bool, mixed): A struct: for each specification a struct of specUrl and specVersion.
 */
function system_getCapabilities(): array
{
    return apez_call('system.getCapabilities', func_get_args());
}

/**
 * Lists the procedures of this server by their canonical names.
 *
 * @return array array(bool, mixed): All names, sorted.
 */
function system_listMethods(): array
{
    return apez_call('system.listMethods', func_get_args());
}

/**
 * Describes a procedure in plain text.
 *
 * @param string $name A procedure, in any spelling that a call may use.
 * @return array array(bool, mixed): What it does, its parameters, what it needs and its faults.
 */
function system_methodHelp($name): array
{
    return apez_call('system.methodHelp', func_get_args());
}

/**
 * Lists the ways in which a procedure may be called.
 *
 * @param string $name A procedure, in any spelling that a call may use.
 * @return array array(bool, mixed): Signatures: each is the result's type and then the parameters' types.
 */
function system_methodSignature($name): array
{
    return apez_call('system.methodSignature', func_get_args());
}

/**
 * Runs several calls, one after the other, and answers them all.
 *
 * At most 50 calls, those of all multicalls of a batch together; each stands alone, and one that fails changes nothing for the others. Where the request has used up its time or its reply is long enough, the calls that are left are refused and not run.
 *
 * @param array $calls Structs of methodName (string) and params (array).
 * @return array array(bool, mixed): For each call an array of its one result, or a struct of faultCode and faultString.
 */
function system_multicall($calls): array
{
    return apez_call('system.multicall', func_get_args());
}

/**
 * Adds up the members named `curly` of an array of structs.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param array $structs Structs with the numbers moe, larry and curly.
 * @return array array(bool, mixed): The sum of all curly.
 */
function validator1_arrayOfStructsTest($structs): array
{
    return apez_call('validator1.arrayOfStructsTest', func_get_args());
}

/**
 * Counts the characters that XML has to escape.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param string $text Any text.
 * @return array array(bool, mixed): How many of each there are.
 */
function validator1_countTheEntities($text): array
{
    return apez_call('validator1.countTheEntities', func_get_args());
}

/**
 * Adds up moe, larry and curly.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param mixed $stooges A struct with the numbers moe, larry and curly.
 * @return array array(bool, mixed): The sum of the three.
 */
function validator1_easyStructTest($stooges): array
{
    return apez_call('validator1.easyStructTest', func_get_args());
}

/**
 * Answers with the struct that it is sent.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param mixed $value A struct.
 * @return array array(bool, mixed): The same struct.
 */
function validator1_echoStructTest($value): array
{
    return apez_call('validator1.echoStructTest', func_get_args());
}

/**
 * Answers with its six parameters as an array.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param int $number A whole number.
 * @param bool $boolean A boolean.
 * @param string $string A text.
 * @param float $double A number.
 * @param \DateTimeInterface|string $dateTime A time.
 * @param string $base64 Bytes.
 * @return array array(bool, mixed): The parameters in order.
 */
function validator1_manyTypesTest($number, $boolean, $string, $double, $dateTime, $base64): array
{
    return apez_call('validator1.manyTypesTest', func_get_args());
}

/**
 * Joins the first and the last text of an array.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param string[] $texts Between 100 and 200 texts, as the validator sends them.
 * @return array array(bool, mixed): The first and the last, joined.
 */
function validator1_moderateSizeArrayCheck($texts): array
{
    return apez_call('validator1.moderateSizeArrayCheck', func_get_args());
}

/**
 * Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param mixed $calendar Structs of years, months (`04`) and days (`01`).
 * @return array array(bool, mixed): The sum of the three.
 */
function validator1_nestedStructTest($calendar): array
{
    return apez_call('validator1.nestedStructTest', func_get_args());
}

/**
 * Multiplies a number by ten, a hundred and a thousand.
 *
 * Only on a server with SCRIP_DIAGNOSTICS=1.
 *
 * @param int $number A whole number.
 * @return array array(bool, mixed): The three products.
 */
function validator1_simpleStructReturnTest($number): array
{
    return apez_call('validator1.simpleStructReturnTest', func_get_args());
}

/**
 * Tells whether a merchant's script has handed over what it pulled.
 *
 * With ok = 0 the order has failed, and its buyer and who was to get it are notified (kind `delivery_failed`); vend.redeliver tries again.
 * Late and repeated answers are harmless: that it was handed over stays true whatever else is said, and of an order that was
 * refunded meanwhile nothing changes any more.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $delivery_id The delivery, as vend.pullDeliveries gave it.
 * @param int $ok Whether it was handed over.
 * @param string $note Why it could not be handed over, in words for the buyer.
 * @return array array(bool, mixed): The state of the order: delivered, failed, queued (another delivery waits) or refunded.
 */
function vend_ackDelivery($capabilities, $delivery_id, $ok = 1, $note = ''): array
{
    return apez_call('vend.ackDelivery', func_get_args());
}

/**
 * Adds a product to a collection.
 *
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
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @param string $product_name 1 to 63 characters without invisible ones.
 * @param int|float|string $price In major units of its currency, exact to its smallest amount; 0: it is free.
 * @param array $details What is to be other than usual; every member may be left out.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The id of the product.
 */
function vend_addProduct($capabilities, $merchant, $collection_name, $product_name, $price, $details = array(), $request_id = ''): array
{
    return apez_call('vend.addProduct', func_get_args(), array(5));
}

/**
 * Tells where an object stands in-world and what it sells: a collection, or one product of it.
 *
 * The object is that of the avatar who is logged in. Announced again, it has moved or sells something else. What the affiliate group
 * sells earns its members the commission of the collection. An object that another avatar announced stays with them until
 * the merchant from whose collection it sells takes it over, or the object itself, over the relay: signed, or from a grid that the operator
 * trusts, and with a login of its owner. An avatar has at most 1000 vendors; vend.removeVendor takes one out.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @param string $object_key The object's key in-world.
 * @param string $region Name of the region: 1 to 63 characters without slashes and invisible ones.
 * @param float $x x in the region, in metres; cut to whole ones.
 * @param float $y y in the region, in metres; cut to whole ones.
 * @param float $z z in the region, in metres; cut to whole ones.
 * @param bool $mature_region Whether the region is for adults.
 * @param int $prod_id Id of the product of the collection that it sells; 0: all of them.
 * @return array array(bool, mixed): `added` or `updated`.
 */
function vend_announceVendor($capabilities, $merchant, $collection_name, $object_key, $region, $x, $y, $z, $mature_region = false, $prod_id = 0): array
{
    return apez_call('vend.announceVendor', func_get_args());
}

/**
 * Buys a product, for oneself or as a gift, and queues its delivery.
 *
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
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @param string $recipient Key or name of the avatar that it is a gift for; empty: the caller.
 * @param string $vendor_id Key in-world of the vendor that sells it; empty: none.
 * @param string $affiliate Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
 * @param string $account_name The account of the caller that pays, and that a refund goes to.
 * @param int $use_credit Whether store credit at this merchant pays first, and the account only the rest.
 * @param int|float|string $max_price The most that it may cost, in major units; -1 (not advised): whatever it costs by then.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The order: transaction_id is empty where nothing was paid, price is what it cost in all, state is queued.
 */
function vend_buy($capabilities, $prod_id, $recipient = '', $vendor_id = '', $affiliate = '', $account_name = 'working', $use_credit = 0, $max_price = -1, $request_id = ''): array
{
    return apez_call('vend.buy', func_get_args());
}

/**
 * Buys a gift card: a code that is worth store credit at one merchant, once, to whoever redeems it.
 *
 * The money waits in an account of the card until somebody redeems it (vend.redeemGiftCard). A card does not expire and is not taken
 * back; who has the code has the money, so it belongs in no log and no link. Its buyer sees it again in vend.myGiftCards, and gets the
 * same one where a request is repeated under its request id. One buyer can have 1000 cards that wait to be redeemed.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant.
 * @param int|float|string $amount Major units of the currency of the merchant's `working`; above zero.
 * @param string $account_name The account of the caller that pays.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The card: card_id is also the id of the transaction that paid for it, code is 28 letters and digits in groups of four.
 */
function vend_buyGiftCard($capabilities, $merchant, $amount, $account_name = 'working', $request_id = ''): array
{
    return apez_call('vend.buyGiftCard', func_get_args());
}

/**
 * Tells everything about a collection but what is in it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @return array array(bool, mixed): rating is the mean of all total_votes on its products, or 0; products is how many there are; groups go by their keys, empty for none.
 */
function vend_collectionDetails($capabilities, $merchant, $collection_name): array
{
    return apez_call('vend.collectionDetails', func_get_args());
}

/**
 * Lists the names of the product collections that an avatar created, public and private, in the order of their names.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $creator_akey Key or name of the creator of the collections; empty: the caller.
 * @return array array(bool, mixed): The names.
 */
function vend_collectionNames($capabilities, $creator_akey): array
{
    return apez_call('vend.collectionNames', func_get_args());
}

/**
 * Lists the vendors in-world that sell a collection or anything of it, in the order in which they were announced first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 100.
 * @param string $after The object_key of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
 */
function vend_collectionVendors($capabilities, $merchant, $collection_name, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('vend.collectionVendors', func_get_args());
}

/**
 * Creates a collection of products.
 *
 * It is private and pays no commission where nothing else is said. A merchant has at most 100 collections, each under a name of its own.
 * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
 * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
 * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
 * @param array $settings What is to be other than usual; every member may be left out.
 * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): 1.
 */
function vend_createCollection($capabilities, $merchant, $collection_name, $settings = array(), $request_id = ''): array
{
    return apez_call('vend.createCollection', func_get_args(), array(3));
}

/**
 * Lists the store credit that the avatar who is logged in has, at every merchant.
 *
 * In the order of the merchants' keys. Where all of it was spent the balance is 0. Credit does not expire.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The merchant_akey of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): One for each merchant: the balance is in major units.
 */
function vend_credits($capabilities, $after = '', $limit = 100): array
{
    return apez_call('vend.credits', func_get_args());
}

/**
 * Lists who has store credit at a merchant, from the merchant or from gift cards.
 *
 * In the order of the avatars' keys. Where all of it was spent the balance is 0.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param string $after The akey of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): One for each avatar: the balance is in major units.
 */
function vend_creditsGiven($capabilities, $merchant = '', $after = '', $limit = 100): array
{
    return apez_call('vend.creditsGiven', func_get_args());
}

/**
 * Finds products, in a form that scripts in-world can read.
 *
 * A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
 * any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
 * letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
 * in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
 * list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
 * than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
 * removed is found no more. A page costs the more the greater its offset is.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $search_string64 Base64 of the text to search for; a text that is no base64 is taken as it stands. Empty: any product.
 * @param string $merchant_key Key or name of the merchant whose products are wanted; empty: those of all.
 * @param int $include_mature 1: all products; 0: only those for everybody, as for devices in regions for everybody.
 * @param string $orderby sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.
 * @param float $low_price The lowest price that is wanted; -1, or any other number below 0: no bound.
 * @param float $high_price The highest price that is wanted; -1, or any other number below 0: no bound.
 * @param int $offset How many to leave out at the beginning, of those that match.
 * @param int $limit How many to list; -1, or more than 30: 30.
 * @return array array(bool, mixed): How many match in all, and then products, each after a comma: `prod_id:texture_key:texture_anim_params`. The texture may be empty; the parameters of its animation are separated by `|`, and `-` where it is not animated.
 */
function vend_findProductsVendor($capabilities, $search_string64, $merchant_key, $include_mature, $orderby, $low_price, $high_price, $offset, $limit): array
{
    return apez_call('vend.findProductsVendor', func_get_args());
}

/**
 * Tells what a gift card is worth, to somebody who has its code.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $code The code of the gift card, in either case, with or without dashes.
 * @return array array(bool, mixed): The merchant whose products it pays for, its amount in major units, and whether somebody has redeemed it.
 */
function vend_giftCard($capabilities, $code): array
{
    return apez_call('vend.giftCard', func_get_args());
}

/**
 * Gives back what the caller got of a sale, or a part of it, to the buyer.
 *
 * For affiliates, partners, creators, members of a group that is one of these, and the merchant: each gives back of their own part, out of
 * the account that it went to, never more than is left of it (bank.refund_exceeded). What is given back counts in vend.refundOrder, and the
 * other way round. What store credit had brought becomes store credit again. Once all of an order is back it is refunded. Buyer and
 * merchant are notified (kind `refund`). Without a request_id each call gives back again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $order_id The order.
 * @param int|float|string $amount Major units, in the decimal places of the order's currency; 0: all that is left of the caller's part.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): What was given back, and the transaction.
 */
function vend_giveBack($capabilities, $order_id, $amount = 0, $request_id = ''): array
{
    return apez_call('vend.giveBack', func_get_args());
}

/**
 * Gives an avatar store credit: money that can be spent on the products of one merchant only.
 *
 * It is paid out of the merchant's `working`, so that every credit is covered, and is told to the avatar (general.notifications).
 * It is theirs from then on: there is no way to take credit back, and it does not expire. It is in the currency of the
 * merchant's `working` and pays for products that are priced in it.
 * Who has a vend.manage grant gives the merchant's money.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param string $akey Key or name of the avatar who gets the credit.
 * @param int|float|string $amount Major units of the currency of the merchant's `working`; above zero.
 * @param string $comment Shown in the notification and in the histories. Cut at 64 characters.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): The transaction id.
 */
function vend_giveCredit($capabilities, $merchant, $akey, $amount, $comment = '', $request_id = ''): array
{
    return apez_call('vend.giveCredit', func_get_args());
}

/**
 * Creates a capability that allows another avatar to manage the collections, products and sales of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability.
 */
function vend_grantManageCapability($capabilities, $auth_akey, $valid_for_secs): array
{
    return apez_call('vend.grantManageCapability', func_get_args());
}

/**
 * Creates a capability that allows another avatar to see the private collections of the avatar who is logged in.
 *
 * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
 * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
 * @return array array(bool, mixed): The capability.
 */
function vend_grantReadCapability($capabilities, $auth_akey, $valid_for_secs): array
{
    return apez_call('vend.grantReadCapability', func_get_args());
}

/**
 * Lists whom a merchant has banned and who is a VIP there.
 *
 * In the order of the avatars' keys. Times are UTC.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param string $after The akey of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): Entries: kind is ban or vip, since is when the avatar came onto a list first.
 */
function vend_listAccess($capabilities, $merchant = '', $after = '', $limit = 100): array
{
    return apez_call('vend.listAccess', func_get_args());
}

/**
 * Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list, at most 100.
 * @param string $after The object_key of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
 */
function vend_listVendors($capabilities, $offset = 0, $limit = 100, $after = ''): array
{
    return apez_call('vend.listVendors', func_get_args());
}

/**
 * Lists the gift cards that the avatar who is logged in has bought, newest first.
 *
 * Times are UTC.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $after The card_id of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): Cards: the code is there while nobody has redeemed the card, and empty afterwards.
 */
function vend_myGiftCards($capabilities, $after = '', $limit = 100): array
{
    return apez_call('vend.myGiftCards', func_get_args());
}

/**
 * Lists what the avatar who is logged in has bought, or what was bought for them, newest first.
 *
 * Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $as Which of the two lists.
 * @param string $after The order_id of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
 */
function vend_myOrders($capabilities, $as = 'buyer', $after = '', $limit = 100): array
{
    return apez_call('vend.myOrders', func_get_args());
}

/**
 * Tells everything about an order and its deliveries.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $order_id The order.
 * @return array array(bool, mixed): state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC. deliveries: newest first, at most 20; attempts is how often a script took it, note what a script said that could not hand it over.
 */
function vend_order($capabilities, $order_id): array
{
    return apez_call('vend.order', func_get_args());
}

/**
 * Tells everything about a product but how its sales are shared.
 *
 * Who manages the collection finds that with vend.productShares.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @return array array(bool, mixed): quantity is -1 where there is no end; rating is the mean of total_votes votes from 1 to 5, or 0; times are UTC.
 */
function vend_productDetails($capabilities, $prod_id): array
{
    return apez_call('vend.productDetails', func_get_args());
}

/**
 * Tells who gets how much of each sale of a product.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @return array array(bool, mixed): Percentages: of the creator, of an affiliate where one sold it, of each partner (an avatar or a group), and what is left for the merchant of such a sale.
 */
function vend_productShares($capabilities, $prod_id): array
{
    return apez_call('vend.productShares', func_get_args());
}

/**
 * Lists the products of a collection with all their details, in the order in which they were added.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @param int $after_prod_id The last id of the page before; 0 for the first page.
 * @param int $limit How many to list, at most 100.
 * @param int|string $after The prod_id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): Products as vend.productDetails tells them; fewer than the limit where there are no more.
 */
function vend_products($capabilities, $merchant, $collection_name, $after_prod_id = 0, $limit = 100, $after = ''): array
{
    return apez_call('vend.products', func_get_args());
}

/**
 * Lists the ids of the products in a collection, in the order in which they were added.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $collection_creator_akey Key or name of the creator of the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @return array array(bool, mixed): The ids.
 */
function vend_productsInCollection($capabilities, $collection_creator_akey, $collection_name): array
{
    return apez_call('vend.productsInCollection', func_get_args());
}

/**
 * Lists the products of a public collection, or those of them that were added or changed since a time.
 *
 * Pages of 100 in the order in which the products were added: ask with offset 0, 100, 200 and so on until an empty page comes.
 * What was removed is not listed: vend.publicCollectionProductsDeleted tells. Prices, texts and pictures are changes; sales, votes and
 * vendors are not. Ask for changes since a moment before your last call rather than since the call itself: what was being written
 * during it may bear an earlier time. A collection that is not public is as unknown as one that is not there.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection.
 * @param string $merchant_realm The grid that the merchant is of: empty for this one.
 * @param string $collection_name Name of a public collection of the merchant, in any case.
 * @param int $offset How many to leave out at the beginning.
 * @param int $changes_since_unixtime Unix time in seconds: products that were added or changed then or later. 0 for all. What no int holds may come as a double or a text.
 * @return array array(bool, mixed): Products: short_desc is the first 255 characters of the description; rating the mean of total_votes votes from 1 to 5, or 0; is_mature 1 or 0; vendors at most 10 objects in-world that sell it, the merchant's own first and then those of the affiliate group's members, each with its position as region/x/y/z.
 */
function vend_publicCollectionProducts($capabilities, $merchant, $merchant_realm, $collection_name, $offset, $changes_since_unixtime): array
{
    return apez_call('vend.publicCollectionProducts', func_get_args());
}

/**
 * Lists the products that were removed from a public collection, or those that were since a time.
 *
 * Pages of 100 in the order in which the products were removed: ask with offset 0, 100, 200 and so on until an empty page comes.
 * Removed products are listed for ever.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection.
 * @param string $merchant_realm The grid that the merchant is of: empty for this one.
 * @param string $collection_name Name of a public collection of the merchant, in any case.
 * @param int $offset How many to leave out at the beginning.
 * @param int $changes_since_unixtime Unix time in seconds: products that were removed then or later. 0 for all. What no int holds may come as a double or a text.
 * @return array array(bool, mixed): The removed products: id, and name and key of who made it.
 */
function vend_publicCollectionProductsDeleted($capabilities, $merchant, $merchant_realm, $collection_name, $offset, $changes_since_unixtime): array
{
    return apez_call('vend.publicCollectionProductsDeleted', func_get_args());
}

/**
 * Lists the public collections of all merchants, in the order of their names.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $offset How many to leave out at the beginning.
 * @param int $limit How many to list; at most 1000 come in one answer, and -1 asks for as many.
 * @return array array(bool, mixed): Collections: merchant is the name of who sells what is in it; seller_commission the percentage of each sale that an affiliate gets; rating the mean of all votes from 1 to 5 on its products, 0 where there are none.
 */
function vend_publicCollections($capabilities, $offset, $limit): array
{
    return apez_call('vend.publicCollections', func_get_args());
}

/**
 * Gives a merchant's scripts what they have to hand over, the longest waiting first.
 *
 * What one script got no other one gets for hold_secs; what is not acknowledged by then (vend.ackDelivery) is given out again, so that
 * a script that dies loses nothing. A product may therefore be handed over twice where an acknowledgement was lost; attempts is 1 the
 * first time. Over the relay the same request (nonce) gets the same ones.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param int $limit How many to take, at most 100.
 * @param int $hold_secs Seconds in which they have to be acknowledged, from 5 to 3600.
 * @param string $collection_name One collection of theirs; empty: all of them, which officers of a manager group may not.
 * @return array array(bool, mixed): Deliveries; attempts is how often it was given out, this time included.
 */
function vend_pullDeliveries($capabilities, $merchant = '', $limit = 10, $hold_secs = 60, $collection_name = ''): array
{
    return apez_call('vend.pullDeliveries', func_get_args());
}

/**
 * Tells what a product costs the caller now, and those who sell it who gets how much of that.
 *
 * Those who sell the product (the merchant, a vend.manage grant, officers of the manager group) get the price without a discount and
 * how it is shared; anybody else gets their own price and no shares. credit is the caller's store credit at the merchant, as far as it is
 * in the currency of the price.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @param string $vendor_id Key in-world of the vendor that sells it; empty: none.
 * @param string $affiliate Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
 * @return array array(bool, mixed): discount is in percent of full_price. shares: key is that of an avatar or a group, role is affiliate, partner, creator or merchant; the amounts sum to the price, by largest remainder; a sale draws who gets the odd unit, and pays each at most one unit more or less than that.
 */
function vend_quote($capabilities, $prod_id, $vendor_id = '', $affiliate = ''): array
{
    return apez_call('vend.quote', func_get_args());
}

/**
 * Tells how a product is rated.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @return array array(bool, mixed): The mean of all votes from 1 to 5, how many there are, and what the caller has voted; 0 where there are none.
 */
function vend_rating($capabilities, $prod_id): array
{
    return apez_call('vend.rating', func_get_args());
}

/**
 * Turns a gift card into store credit of the avatar who is logged in, at the merchant that it is for.
 *
 * It is credited once, to whoever is first. The same avatar may repeat the call and gets the same answer. A banned avatar can not
 * redeem it, since their credit would buy nothing; the card stays good for somebody else.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $code The code of the gift card, in either case, with or without dashes.
 * @return array array(bool, mixed): The merchant, what was credited, and the credit there as it was with this card, in major units; what is held of it is still in it.
 */
function vend_redeemGiftCard($capabilities, $code): array
{
    return apez_call('vend.redeemGiftCard', func_get_args());
}

/**
 * Queues one more delivery of an order.
 *
 * As often as one likes, but one at a time: while a delivery waits, it is the one that is returned. A delivered order stays delivered.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $order_id The order.
 * @return array array(bool, mixed): The delivery that waits, and the state of the order: queued, or delivered where it was before.
 */
function vend_redeliver($capabilities, $order_id): array
{
    return apez_call('vend.redeliver', func_get_args());
}

/**
 * Takes an order back, whole or in parts: each who got something of the sale gives back their part of it.
 *
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
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $order_id The order.
 * @param string $comment For the buyer, and in the histories; there it is cut at 64 characters.
 * @param int|float|string $amount Major units, in the decimal places of the order's currency; 0: all that is left of the order.
 * @param int $cover 1: the merchant pays what the others are short of; takes the merchant's own login.
 * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
 * @return array array(bool, mixed): What was paid back, and the transaction; its id is empty where the order had cost nothing.
 */
function vend_refundOrder($capabilities, $order_id, $comment = '', $amount = 0, $cover = 0, $request_id = ''): array
{
    return apez_call('vend.refundOrder', func_get_args());
}

/**
 * Tells what each side would give back now if all that is left of an order were refunded, and what is missing of it.
 *
 * Those who sell see all sides, and who got a share of the sale their own one: what vend.giveBack could give. Nothing is moved, and nothing is
 * set aside: it can be another amount by the time of the refund.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $order_id The order.
 * @return array array(bool, mixed): Major units of the currency: what is left to be given back, how much of that somebody does not have, and for each side what it would give and what is missing of that. The name is that of the avatar or group; on_its_way tells that it waits to be handed over in-world, so that it can not be covered either. No sides where nothing was paid or all is back.
 */
function vend_refundPreview($capabilities, $order_id): array
{
    return apez_call('vend.refundPreview', func_get_args());
}

/**
 * Removes an empty collection for good; its name is free again.
 *
 * What is in it is never removed along with it: take every product out first (vend.removeProduct).
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @return array array(bool, mixed): 1.
 */
function vend_removeCollection($capabilities, $merchant, $collection_name): array
{
    return apez_call('vend.removeCollection', func_get_args());
}

/**
 * Removes a product for good: it is not sold any more.
 *
 * What was bought of it can still be delivered and refunded.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @return array array(bool, mixed): 1.
 */
function vend_removeProduct($capabilities, $prod_id): array
{
    return apez_call('vend.removeProduct', func_get_args());
}

/**
 * Takes an object out of the vendors that sell something in-world.
 *
 * An affiliate who is still in the group can announce it again.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $object_key The object's key in-world.
 * @return array array(bool, mixed): 1.
 */
function vend_removeVendor($capabilities, $object_key): array
{
    return apez_call('vend.removeVendor', func_get_args());
}

/**
 * Lists what a merchant has sold, newest first.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param string $collection_name One collection of theirs; empty: all of them, which officers of a manager group may not.
 * @param string $after The order_id of the last one of the page before; empty for the first page.
 * @param int $limit How many to list, at most 100.
 * @return array array(bool, mixed): state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
 */
function vend_sales($capabilities, $merchant = '', $collection_name = '', $after = '', $limit = 100): array
{
    return apez_call('vend.sales', func_get_args());
}

/**
 * Finds products, with all their details.
 *
 * A text matches where each of its words (the first 16 count) is in the name, the description or the tags: words of letters and digits in
 * any case and order. The last one also finds longer words that begin with it, when it has three letters or more (fewer in scripts whose
 * letters take several bytes). A text without any letter or digit matches nothing. Prices are compared as the numbers that callers see,
 * in whatever currency. featured lists what is featured before the rest; where two products are alike in an order, -desc and featured
 * list the newer one first. Without any capability the products of public collections are found. A bad capability is a fault, rather
 * than an answer that lacks what it should have opened; empty texts are passed over. Changes count at once: what turns private or is
 * removed is found no more. A page costs the more the greater its offset is.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $text Words to search for, all of them; empty: any product.
 * @param string $merchant Key or name of the merchant whose products are wanted; empty: those of all.
 * @param string[] $categories Categories that the product must be in, all of them, in any case.
 * @param int $include_mature 1: all products; 0: only those for everybody, as for devices in regions for everybody.
 * @param string $orderby sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.
 * @param float $low_price The lowest price that is wanted; -1, or any other number below 0: no bound.
 * @param float $high_price The highest price that is wanted; -1, or any other number below 0: no bound.
 * @param int $offset How many to leave out at the beginning, of those that match.
 * @param int $limit How many to list, at most 100.
 * @param int|string $after The prod_id of the last one of the page before; empty for the first page.
 * @return array array(bool, mixed): total: how many match in all; products: those from the offset on, as vend.productDetails tells them.
 */
function vend_search($capabilities, $text = '', $merchant = '', $categories = array(), $include_mature = 0, $orderby = 'featured', $low_price = -1, $high_price = -1, $offset = 0, $limit = 30, $after = ''): array
{
    return apez_call('vend.search', func_get_args());
}

/**
 * Bans an avatar from what a merchant sells, or makes it a VIP who pays less.
 *
 * A banned avatar can neither buy from the merchant, nor be bought for, nor buy or redeem gift cards there; what was bought before
 * is theirs and is delivered. A VIP gets the discount off every price of the merchant. An avatar is on one of the lists at most:
 * the last call counts. A merchant can have 1000 avatars on both lists together.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant; empty: the caller.
 * @param string $akey Key or name of the avatar.
 * @param string $kind `ban`, `vip`, or `none` for neither.
 * @param float $discount_percent What a VIP gets off every price: 0 to 100 with at most two decimals. 0 for the others.
 * @return array array(bool, mixed): 1.
 */
function vend_setAccess($capabilities, $merchant, $akey, $kind, $discount_percent = 0): array
{
    return apez_call('vend.setAccess', func_get_args());
}

/**
 * Changes the name or the settings of a collection.
 *
 * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
 * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
 * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
 * A commission is refused that would, with the shares of the creator and the partners of any product in it, be more than 100 %.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
 * @param string $collection_name Name of one of the merchant's collections, in any case.
 * @param array $changes What is to be different; every member may be left out.
 * @return array array(bool, mixed): 1.
 */
function vend_updateCollection($capabilities, $merchant, $collection_name, $changes): array
{
    return apez_call('vend.updateCollection', func_get_args(), array(3));
}

/**
 * Changes a product.
 *
 * description and tags: texts of at most 4000 and 255 characters, in which searches look. prims: 0 to 100000. featured:
 * comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.
 * categories: at most 20; without any it is in `Other`. currency: empty for the usual one; whoever
 * has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.
 * copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.
 * creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at
 * most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most 50,
 * avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.
 * price: in major units of the currency that is named with it, or else of the one that it has; a currency can not come without a price.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @param array $changes What is to be different; every member may be left out.
 * @return array array(bool, mixed): 1.
 */
function vend_updateProduct($capabilities, $prod_id, $changes): array
{
    return apez_call('vend.updateProduct', func_get_args(), array(2));
}

/**
 * Rates a product that the avatar who is logged in has bought, or was given.
 *
 * Each avatar has one vote on a product; voting again changes it, and it can not be taken back. What was refunded does not entitle to
 * a vote, but a vote that was cast before stays. It counts for the rating of the collection too.
 *
 * @param string[] $capabilities Capabilities, at most 16: logins, and grants beside the logins of the avatars that they were given to.
 * @param int $prod_id Id of the product.
 * @param int $rating 1 to 5, where 5 is best.
 * @return array array(bool, mixed): The mean of all votes with this one, how many there are, and this one.
 */
function vend_vote($capabilities, $prod_id, $rating): array
{
    return apez_call('vend.vote', func_get_args());
}
