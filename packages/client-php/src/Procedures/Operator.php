<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `operator`. Each raises \Scrip\Fault. */
final class Operator extends \Scrip\Service
{
    /**
     * Adds an app whose users ask each other for gifts, or gives one another secret key.
     *
     * For an app that is there, of the same owner, the secret key before is worth nothing from then on. The key is shown this once.
     *
     * @param string $app_id The id of the app: letters and digits.
     * @param string $owner_akey Key or name of the avatar who owns the app.
     * @return string The secret key, with which the app calls: 32 hexadecimal digits.
     */
    public function addApp(string $app_id, string $owner_akey): string
    {
        return $this->client->request('operator.addApp', 'string', array($this->client->capabilities(), $app_id, $owner_akey));
    }

    /**
     * Registers an avatar.
     *
     * Spaces around a name go, several inside become one. Names that differ only in case, or in the width or font of letters, are the same name.
     *
     * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @param string $password 1 to 1024 bytes; empty registers an avatar without a login, who is paid in-world.
     * @param string $akey The grid's key for the avatar; empty: a new one is made.
     * @param string $email An address, or empty for none.
     * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
     * @return string The avatar's key, in lower case: that of the grid, or one of ours where another grid has given one that is taken here.
     */
    public function addAvatar(string $name, string $password, string $akey = '', string $email = '', string $realm = ''): string
    {
        return $this->client->request('operator.addAvatar', 'string', array($this->client->capabilities(), $name, $password, $akey, $email, $realm));
    }

    /**
     * Adds a currency, for good.
     *
     * Neither code nor scale can be changed afterwards. The same again changes nothing. Codes match in any case.
     *
     * @param string $code 1 to 16 printable characters without spaces, commas, # and :.
     * @param int $scale Number of decimal places: a currency of scale 2 counts in hundredths.
     * @return int 1.
     */
    public function addCurrency(string $code, int $scale): int
    {
        return $this->client->request('operator.addCurrency', 'int', array($this->client->capabilities(), $code, $scale));
    }

    /**
     * Adds a grid whose objects may call, or changes the one of that name.
     *
     * What a script says of itself in the headers of its simulator (who owns the object, where it stands) counts where it comes from one of these
     * networks with this shard. The first grid is the server's own: the empty realm and its name mean the same avatars. Each later one has avatars
     * of its own, which its name as realm finds.
     *
     * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @param string $shard What X-SecondLife-Shard says there, such as `Production`.
     * @param string[] $networks Where its simulators call from: addresses and networks, such as `10.1.0.0/16`, at most 100. With none, only signed objects are known.
     * @return int 1.
     */
    public function addGrid(string $name, string $shard, array $networks): int
    {
        return $this->client->request('operator.addGrid', 'int', array($this->client->capabilities(), $name, $shard, $networks));
    }

    /**
     * Gives somebody a capability of their own to act as an operator, for some time.
     *
     * Nobody gives scopes or time that they do not have themselves. An operator ends with the one who added it. The log tells what
     * each operator did. A name is free again once its operator has expired or is revoked; the log tells the two apart by their ids.
     *
     * @param string $name What the log calls the operator; names that differ in case only are the same. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
     * @param string[] $scopes What the operator may do, one or more of `read` (lists, the audit, the chain, transactions, supply, the log, and looking at a capability); `accounts` (freezing accounts, their limits, currencies); `money` (minting, refunds, reversals, payouts); `people` (avatars, passwords, developers); `system` (operators, revocations by jti, keys, sites, apps, studios, grids, the outbox).
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability. It is stored nowhere.
     */
    public function addOperator(string $name, array $scopes, int $valid_for_secs): string
    {
        return $this->client->request('operator.addOperator', 'string', array($this->client->capabilities(), $name, $scopes, $valid_for_secs));
    }

    /**
     * Adds a plan that a studio's users can subscribe to, or changes the one of that number.
     *
     * The price is for one period. The currency is one of the bank's, or three capitals such as USD that cards are charged in. A studio has at most 100 plans.
     *
     * @param string $studio The studio's name.
     * @param array $plan `{id, name, price, currency, period}`: the studio's own number for it, and `month` or `year`.
     * @return int 1.
     */
    public function addPlan(string $studio, array $plan): int
    {
        return $this->client->request('operator.addPlan', 'int', array($this->client->capabilities(), $studio, (object) $plan));
    }

