<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `lease`. Each raises \Scrip\Fault. */
final class Lease extends \Scrip\Service
{
    /**
     * An object in-world tells that it is a unit of a location, and where it stands.
     *
     * A unit that is not there is created, at the price that is given. Of one that is there, model, region and position become those that are given,
     * and the price stays what it is: lease.updateUnit changes that. Telling the same again is harmless, and no entry in the history.
     *
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
     * @return string `added`, or `updated` where it was there already.
     */
    public function announceUnit(string $owner_akey, string $location_name, string $unit_name, string $model, string $region, float $x, float $y, float $z, int $rate, string $period = 'week'): string
    {
        return $this->client->request('lease.announceUnit', 'string', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $model, $region, $x, $y, $z, $rate, $period));
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
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @param array $settings What is to differ from the settings of a new location.
     * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The name of the location, as it is kept.
     */
    public function createLocation(string $owner_akey, string $location_name, array $settings = array(), string $request_id = ''): string
    {
        return $this->client->requestOnce('lease.createLocation', 'string', array($this->client->capabilities(), $owner_akey, $location_name, (object) $settings, $request_id), 4);
    }

    /**
     * Creates a unit at a location: a space that can be rented.
     *
     * A location has at most 10000, no two of which have the same name in any case. An object in-world does it with lease.announceUnit.
     *
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
     * @return string The name of the unit, as it is kept.
     */
    public function createUnit(string $owner_akey, string $location_name, string $unit_name, int $rate, string $period = 'week', string $model = '', string $region = '', float $x = 0, float $y = 0, float $z = 0, string $request_id = ''): string
    {
        return $this->client->requestOnce('lease.createUnit', 'string', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $rate, $period, $model, $region, $x, $y, $z, $request_id), 11);
    }

    /**
     * Buys more time for a lease, paid by who calls: its lessee, or the alternate payer.
     *
     * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
     * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
     * retry gets the first answer, whatever has become of the lease since.
     * The time is added to what is paid already. That of an overdue lease is added to where it was paid until: the time since then is paid for.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param int $secs Seconds to buy.
     * @param string $account_name The caller's account that pays.
     * @param int|float|string $max_amount The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
     */
    public function extend(string $owner_akey, string $location_name, string $unit_name, int $secs, string $account_name = 'working', $max_amount = -1, string $request_id = ''): array
    {
        return $this->client->requestOnce('lease.extend', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $secs, $account_name, $max_amount, $request_id), 7);
    }

    /**
     * Takes the one free extension that each lease has where its location gives any.
     *
     * Its lessee or the alternate payer may take it, at any time of the lease, also while it is overdue. How long it is the location says.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @return array The lease, the seconds that were added, and when it is paid until.
     */
    public function extendFree(string $owner_akey, string $location_name, string $unit_name): array
    {
        return $this->client->request('lease.extendFree', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name));
    }

    /**
     * Creates a capability that allows another avatar to see and change all lease locations and units, and to end leases, of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability.
     */
    public function grantManageCapability(string $auth_akey, int $valid_for_secs): string
    {
        return $this->client->request('lease.grantManageCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs));
    }

    /**
     * Creates a capability that allows another avatar to see all lease locations, units and their history of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability.
     */
    public function grantReadCapability(string $auth_akey, int $valid_for_secs): string
    {
        return $this->client->request('lease.grantReadCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs));
    }

    /**
     * Lists everything that changed at a location, newest first, and who did it.
     *
     * Types: new, extend, terminated, expire, transfer, payer (of leases); unit, price, location, access, manager (of what the owner and managers changed).
     * agent_* is the lessee, or whom the change is about; actor_* is who did it; both empty where there is nobody, such as the server that lets a lease expire.
     * amount is what was paid, or for terminated what went back; transaction_id is that of bank.transaction, empty where nothing was paid.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $cursor What the page before gave; empty: the first page.
     * @param int $limit How many to list, at most 1000.
     * @param string $after The id of the last one of the page before; empty for the first page.
     * @return array A page of entries, times in UTC, and the cursor of the next page: empty on the last one.
     */
    public function history(string $owner_akey, string $location_name, string $cursor = '', int $limit = 100, string $after = ''): array
    {
        return $this->client->request('lease.history', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $cursor, $limit, $after));
    }

    /**
     * Lists who is banned from renting at a location, and who is allowed to.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $access Which ones to list: all, ban, allow.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 1000.
     * @param string $after The akey of the last one of the page before; empty for the first page.
     * @return array[] Avatars in the order in which they came onto the list; access is ban or allow.
     */
    public function listAccess(string $owner_akey, string $location_name, string $access = 'all', int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('lease.listAccess', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $access, $offset, $limit, $after));
    }

    /**
     * Lists the managers of a location with their rights.
     *
     * There are at most 100. Officers of the manager group are not among them; lease.locationDetails tells which group that is.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @return array[] Managers, in the order in which they became it; lease.setManager explains the rights.
     */
    public function listManagers(string $owner_akey, string $location_name): array
    {
        return $this->client->request('lease.listManagers', 'array', array($this->client->capabilities(), $owner_akey, $location_name));
    }

    /**
     * Tells the settings of a location.
     *
     * lease.createLocation explains them. lease.locationStats counts its units.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @return array The settings; groups by their keys, empty where there is none.
     */
    public function locationDetails(string $owner_akey, string $location_name): array
    {
        return $this->client->request('lease.locationDetails', 'array', array($this->client->capabilities(), $owner_akey, $location_name));
    }

    /**
     * Lists the names of the lease locations of an owner.
     *
     * lease.managedLocations lists those that the caller manages for others.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @return string[] The names, in their order.
     */
    public function locationNames(string $owner_akey): array
    {
        return $this->client->request('lease.locationNames', 'array', array($this->client->capabilities(), $owner_akey));
    }

    /**
     * Counts the units at a location.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @return array total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    public function locationStats(string $owner_akey, string $location_name): array
    {
        return $this->client->request('lease.locationStats', 'array', array($this->client->capabilities(), $owner_akey, $location_name));
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
     * @param int $count_limit How many entries to list; 100 at most, also where more are asked for.
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param \DateTimeInterface|string $from_time UTC: nothing before this second; empty: from the beginning.
     * @param \DateTimeInterface|string $to_time UTC: nothing after this second; empty: to the end.
     * @return array Arrays of time (UTC, as `2006-10-23 03:08:00Z`), type, owner_akey, unit_object_name, location_name, agent_key, agent_name, amount and duration_secs.
     */
    public function logs(int $count_limit, string $owner_akey, string $location_name, $from_time = '', $to_time = ''): array
    {
        return $this->client->request('lease.logs', 'array', array($this->client->capabilities(), $count_limit, $owner_akey, $location_name, $from_time, $to_time));
    }

    /**
     * Lists the locations of others at which the avatar who is logged in is a manager or in the manager group.
     *
     * rights are all that the avatar has there, both ways together. Groups that the avatar joined later than 1000 others are not looked at.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 1000.
     * @param string $after The owner_akey of the last one of the page before, a slash and its location_name; empty for the first page.
     * @return array[] Locations in the order of their owners and names; lease.setManager explains the rights.
     */
    public function managedLocations(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('lease.managedLocations', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Lists what the avatar who is logged in leases or may pay for as alternate payer, the soonest to end first.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; -1 for 100.
     * @param string $after The lease_id of the last one of the page before; empty for the first page.
     * @return array[] Leases: payer_akey is the alternate payer, empty for nobody; secs_remaining of what is paid, below 0 where it is overdue; expires is when it ends unless it is extended; free_extension_secs is 0 where there is none (any more).
     */
    public function myLeases(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('lease.myLeases', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Lists what a location offers: its units with their prices, and the terms.
     *
     * Anybody who is logged in may ask. Units that are leased are listed too, with vacant 0; who has them is not told. rate is in whole major units of
     * the currency for each period, week_rate the same a week. members_only is 1 where only members of a group and those on a list may rent.
     * discounts and the other terms are those of lease.createLocation. In the order of the names.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $cursor What the page before gave; empty: the first page.
     * @param int $limit How many to list, at most 1000.
     * @param string $after The unit_name of the last one of the page before; empty for the first page.
     * @return array The terms, a page of units, and the cursor of the next page: empty on the last one.
     */
    public function offers(string $owner_akey, string $location_name, string $cursor = '', int $limit = 100, string $after = ''): array
    {
        return $this->client->request('lease.offers', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $cursor, $limit, $after));
    }

    /**
     * Tells what the caller would pay for time at a unit: to rent it, or to extend the lease that they have or may pay for.
     *
     * Either secs or amount is given. For an amount the answer is the longest time that costs no more, to the second; where a discount for
     * longer terms makes more time cheaper, that is taken. Prices are rounded up to the smallest unit of the currency, of which the shortest
     * time costs one. What renting or extending would be refused for this is refused for too, but for what is about the money: who lacks it may ask,
     * and so may the owner, who can not rent.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param int $secs Seconds to buy; 0 where an amount is given.
     * @param int|float|string $amount Major units to spend; 0 where seconds are given.
     * @return array The seconds and their price in major units; discount_percent that it has off; paid_until when the lease would be paid; min_secs and max_secs that can be bought now; revision counts the changes of price and terms.
     */
    public function quote(string $owner_akey, string $location_name, string $unit_name, int $secs = 0, $amount = 0): array
    {
        return $this->client->request('lease.quote', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $secs, $amount));
    }

    /**
     * Tells what would be paid back if the caller ended a lease now, and to whom.
     *
     * It gets less with every second. Each who got a part of what was paid is a side, and gives back of what they got. While something is
     * missing the lease ends only where the owner pays that, or where the lessee does without a refund (lease.terminate).
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @return array The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), who gets what of it, who gives it and what each is short of (on_its_way: what they were paid waits to be handed over in-world), and what is missing in all.
     */
    public function refundPreview(string $owner_akey, string $location_name, string $unit_name): array
    {
        return $this->client->request('lease.refundPreview', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name));
    }

    /**
     * Counts the units of an owner that stand in a region, at whichever of their locations.
     *
     * For a region in which the owner has none, or that nobody knows, all four are 0.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $region Name of the region (sim), in any case; empty: units of which no region is known.
     * @return array total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    public function regionStats(string $owner_akey, string $region): array
    {
        return $this->client->request('lease.regionStats', 'array', array($this->client->capabilities(), $owner_akey, $region));
    }

    /**
     * Removes a location with all of its units, none of which may be leased.
     *
     * Its name is free again. Its managers and its list of those who are banned or allowed go with it, and its history is not shown any more.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @return int 1.
     */
    public function removeLocation(string $owner_akey, string $location_name): int
    {
        return $this->client->request('lease.removeLocation', 'int', array($this->client->capabilities(), $owner_akey, $location_name));
    }

    /**
     * Removes a unit that nobody has leased.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @return int 1.
     */
    public function removeUnit(string $owner_akey, string $location_name, string $unit_name): int
    {
        return $this->client->request('lease.removeUnit', 'int', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name));
    }

    /**
     * Rents a vacant unit for so many seconds, which the avatar who is logged in pays for.
     *
     * The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.
     * The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a
     * retry gets the first answer, whatever has become of the lease since. An owner can not rent their own unit. The owner is notified.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param int $secs Seconds to buy.
     * @param string $account_name The caller's account that pays.
     * @param int|float|string $max_amount The most that may be paid, in major units, such as the amount that lease.quote told; -1: whatever it costs.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.
     */
    public function rent(string $owner_akey, string $location_name, string $unit_name, int $secs, string $account_name = 'working', $max_amount = -1, string $request_id = ''): array
    {
        return $this->client->requestOnce('lease.rent', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $secs, $account_name, $max_amount, $request_id), 7);
    }

    /**
     * Bans an avatar from renting at a location, allows it to rent there, or takes it off that list.
     *
     * A ban stands above everything: who is banned can neither rent nor extend, and no lease can be transferred to them; a lease that they have runs out.
     * As soon as anybody is allowed, only those who are, and the members of the tenant group where there is one, can rent.
     * At most 1000 avatars are on the list of a location.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $akey Key or name of the avatar.
     * @param string $access One of: ban, allow, none.
     * @return int 1.
     */
    public function setAccess(string $owner_akey, string $location_name, string $akey, string $access): int
    {
        return $this->client->request('lease.setAccess', 'int', array($this->client->capabilities(), $owner_akey, $location_name, $akey, $access));
    }

    /**
     * Makes an avatar a manager of a location, or changes what a manager may do there.
     *
     * Rights: see (all that the owner sees); units (create, describe and remove them; a new one has a price); prices (change them);
     * access (who is banned or allowed); leases (end them, for which the owner pays the refund); settings (the terms, and which groups of the owner get the
     * income and may rent). Each comes with see. What managers do is in lease.history with their names; only the owner makes managers.
     * A location has at most 100 managers.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $akey Key or name of the avatar.
     * @param string[] $rights All that the avatar is to be allowed, of see, units, prices, access, leases, settings; none: no manager.
     * @return int 1.
     */
    public function setManager(string $owner_akey, string $location_name, string $akey, array $rights): int
    {
        return $this->client->request('lease.setManager', 'int', array($this->client->capabilities(), $owner_akey, $location_name, $akey, $rights));
    }

    /**
     * Names another avatar who may extend the lease beside its lessee, and pays for that.
     *
     * The alternate payer need not, and can neither end the lease nor pass it on. What is refunded of a payment goes to who made it, also after a
     * lease.transfer. The owner of the location can not be it.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param string $payer_akey Key of the other avatar; a name is taken too. Empty: nobody any more.
     * @return int 1.
     */
    public function setPayer(string $owner_akey, string $location_name, string $unit_name, string $payer_akey): int
    {
        return $this->client->request('lease.setPayer', 'int', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $payer_akey));
    }

    /**
     * Counts the units at all locations of an owner.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @return array total, leased, vacant and overdue: how many units there are of each; overdue ones count as leased too.
     */
    public function stats(string $owner_akey): array
    {
        return $this->client->request('lease.stats', 'array', array($this->client->capabilities(), $owner_akey));
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
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param int $refund 0: the lessee ends the lease without a refund.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @param int $cover 1: the owner pays what others are short of; nobody else may choose that.
     * @return array The lease, what was paid back in major units, the unused seconds, and the payment (empty where nothing was paid back).
     */
    public function terminate(string $owner_akey, string $location_name, string $unit_name, int $refund = 1, string $request_id = '', int $cover = 0): array
    {
        return $this->client->requestOnce('lease.terminate', 'array', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $refund, $request_id, $cover), 5);
    }

    /**
     * Gives a lease, with all that is paid, to another avatar.
     *
     * The new lessee must be one who may rent at the location. They get what is refunded of what the former lessee paid; what others
     * paid stays theirs. The alternate payer is forgotten. Nobody but the lessee can give it away: the owner and managers end a lease
     * (lease.terminate), which pays the lessee back. The new lessee and the owner are notified.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param string $to_akey Key of the new lessee; a name is taken too.
     * @return int 1.
     */
    public function transfer(string $owner_akey, string $location_name, string $unit_name, string $to_akey): int
    {
        return $this->client->request('lease.transfer', 'int', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $to_akey));
    }

    /**
     * Tells about the units at a location, in the order of their names.
     *
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; -1 for all.
     * @param string $format One of: std, compact.
     * @return array|string For `std` arrays of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same, eight fields a unit, all separated by commas.
     */
    public function unitDetailsAtLocation(string $owner_akey, string $location_name, int $offset = 0, int $limit = -1, string $format = 'std')
    {
        return $this->client->request('lease.unitDetailsAtLocation', 'mixed', array($this->client->capabilities(), $owner_akey, $location_name, $offset, $limit, $format));
    }

    /**
     * Tells about one unit at a location, by its name.
     *
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param string $format One of: std, compact.
     * @return array|string For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
     */
    public function unitDetailsByName(string $owner_akey, string $location_name, string $unit_name, string $format = 'std')
    {
        return $this->client->request('lease.unitDetailsByName', 'mixed', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, $format));
    }

    /**
     * Tells about one unit at a location, by its number: the digits after the last `#` of its name.
     *
     * Where several units have the number, the first one in the order of names is told of.
     * region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key
     * and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.
     * secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param int $unit_number Number of the unit: 7 for `Shop #7` and for `Shop #07`.
     * @param string $format One of: std, compact.
     * @return array|string For `std` an array of unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining; for `compact` one text of the same eight, separated by commas.
     */
    public function unitDetailsByNumber(string $owner_akey, string $location_name, int $unit_number, string $format = 'std')
    {
        return $this->client->request('lease.unitDetailsByNumber', 'mixed', array($this->client->capabilities(), $owner_akey, $location_name, $unit_number, $format));
    }

    /**
     * Lists the names of the units at a location.
     *
     * In the order of the names, as all lists of units: numbers in them count as numbers, so that `Shop #2` stands before `Shop #10`.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; -1 for all.
     * @param string $format One of: std, compact.
     * @return string[]|string For `std` an array of names; for `compact` one text of the same, separated by commas.
     */
    public function unitNamesAtLocation(string $owner_akey, string $location_name, int $offset = 0, int $limit = -1, string $format = 'std')
    {
        return $this->client->request('lease.unitNamesAtLocation', 'mixed', array($this->client->capabilities(), $owner_akey, $location_name, $offset, $limit, $format));
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
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param array $settings What is to change.
     * @param string $new_name What the location is to be called; empty: as it is called.
     * @return string The name of the location.
     */
    public function updateLocation(string $owner_akey, string $location_name, array $settings, string $new_name = ''): string
    {
        return $this->client->request('lease.updateLocation', 'string', array($this->client->capabilities(), $owner_akey, $location_name, (object) $settings, $new_name));
    }

    /**
     * Changes what a unit is called, where it stands, or what it costs.
     *
     * The struct may have the members name, model, region, x, y, z (metres), rate and period; what is left out stays as it is. A new price is that of
     * whoever rents or extends from now on; what is paid stays paid.
     *
     * @param string $owner_akey Key of the agent who owns the lease location. A name is taken too; empty: the caller.
     * @param string $location_name Name of the lease location, in any case.
     * @param string $unit_name Name of the unit (space) at the location, in any case.
     * @param array $changes What is to change.
     * @return string The name of the unit.
     */
    public function updateUnit(string $owner_akey, string $location_name, string $unit_name, array $changes): string
    {
        return $this->client->request('lease.updateUnit', 'string', array($this->client->capabilities(), $owner_akey, $location_name, $unit_name, (object) $changes));
    }
}
