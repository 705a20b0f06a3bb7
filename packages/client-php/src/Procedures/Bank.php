<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `bank`. Each raises \Scrip\Fault. */
final class Bank extends \Scrip\Service
{
    /**
     * Tells the balance of an account.
     *
     * What is held (bank.hold, and payments that wait to be handed over in-world) is not counted: it can not be spent.
     *
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account, for example `working`.
     * @return float The balance in the currency of the account.
     */
    public function accountBalance(string $akey, string $account_name): float
    {
        return $this->client->request('bank.accountBalance', 'float', array($this->client->capabilities(), $akey, $account_name));
    }

    /**
     * Tells everything about an account but its history.
     *
     * available = balance - held_out, always; it may go down to -overdraft. held_in is on its way and not in the balance. An account is
     * open, frozen (an operator has seen to it that nothing leaves it) or closed. Operators may look at every account.
     *
     * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @return array Amounts in the currency of the account; -1 as overdraft or maximum is no limit. entries is how many bank.transactions lists.
     */
    public function accountDetails(string $akey, string $account_name): array
    {
        return $this->client->request('bank.accountDetails', 'array', array($this->client->capabilities(), $akey, $account_name));
    }

    /**
     * Lists the accounts of an avatar that the caller may read.
     *
     * @param string $akey Key of the avatar who owns the accounts. A name is taken too.
     * @return string[] Account names, `working` first.
     */
    public function accountList(string $akey): array
    {
        return $this->client->request('bank.accountList', 'array', array($this->client->capabilities(), $akey));
    }

    /**
     * Tells the balance that an account had at a moment.
     *
     * The balance of the last line that bank.transactions lists up to that second. What was only held then is counted: it was still there.
     *
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param \DateTimeInterface|string $time UTC; what happened in this second counts.
     * @return float The balance in the currency of the account; 0 before its first transaction.
     */
    public function balanceAt(string $akey, string $account_name, string $time): float
    {
        return $this->client->request('bank.balanceAt', 'float', array($this->client->capabilities(), $akey, $account_name, $time));
    }

    /**
     * Cancels a standing order of the avatar who is logged in.
     *
     * Once this is answered no payment of it follows. Cancelling one that is over changes nothing.
     *
     * @param string $id The order's id.
     * @return int 1.
     */
    public function cancelStandingOrder(string $id): int
    {
        return $this->client->request('bank.cancelStandingOrder', 'int', array($this->client->capabilities(), $id));
    }