    /**
     * Adds a site that sends customers into performers' rooms, and gives it its key.
     *
     * Tips of its customers are paid from this account of the owner, up to what the site says that each may spend. Whoever has the key can spend
     * all that is in the account: keep an account for it. operator.rotateRoomSite replaces a key that got out.
     *
     * @param string $name What the site is called.
     * @param string $owner_akey Key or name of the avatar who pays the tips.
     * @param string $account_name The account that pays them.
     * @return string The key, 43 characters, which is shown this once.
     */
    public function addRoomSite(string $name, string $owner_akey, string $account_name = 'working'): string
    {
        return $this->client->request('operator.addRoomSite', 'string', array($this->client->capabilities(), $name, $owner_akey, $account_name));
    }

    /**
     * Adds a studio, or gives the one of that name another token.
     *
     * The token is shown this once. A studio that has lost it gets another one by the same call, and the one before is worth nothing then.
     *
     * @param string $name 1 to 40 characters, as a name of an avatar may be. Names match in any case.
     * @return string The token that the studio sends as authToken.
     */
    public function addStudio(string $name): string
    {
        return $this->client->request('operator.addStudio', 'string', array($this->client->capabilities(), $name));
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
     * @return array Counts, the difference in minor units (0 if ok), what is wrong in words, at most 20 lines, and what has kept a name that something of the same owner has, too.
     */
    public function audit(): array
    {
        return $this->client->request('operator.audit', 'array', array($this->client->capabilities()));
    }

    /**
     * Tells that a payment was handed over in-world: the payer's money is gone for good.
     *
     * The money that was held goes to the bank's payout account. The same call again changes nothing and returns the same id.
     *
     * @param string $transaction_id The transaction id.
     * @param int $leg Which transfer of the transaction, as operator.listPayouts tells it.
     * @return string The transaction id of what was moved.
     */
    public function confirmPayout(string $transaction_id, int $leg = 0): string
    {
        return $this->client->request('operator.confirmPayout', 'string', array($this->client->capabilities(), $transaction_id, $leg));
    }

    /**
     * Disables an avatar, so that nothing happens on its behalf, or enables it again.
     *
     * All that the avatar holds or gave is revoked as by operator.revokeAvatar, and while it is disabled it can not log in: the login fails as
     * for a wrong password. Payments to it arrive. Enabling it again revives no capability and no standing order.
     *
     * @param string $akey Key of the avatar. A name is taken too.
     * @param int $disabled Whether it is to be disabled; 0 enables it again.
     * @return int 1.
     */
    public function disableAvatar(string $akey, int $disabled): int
    {
        return $this->client->request('operator.disableAvatar', 'int', array($this->client->capabilities(), $akey, $disabled));
    }

    /**
     * Tells that a payment could not be handed over in-world: the money goes back to the payer, who is notified.
     *
     * The same call again changes nothing and returns the same id.
     *
     * @param string $transaction_id The transaction id.
     * @param int $leg Which transfer of the transaction, as operator.listPayouts tells it.
     * @return string The transaction id. Nothing was moved, so no statement shows it.
     */
    public function failPayout(string $transaction_id, int $leg = 0): string
    {
        return $this->client->request('operator.failPayout', 'string', array($this->client->capabilities(), $transaction_id, $leg));
    }

    /**
     * Freezes an account, or frees it again.
     *
     * Nothing leaves a frozen account: no payment, no hold, and no hold that was made before. Money can still come in, and what is held
     * can be given back. It can not be closed.
     *
     * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param int $frozen 1 to freeze it, 0 to free it.
     * @return int 1.
     */
    public function freezeAccount(string $akey, string $account_name, int $frozen): int
    {
        return $this->client->request('operator.freezeAccount', 'int', array($this->client->capabilities(), $akey, $account_name, $frozen));
    }

    /**
     * Tells what a capability is, whose it is, and whether it is still good.
     *
     * One that this server did not issue is an invalid parameter. Looking at a capability uses nothing of it up.
     *
     * @param string $capability The capability to look at.
     * @return array status is `valid`, `expired` or `revoked`; holder and grantor are keys of avatars, or `operator` for the server's own capability and `operator:NAME` for an operator; limits is a struct of accounts, payees, maxEach and total, each only where there is such a limit; spent and left (major units) are there where the bank counts a total; parents are the jtis that it was derived from, nearest first; times in UTC.
     */
    public function inspectCapability(string $capability): array
    {
        return $this->client->request('operator.inspectCapability', 'array', array($this->client->capabilities(), $capability));
    }

    /**
     * Lists the registered avatars in the order of their names.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 1000.
     * @param string $after The akey of the last one of the page before; empty for the first page.
     * @return array[] Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works, disabled whether an operator has disabled the avatar; created in UTC.
     */
    public function listAvatars(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('operator.listAvatars', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Lists the grids whose objects may call.
     *
     * @return array[] Grids in the order of their names: home is whether it is the server's own; heard is when one of its objects called last, to half a minute, in UTC, and not there before the first.
     */
    public function listGrids(): array
    {
        return $this->client->request('operator.listGrids', 'array', array($this->client->capabilities()));
    }

    /**
     * Lists the operators that were added, newest first, with those that have ended.
     *
     * @param string $after The id of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 1000.
     * @return array[] id is the jti of the operator's capability, by which operator.log tells apart operators who had the same name one after the other; status is `valid`, `expired`, or `revoked`, which it is too where a key that it rests on was retired; added_by is the name of another operator, or `root`; times in UTC.
     */
    public function listOperators(string $after = '', int $limit = 100): array
    {
        return $this->client->request('operator.listOperators', 'array', array($this->client->capabilities(), $after, $limit));
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
     * @param string $after The id of the last item of the page before; empty for the first page.
     * @param int $limit How many to list; -1 for 1000.
     * @return array[] Items: attempts since it was written or resent, why the last one failed (empty if it did not), and when it was written, in UTC.
     */
    public function listOutbox(string $after = '', int $limit = 100): array
    {
        return $this->client->request('operator.listOutbox', 'array', array($this->client->capabilities(), $after, $limit));
    }

    /**
     * Lists the payments to be handed over in-world that are in one state, oldest first.
     *
     * Dispensers take the queue from its front (bank.pullPayout). What became of an `unknown` one is for an operator to find out and to say, by
     * operator.confirmPayout or operator.failPayout; transaction_id and leg together name a payout. A queued one may be decided by them too.
     *
     * @param string $state Which ones to list: queued, pulled, accepted, done, failed, unknown. `dispensed` is an older word for `done`.
     * @param int $limit How many to list; -1 for 1000.
     * @param string $after The transaction_id of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.
     * @return array[] Payouts: akey and name (empty for somebody who is not registered) of who gets it; object_key of the dispenser that has it, and the key of the grid for the transaction, where there is one; due is when a dispenser has to have said something. Times are UTC.
     */
    public function listPayouts(string $state = 'queued', int $limit = 100, string $after = ''): array
    {
        return $this->client->request('operator.listPayouts', 'array', array($this->client->capabilities(), $state, $limit, $after));
    }

    /**
     * Lists the sites that send customers into rooms, in the order of their names.
     *
     * @param string $after The name of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 1000.
     * @return array[] Sites: whose account pays the tips, and where notices go, which is empty for none.
     */
    public function listRoomSites(string $after = '', int $limit = 100): array
    {
        return $this->client->request('operator.listRoomSites', 'array', array($this->client->capabilities(), $after, $limit));
    }

    /**
     * Lists what operators called, oldest first.
     *
     * Every call of a procedure of operators is here, granted or refused, also each one in a multicall or batch; reading the log is not.
     * What changes something is written down before it is done. Of an operator's refused calls 60 a minute have an item each;
     * the others of a method and outcome are one item, whose params are `refused_calls` and `since`. The log is sealed with the books:
     * operator.verifyChain tells whether anybody changed, removed or added an item.
     *
     * @param string $after The id of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 1000.
     * @return array[] operator is a name, or `root` for the server's own capability, and operator_id the jti that it was given; params is a struct of the parameters without capabilities, passwords and what has no declared shape, empty where they could not be read; a long value is a text that was cut; source is the address that called; outcome is `ok`, the code of a fault, or `unknown` where the call is on its way or the server died meanwhile; time in UTC.
     */
    public function log(string $after = '', int $limit = 100): array
    {
        return $this->client->request('operator.log', 'array', array($this->client->capabilities(), $after, $limit));
    }

    /**
     * Creates money in an account.
     *
     * The mint's own account goes below zero by as much, so that all accounts together always hold nothing.
     *
     * @param string $akey Key of the avatar who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param int|float|string $amount Major units, in the decimal places of their currency; above zero.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id.
     */
    public function mint(string $akey, string $account_name, $amount, string $comment, string $request_id = ''): string
    {
        return $this->client->requestOnce('operator.mint', 'string', array($this->client->capabilities(), $akey, $account_name, $amount, $comment, $request_id), 5);
    }

    /**
     * Takes a payment back from everybody who was paid by it, all of it or a part, and returns it to the payer.
     *
     * As bank.refund, for all who were paid together: each gives in proportion to what they have left of it. All of it is moved, or nothing.
     *
     * @param string $transaction_id The transaction id.
     * @param int|float|string $amount Major units; 0: all that was not refunded yet.
     * @param string $comment Shown in the history of both accounts. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is booked once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id of the refund.
     */
    public function refund(string $transaction_id, $amount = 0, string $comment = '', string $request_id = ''): string
    {
        return $this->client->requestOnce('operator.refund', 'string', array($this->client->capabilities(), $transaction_id, $amount, $comment, $request_id), 4);
    }

    /**
     * Takes a grid away: nothing that its objects say of themselves counts any more.
     *
     * One with avatars of its own stays. Objects that sign go on calling; operator.disableAvatar or general.revokeObject ends them.
     *
     * @param string $name The grid's name.
     * @return int 1.
     */
    public function removeGrid(string $name): int
    {
        return $this->client->request('operator.removeGrid', 'int', array($this->client->capabilities(), $name));
    }

    /**
     * Gives an avatar another name.
     *
     * The name that it had leads to it wherever a name is taken, until another avatar is called so. Other servers know within a second.
     *
     * @param string $akey Key of the avatar. A name is taken too.
     * @param string $name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @return int 1.
     */
    public function renameAvatar(string $akey, string $name): int
    {
        return $this->client->request('operator.renameAvatar', 'int', array($this->client->capabilities(), $akey, $name));
    }

    /**
     * Sends an item of the outbox anew, at once and with all of its attempts.
     *
     * Whether it failed, waits or was sent; one that is being sent right now stays as it is. A copy has the Message-ID of the first.
     *
     * @param string $id The id that operator.listOutbox gives.
     * @return int 1.
     */
    public function resend(string $id): int
    {
        return $this->client->request('operator.resend', 'int', array($this->client->capabilities(), $id));
    }

    /**
     * Takes a signing key out of use: what was signed with it is invalid from then on.
     *
     * For a key that others may have. Here at once, in every other server within a second; the calls are refused as auth.capability_invalid.
     * So is what was derived from such a capability or given on it, whichever key signed that: everybody logs in again, and gives grants
     * anew. Where the key is the one that signs, a new one takes its place. An operator.capability in SCRIP_DATA that it signed is made
     * anew before this answers, so read the file again. Retiring a key again is 1 again.
     *
     * @param string $kid The key's kid, as /.well-known/jwks.json lists it and as the header of each capability has it.
     * @return int 1.
     */
    public function retireKey(string $kid): int
    {
        return $this->client->request('operator.retireKey', 'int', array($this->client->capabilities(), $kid));
    }

    /**
     * Revokes any capability by its jti, and all that were derived from it.
     *
     * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
     * it the grants that were given on it and the standing orders that it started; holds stay. It need not have been seen before, so
     * revoking twice is 1 again.
     *
     * @param string $jti The capability's id, as its payload carries it.
     * @return int 1.
     */
    public function revoke(string $jti): int
    {
        return $this->client->request('operator.revoke', 'int', array($this->client->capabilities(), $jti));
    }

    /**
     * Revokes all that an avatar holds or gave.
     *
     * Logins, grants, narrowed logins and groups capabilities that were issued until now end, and standing orders; holds stay. No payment
     * is booked on any of it once this has answered, by any server; everything else stops within a second. The avatar can log in again, so
     * where the password is known to others, operator.setPassword is what is needed.
     *
     * @param string $akey Key of the avatar. A name is taken too.
     * @return int 1.
     */
    public function revokeAvatar(string $akey): int
    {
        return $this->client->request('operator.revokeAvatar', 'int', array($this->client->capabilities(), $akey));
    }

    /**
     * Ends an operator, and the operators that it added.
     *
     * No call of theirs that comes after the answer is let through, by any server. One that has ended before is 1 again.
     *
     * @param string $name As operator.listOperators tells it. 1 to 63 letters and digits of ASCII, with spaces, dots, `_`, `@` and `-` between them.
     * @return int 1.
     */
    public function revokeOperator(string $name): int
    {
        return $this->client->request('operator.revokeOperator', 'int', array($this->client->capabilities(), $name));
    }

    /**
     * Makes a new signing key for capabilities; what older keys signed stays valid.
     *
     * This server signs with it at once, the others on the same database within some five seconds.
     *
     * @return string The new key's kid, as /.well-known/jwks.json lists it.
     */
    public function rotateKey(): string
    {
        return $this->client->request('operator.rotateKey', 'string', array($this->client->capabilities()));
    }

    /**
     * Gives a room site another key.
     *
     * The one before is worth nothing from then on, in every server within two seconds. Keep the new one back to shut the site out.
     *
     * @param string $name What the site is called.
     * @return string The new key, which is shown this once.
     */
    public function rotateRoomSite(string $name): string
    {
        return $this->client->request('operator.rotateRoomSite', 'string', array($this->client->capabilities(), $name));
    }

    /**
     * Sets how far below zero an account may go, and the most that it may hold.
     *
     * An account that owes more than the new overdraft already keeps its limits. One that holds more than the new maximum keeps what it
     * has, and gets no more. What is on its way to the account counts towards the maximum.
     *
     * @param string $akey Key of the avatar or group who owns the account. A name is taken too.
     * @param string $account_name Name of the account.
     * @param int|float|string $overdraft Major units; 0: it can not go below zero.
     * @param int|float|string $maximum Major units; -1: there is none.
     * @return int 1.
     */
    public function setAccountLimits(string $akey, string $account_name, $overdraft, $maximum): int
    {
        return $this->client->request('operator.setAccountLimits', 'int', array($this->client->capabilities(), $akey, $account_name, $overdraft, $maximum));
    }

    /**
     * Turns the documented md5 login of an avatar off or on.
     *
     * Capabilities that were issued before stay valid; operator.revoke ends them.
     *
     * @param string $akey Key of the avatar. A name is taken too.
     * @param int $enabled Whether general.getLoginCapability may log this avatar in.
     * @return int 1.
     */
    public function setChallengeLogin(string $akey, int $enabled): int
    {
        return $this->client->request('operator.setChallengeLogin', 'int', array($this->client->capabilities(), $akey, $enabled));
    }

    /**
     * Lets an enrolled object hand over payouts and tell of deposits in its grid, or no longer.
     *
     * What it says is believed: that money was handed over, and that money came in. So its owner is to be trusted, and its script. It counts in
     * every server within a second. Another secret changes nothing about it; where the object is revoked or enrolled again, it is no dispenser.
     *
     * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
     * @param int $dispenser 1, or 0 to end it.
     * @return int 1.
     */
    public function setDispenser(string $object_key, int $dispenser): int
    {
        return $this->client->request('operator.setDispenser', 'int', array($this->client->capabilities(), $object_key, $dispenser));
    }

    /**
     * Gives an avatar another password, and revokes all that the avatar holds or gave.
     *
     * As general.changePassword, without the old one: for an owner who has lost it, or whose login was stolen. An avatar that had no login
     * gets one.
     *
     * @param string $akey Key of the avatar. A name is taken too.
     * @param string $password 1 to 1024 bytes.
     * @return int 1.
     */
    public function setPassword(string $akey, string $password): int
    {
        return $this->client->request('operator.setPassword', 'int', array($this->client->capabilities(), $akey, $password));
    }

    /**
     * Sets where a room site is told of the status of performers.
     *
     * The outbox posts JSON there: `{function: "performerStatus", action, performerId, customers, time}`. action is `online` when the first customer
     * of the site is in the performer's room, `offline` when the last one has left, and `change` when their number, customers, is another one: at
     * most once in ten seconds. Each notice arrives at least once; the header X-Scrip-Notice is the same for all copies.
     *
     * @param string $name What the site is called.
     * @param string $url An http or https address without a user and a password; empty for no notices.
     * @return int 1.
     */
    public function setRoomNotices(string $name, string $url): int
    {
        return $this->client->request('operator.setRoomNotices', 'int', array($this->client->capabilities(), $name, $url));
    }

    /**
     * Tells whether the books and the operators' log are as they were sealed.
     *
     * What is booked is sealed within a second or two: each seal covers journals with all of their rows, what operators called, and the seal before it. This
     * compares all of that, in one snapshot, and stops at the first row that was changed, removed or added behind the back of the
     * ledger. Whoever can write to the database could make the whole chain anew; keep the newest seal somewhere else, and give it
     * as `expect` later. Reads all entries: a million journals take up to a minute.
     *
     * @param string $expect A seal that the chain must still hold, as NUMBER:HASH; empty: none.
     * @return array How many seals were found good, how many journals and rows of the operators' log they cover (a call and its outcome are a row each), and how many journals wait for a seal; number and hash of the newest seal (0 and zeros where there is none); which row is the first that is not as it was sealed, in words, empty if ok.
     */
    public function verifyChain(string $expect = ''): array
    {
        return $this->client->request('operator.verifyChain', 'array', array($this->client->capabilities(), $expect));
    }
}