    /**
     * Closes an account that holds nothing.
     *
     * Nothing may be in it and nothing held on it or for it. Its history stays readable, bank.openAccount opens it again, and who could
     * pay into it by its name is forgotten. Closing one that is closed changes nothing. `working` stays open.
     *
     * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @return int 1.
     */
    public function closeAccount(string $akey, string $account_name): int
    {
        return $this->client->request('bank.closeAccount', 'int', array($this->client->capabilities(), $akey, $account_name));
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
     * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
     * @param string $from_account_name The account that pays.
     * @param string $to_akey Key of the avatar or group that is paid. A name is taken too.
     * @param string $to_account_name The account that is paid, or `avatar` for in-world. Empty: `working`.
     * @param int $every_days Days from one payment to the next.
     * @param int $first_in_days Days until the first payment; 0: it is made within seconds.
     * @param int $times How many payments, missed ones included; 0: until it is cancelled.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The order's id.
     */
    public function createStandingOrder($amount, string $from_account_name, string $to_akey, string $to_account_name, int $every_days, int $first_in_days = 0, int $times = 0, string $comment = '', string $request_id = ''): string
    {
        return $this->client->requestOnce('bank.createStandingOrder', 'string', array($this->client->capabilities(), $amount, $from_account_name, $to_akey, $to_account_name, $every_days, $first_in_days, $times, $comment, $request_id), 9);
    }

    /**
     * Lists the currencies of the server.
     *
     * scale is the number of decimal places of an amount; it never changes. Payments take whole amounts, shares and fees may be less.
     *
     * @return array[] Currencies, the default one first and the others by code.
     */
    public function currencies(): array
    {
        return $this->client->request('bank.currencies', 'array', array());
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
     * @return string The transaction id; the same for the same grid_transaction.
     */
    public function deposit(string $akey, $amount, string $grid_transaction): string
    {
        return $this->client->request('bank.deposit', 'string', array($akey, $amount, $grid_transaction));
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
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
     * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
     * @param int $offset How many of the oldest to leave out.
     * @param int $limit How many to export; -1 for 1000.
     * @param string $after The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
     * @return string The CSV text.
     */
    public function exportTransactions(string $akey, string $account_name, $from_time = '', $to_time = '', int $offset = 0, int $limit = 1000, string $after = ''): string
    {
        return $this->client->request('bank.exportTransactions', 'string', array($this->client->capabilities(), $akey, $account_name, $from_time, $to_time, $offset, $limit, $after));
    }

    /**
     * Creates a capability that allows another avatar balance query, transfers and payments from all accounts of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. Use it with caution: without limits it allows auth_akey to withdraw everything. A total is kept however many calls race.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
     * @return string The capability.
     */
    public function grantAllAccountsFullCapability(string $auth_akey, int $valid_for_secs, array $limits = array()): string
    {
        return $this->client->request('bank.grantAllAccountsFullCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs, (object) $limits));
    }

    /**
     * Creates a capability that allows another avatar balance query and transaction history of all accounts of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it, and general.narrowCapability makes a lesser one of it. It allows no payment.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @param array $limits A struct that may have the member accounts, up to 16 names: all that it reaches.
     * @return string The capability.
     */
    public function grantAllAccountsReadCapability(string $auth_akey, int $valid_for_secs, array $limits = array()): string
    {
        return $this->client->request('bank.grantAllAccountsReadCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs, (object) $limits));
    }

    /**
     * Sets an amount aside for a payee, who may take some or all of it until it expires.
     *
     * What is held can not be spent: bank.accountBalance is less by it at once. The payee takes it with bank.postHold or gives it
     * up with bank.voidHold; what is not taken comes back, when it expires at the latest. The account that it is for is found
     * as by bank.pay, but must be there: a group as such and a payee without a login have none, and are refused.
     * A capability's spending total counts the amount now, and does not get back what is not taken.
     *
     * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
     * @param string $from_akey Key of the avatar who pays. A name is taken too.
     * @param string $from_account_name The account that pays.
     * @param string $to_akey Key of the avatar or group that it is held for. A name is taken too.
     * @param string $to_account_name The account that it is held for. Empty: `working`.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param int $expires_in_secs Seconds until it expires, by the database's clock: 1 to 2592000 (30 days); other values are refused.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id, which is the id of the hold.
     */
    public function hold($amount, string $from_akey, string $from_account_name, string $to_akey, string $to_account_name, string $comment, int $expires_in_secs = 604800, string $request_id = ''): string
    {
        return $this->client->requestOnce('bank.hold', 'string', array($this->client->capabilities(), $amount, $from_akey, $from_account_name, $to_akey, $to_account_name, $comment, $expires_in_secs, $request_id), 8);
    }

    /**
     * Lists the capabilities that an avatar gave to others, holds from others, or narrowed: newest first.
     *
     * Never the capabilities themselves, which nobody keeps. One is listed until a day after it expires. Groups capabilities are in it
     * as well, whole logins are not. Times are UTC.
     *
     * @param string $akey Key or name of the avatar, who must be logged in; empty: the one who is.
     * @param int $offset How many of the newest to leave out.
     * @param int $limit How many to list, at most 100.
     * @param string $after The jti of the last one of the page before; empty for the first page.
     * @return array[] role is `given` (to holder_akey), `held` (from grantor_akey) or `own` (works alone, or is a narrowed login); limits as they were given; spent and left, in major units, where there is a total: left is no more than any that it was derived from has left; revoked 1 or 0; parent: the jti that it was derived from, or empty.
     */
    public function listGrants(string $akey = '', int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('bank.listGrants', 'array', array($this->client->capabilities(), $akey, $offset, $limit, $after));
    }

    /**
     * Lists what is held on an account, in either direction, newest first.
     *
     * States: open; posted (posted tells how much of it, the rest went back); voided; expired. Times are UTC.
     * A payment that waits to be handed over in-world is listed too, for the account `avatar` and without an end: only an operator
     * can end it, and it is voided where it could not be handed over.
     *
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param string $state Which ones to list.
     * @param int $offset How many of the newest to leave out.
     * @param int $limit How many to list; -1 for 1000.
     * @param string $after The hold_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
     * @return array[] Holds: the amount that was set aside and how much of it was posted; expires is missing where there is no end; leg is 0, but where one payment holds several amounts.
     */
    public function listHolds(string $akey, string $account_name, string $state = 'open', int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('bank.listHolds', 'array', array($this->client->capabilities(), $akey, $account_name, $state, $offset, $limit, $after));
    }

    /**
     * Lists the standing orders of the avatar who is logged in, newest first.
     *
     * Those that have ended or were cancelled are listed too. Times are UTC.
     *
     * @param int $offset How many of the newest to leave out.
     * @param int $limit How many to list; -1 for 100.
     * @param string $after The id of the last one of the page before; empty for the first page.
     * @return array[] Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not.
     */
    public function listStandingOrders(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('bank.listStandingOrders', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Opens an account for the avatar who is logged in, or for a group that the avatar is an officer of.
     *
     * Opening an account that is there already, in the same currency, changes nothing; one that was closed is open again, with its history.
     * Names match in any case. No account of a group can be called `working`: what is paid there is shared by the percentages.
     *
     * @param string $account_name Name of the new account, without commas.
     * @param string $currency Code of its currency; empty: the server's own.
     * @param string $akey Key of the group that is to own it; empty: the avatar who is logged in.
     * @return string The name of the account.
     */
    public function openAccount(string $account_name, string $currency = '', string $akey = ''): string
    {
        return $this->client->request('bank.openAccount', 'string', array($this->client->capabilities(), $account_name, $currency, $akey));
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
     * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
     * @param string $from_akey Key of the avatar who pays. A name is taken too.
     * @param string $from_account_name The account that pays.
     * @param string $to_akey Key of the avatar or group that is paid. A name is taken too.
     * @param string $to_account_name The account that is paid, or `avatar` for in-world. Empty: `working`.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param int $notify Whether the payee gets a notification (general.notifications).
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id.
     */
    public function pay($amount, string $from_akey, string $from_account_name, string $to_akey, string $to_account_name, string $comment, int $notify = 0, string $request_id = ''): string
    {
        return $this->client->requestOnce('bank.pay', 'string', array($this->client->capabilities(), $amount, $from_akey, $from_account_name, $to_akey, $to_account_name, $comment, $notify, $request_id), 8);
    }

    /**
     * Pays several at once, by shares, with a fee taken off first: all of it happens, or nothing.
     *
     * Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half; up to six decimal places count. Every unit is accounted for: each gets
     * their exact part rounded up or down, which is drawn, so that it is exact in the long run; a retry under its request_id draws the same.
     * Each payee is paid as by bank.pay. With preview = 1 nothing is booked: the amounts are those by largest remainder, and what is booked
     * differs from them by at most one unit each.
     *
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
     * @return array The transaction id (empty for a preview), the fee, and what each payee gets, in order.
     */
    public function paySplit($amount, string $from_akey, string $from_account_name, array $payees, string $comment, string $fee_akey = '', float $fee_percent = 0, int $notify = 0, int $preview = 0, string $request_id = ''): array
    {
        return $this->client->requestOnce('bank.paySplit', 'array', array($this->client->capabilities(), $amount, $from_akey, $from_account_name, $payees, $comment, $fee_akey, $fee_percent, $notify, $preview, $request_id), 10);
    }

    /**
     * Moves money that was held to the payee, all of it or a part; the rest goes back to the payer.
     *
     * For the payee, and for the payer, who may let go of the money before the payee takes it. A hold is posted once: the same
     * call again, by whichever of them, changes nothing and returns the same id, so no request id is needed. A payer's capability
     * with a spending total can set money aside, but not let go of it.
     *
     * @param string $hold_id The id that bank.hold returned.
     * @param int|float|string $amount Major units, no more than is held; 0: all of it.
     * @return string The transaction id of what was posted.
     */
    public function postHold(string $hold_id, $amount = 0): string
    {
        return $this->client->request('bank.postHold', 'string', array($this->client->capabilities(), $hold_id, $amount));
    }

    /**
     * Gives a dispenser the payment that has waited longest to be handed over in its grid. Only over the relay, signed.
     *
     * Nobody else gets it for hold_secs. Say `accepted` by bank.reportPayout before anything is handed over; what is not accepted by then is queued again.
     * From `accepted` on there are hold_secs again, to report `done` or `failed`; after that it is `unknown`, and not handed out again. The same
     * request (nonce) gets the same payout. Payments to avatars who are not registered belong to the first grid.
     *
     * @param int $hold_secs Seconds for each step, from 1 to 3600.
     * @return array `[transaction_id, akey, amount, currency]`, or an empty array where nothing waits: the id is for bank.reportPayout, akey the avatar's key in the dispenser's grid, the amount in major units.
     */
    public function pullPayout(int $hold_secs = 300): array
    {
        return $this->client->request('bank.pullPayout', 'array', array($hold_secs));
    }

    /**
     * Pays back what an avatar or group was paid, all of it or a part, to the account that it came from.
     *
     * For payments, splits and posted holds. It is taken from the very account that was paid, and all refunds together are never
     * more than was paid. Who was paid several times by one transaction gives a part back in proportion to what is left of each.
     * What was handed over in-world can not be refunded. A capability's limits and its spending total are kept as for a payment.
     *
     * @param string $akey Key of the avatar or group who was paid. A name is taken too.
     * @param string $transaction_id The transaction id.
     * @param int|float|string $amount Major units; 0: all that was not refunded yet.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id of the refund.
     */
    public function refund(string $akey, string $transaction_id, $amount = 0, string $comment = '', string $request_id = ''): string
    {
        return $this->client->requestOnce('bank.refund', 'string', array($this->client->capabilities(), $akey, $transaction_id, $amount, $comment, $request_id), 5);
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
     * @return string The state that the payout is in.
     */
    public function reportPayout(string $transaction_id, string $state, string $grid_transaction = ''): string
    {
        return $this->client->request('bank.reportPayout', 'string', array($transaction_id, $state, $grid_transaction));
    }

    /**
     * Revokes a capability by its jti, and all that were derived from it: for who has not kept its text.
     *
     * Once this has answered, no payment is booked on it any more; everything else stops within a second. Revoking twice is 1 again.
     *
     * @param string $jti As bank.listGrants lists it.
     * @return int 1.
     */
    public function revokeGrant(string $jti): int
    {
        return $this->client->request('bank.revokeGrant', 'int', array($this->client->capabilities(), $jti));
    }

    /**
     * Says who may pay into an account by its name.
     *
     * What others pay to this name goes to `working` unless they may pay into it, as bank.pay tells. Members of the group count as they
     * are when they pay. `working` itself takes payments from everybody, whatever is set.
     *
     * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param int $public_deposit 1 where everybody may.
     * @param string $deposit_group Key or name of a group that the caller created, or the key of the group that owns the account: its members may; empty: none.
     * @return int 1.
     */
    public function setDeposit(string $akey, string $account_name, int $public_deposit, string $deposit_group = ''): int
    {
        return $this->client->request('bank.setDeposit', 'int', array($this->client->capabilities(), $akey, $account_name, $public_deposit, $deposit_group));
    }

    /**
     * Tells what a transaction moved or set aside, and what was refunded of it, to those who have a part in it.
     *
     * An avatar sees the parts that their accounts pay or are paid by: the payer all of them. At most 1000 parts and as many refunds.
     * A part that was not moved but set aside has the state of its hold: open, posted, voided or expired; what was posted of it is
     * another transaction. sent_to_account_name is the account as the payer wrote it, to_account_name the one that got it: `working` where
     * there is no account of that name, or where it does not take deposits of the payer.
     *
     * @param string $akey Key of the avatar or group who has a part in it. A name is taken too.
     * @param string $transaction_id The transaction id.
     * @return array principal_akey is who asked for it (nobody, for the bank itself); parts have the state `moved`, or that of a hold; refunds are those of these parts; refund_of is the transaction that this one pays back, or empty.
     */
    public function transaction(string $akey, string $transaction_id): array
    {
        return $this->client->request('bank.transaction', 'array', array($this->client->capabilities(), $akey, $transaction_id));
    }

    /**
     * Lists what was moved to and from an account, newest first, or searches it.
     *
     * Times are UTC. At most 1000 a call. Amounts that are only held are not listed.
     * A comment matches when every word of the text is in it: whole words of letters and digits, in any case and order.
     * Without a text and a counterparty, a page costs the same wherever it is. The first search that reaches far into a long history may answer busy
     * a few times while the history is indexed: ask again, and it goes on from there.
     *
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param int $offset How many of the newest to leave out, of those that match.
     * @param int $limit How many to list; -1 for 1000.
     * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
     * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
     * @param string $text Words that the comment must hold, all of them; empty: any comment.
     * @param string $other_akey Key or name of the avatar or group on the other side; empty: anybody.
     * @param string $after The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.
     * @return array[] Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side.
     */
    public function transactions(string $akey, string $account_name, int $offset = 0, int $limit = 100, $from_time = '', $to_time = '', string $text = '', string $other_akey = '', string $after = ''): array
    {
        return $this->client->request('bank.transactions', 'array', array($this->client->capabilities(), $akey, $account_name, $offset, $limit, $from_time, $to_time, $text, $other_akey, $after));
    }

    /**
     * Moves an amount from one account to another account of the same avatar.
     *
     * @param string $akey Key of the avatar who owns both accounts. A name is taken too.
     * @param int|float|string $amount Major units of the currency of the account that pays, in its decimal places; above zero.
     * @param string $from_account_name The account that pays.
     * @param string $to_account_name The account that receives; in the same currency.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id.
     */
    public function transfer(string $akey, $amount, string $from_account_name, string $to_account_name, string $comment, string $request_id = ''): string
    {
        return $this->client->requestOnce('bank.transfer', 'string', array($this->client->capabilities(), $akey, $amount, $from_account_name, $to_account_name, $comment, $request_id), 6);
    }

    /**
     * Gives money that was held back to the payer.
     *
     * For the payee only; the payer waits until it expires. The same call again changes nothing and returns the same id.
     *
     * @param string $hold_id The id that bank.hold returned.
     * @return string The transaction id. Nothing was moved, so no statement shows it.
     */
    public function voidHold(string $hold_id): string
    {
        return $this->client->request('bank.voidHold', 'string', array($this->client->capabilities(), $hold_id));
    }
}
