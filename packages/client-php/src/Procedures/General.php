<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `general`. Each raises \Scrip\Fault. */
final class General extends \Scrip\Service
{
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
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param string $new_member_key_or_name Key or name of the avatar who is to be a member.
     * @param string $new_member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
     * @param float $new_member_percent 0 to 100, before all are scaled; -1: a new member gets 100 / n of what are then n members, and an existing one keeps theirs.
     * @param int $new_member_as_officer 1: an officer; 0: a regular member; left out or -1: a new member is none, an existing one stays what it is.
     * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string `added`, or `updated` where the avatar was a member already.
     */
    public function addToGroup(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, string $new_member_key_or_name, string $new_member_agent_realm = '', float $new_member_percent = -1, int $new_member_as_officer = -1, string $request_id = ''): string
    {
        return $this->client->requestOnce('general.addToGroup', 'string', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $new_member_key_or_name, $new_member_agent_realm, $new_member_percent, $new_member_as_officer, $request_id), 8);
    }

    /**
     * Gives the avatar who is logged in another password, and revokes all that the avatar holds or gave.
     *
     * The login of this call is revoked too: log in again. Grants, narrowed logins and groups capabilities end, and standing orders;
     * holds stay. No payment is booked on any of it once this has answered, by any server. A wrong old password counts as a failed login,
     * and after ten each further attempt has to wait: the fault rate_limited tells how many seconds. Taken over TLS and from the same
     * machine; over plain HTTP only where the server has SCRIP_PLAIN_LOGIN=1.
     *
     * @param string $old_password The password until now.
     * @param string $new_password The one from now on: 1 to 1024 bytes.
     * @return int 1.
     */
    public function changePassword(string $old_password, string $new_password): int
    {
        return $this->client->request('general.changePassword', 'int', array($this->client->capabilities(), $old_password, $new_password));
    }

    /**
     * Creates a group of the avatar who calls, who is its first member: an officer with 100 percent.
     *
     * An avatar has at most 100 groups, no two of which have the same name in any case; other avatars may use it too.
     *
     * @param string $group_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The group's key, a UUID in lower case.
     */
    public function createGroup(string $group_name, string $request_id = ''): string
    {
        return $this->client->requestOnce('general.createGroup', 'string', array($this->client->capabilities(), $group_name, $request_id), 2);
    }

    /**
     * Dissolves a group for good.
     *
     * Nobody is a member any more, its name is free again, and its key is never given to another group. Officers can not do this.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @return int 1.
     */
    public function dissolveGroup(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name): int
    {
        return $this->client->request('general.dissolveGroup', 'int', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name));
    }

    /**
     * Enrols an in-world object, or a device, of the avatar who calls: it gets a secret to sign its requests with.
     *
     * Signed requests to the relay need no password and no trusted grid. What the object may do is that of its owner, within the limits, which count over all
     * capabilities that it asks for together. Enrolling it again gives it another secret and other limits, and ends what it had. Nobody else can enrol
     * the key then, but an owner in-world through the object itself, from a grid that the operator trusts. It ends with the login that it was enrolled on
     * where that is revoked. At most 5000 for an avatar.
     *
     * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
     * @param string $name What the owner calls it.
     * @param int $valid_for_secs Seconds until it ends; 0: until it is revoked.
     * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
     * @return array The key in lower case, and the secret, which is shown this once.
     */
    public function enrollObject(string $object_key, string $name, int $valid_for_secs = 0, array $limits = array()): array
    {
        return $this->client->request('general.enrollObject', 'array', array($this->client->capabilities(), $object_key, $name, $valid_for_secs, (object) $limits));
    }

    /**
     * Tells an avatar's key by its name.
     *
     * Names match in any case. A key is taken too, and comes back in lower case if somebody is registered under it.
     *
     * @param string $avatar_name The avatar's name.
     * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
     * @return string The key, a UUID in lower case.
     */
    public function getAvatarKey(string $avatar_name, string $realm = ''): string
    {
        return $this->client->request('general.getAvatarKey', 'string', array($avatar_name, $realm));
    }

    /**
     * Gives a login capability of the owner of the in-world object that calls, for the password. Only over the relay.
     *
     * The owner is who the simulator of a trusted grid, or the signature, says. The password goes over the network, so it is taken over TLS alone, as by
     * general.loginWithPassword; an enrolled object needs none: general.getObjectCapability.
     *
     * @param string $password The password of the object's owner, at most 1024 bytes.
     * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability, for the capabilities field of other calls.
     */
    public function getAvatarLoginCapability(string $password, int $valid_for_secs): string
    {
        return $this->client->request('general.getAvatarLoginCapability', 'string', array($password, $valid_for_secs));
    }

    /**
     * Tells an avatar's name by its key.
     *
     * A name is taken too, in any case, and comes back as it was registered.
     *
     * @param string $akey The avatar's key.
     * @param string $realm The grid that the avatar is of: empty for this one, otherwise a grid's name.
     * @return string The name.
     */
    public function getAvatarName(string $akey, string $realm = ''): string
    {
        return $this->client->request('general.getAvatarName', 'string', array($akey, $realm));
    }

    /**
     * Tells an avatar's number: what the gateway, rooms and studios call an avatar by.
     *
     * @param string $key_or_name The avatar's key or name.
     * @return int A whole number from 1, which never changes.
     */
    public function getAvatarUserId(string $key_or_name): int
    {
        return $this->client->request('general.getAvatarUserId', 'int', array($key_or_name));
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
     * @return string The capability, for the capabilities array of other calls.
     */
    public function getLoginCapability(string $akey, string $challenge_response, int $valid_for_secs): string
    {
        return $this->client->request('general.getLoginCapability', 'string', array($akey, $challenge_response, $valid_for_secs));
    }

    /**
     * Gives the challenge that a login is to answer.
     *
     * Good for one attempt within 60 seconds. A key or name that nobody has gets one as well: it tells nothing about who exists.
     *
     * @param string $akey Key of the avatar who is to be logged in. A name is taken too.
     * @return string The challenge, 40 hex digits.
     */
    public function getLoginChallenge(string $akey): string
    {
        return $this->client->request('general.getLoginChallenge', 'string', array($akey));
    }

    /**
     * Gives an enrolled object a capability of its owner, within its limits and without a password. Only over the relay.
     *
     * It ends with the object. One with limits gets a login, which opens the accounts of the bank that its limits name, and nothing else.
     *
     * @param string $kind `login`; or `groups`, which opens the groups that its owner has created.
     * @param int $valid_for_secs Seconds until the capability expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability, for the capabilities field of other calls.
     */
    public function getObjectCapability(string $kind, int $valid_for_secs): string
    {
        return $this->client->request('general.getObjectCapability', 'string', array($kind, $valid_for_secs));
    }

    /**
     * Creates a capability for the groups that the avatar who is logged in created, with the right to change them.
     *
     * It works alone: whoever has it can use it, without a login, as an in-world script does. It reaches the groups of this avatar
     * and nothing else, and can be revoked with general.revokeCapability. Use it with caution: percentages say who is paid.
     *
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability.
     */
    public function grantGroupsCapability(int $valid_for_secs = 86400): string
    {
        return $this->client->request('general.grantGroupsCapability', 'string', array($this->client->capabilities(), $valid_for_secs));
    }

    /**
     * Tells whether an avatar is a member of a group.
     *
     * Somebody whom nobody knows is no member, and no fault.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param string $member_key_or_name Key or name of the avatar who is looked for.
     * @param string $member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
     * @return int 1 or 0.
     */
    public function isGroupMember(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, string $member_key_or_name, string $member_agent_realm = ''): int
    {
        return $this->client->request('general.isGroupMember', 'int', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $member_key_or_name, $member_agent_realm));
    }

    /**
     * Lists the members of a group with their percentages, in the order in which they joined.
     *
     * Percentages are kept as exact fractions and shown to the sixth decimal, rounded so that those of all members sum to exactly
     * 100: of three equal members the first has 33.333334. What a payment to the group is shared by are the fractions.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param string $format One of: array, csv.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; -1 for all.
     * @return array|string For `array` triples of key, name and percentage; for `csv` one text of the same, all separated by commas.
     */
    public function listGroupMembers(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, string $format = 'array', int $offset = 0, int $limit = -1)
    {
        return $this->client->request('general.listGroupMembers', 'mixed', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $format, $offset, $limit));
    }

    /**
     * Lists the officers of a group, who may manage it as its creator does, in the order in which they joined.
     *
     * The creator may do so without being one. general.addToGroup gives and takes the office.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @return array Pairs of key and name.
     */
    public function listGroupOfficers(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name): array
    {
        return $this->client->request('general.listGroupOfficers', 'array', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name));
    }

    /**
     * Lists the groups that an avatar created, in the order of their names.
     *
     * Groups that were dissolved are not listed. general.listMemberships lists the groups that the caller is in.
     *
     * @param string $groups_creator_key_or_name Key or name of the avatar whose groups are listed. Empty: the caller.
     * @param string $groups_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string $format One of: array, csv.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; -1 for all.
     * @return array|string For `array` pairs of group key and group name; for `csv` one text of the same, all separated by commas.
     */
    public function listGroupsCreated(string $groups_creator_key_or_name, string $groups_creator_agent_realm = '', string $format = 'array', int $offset = 0, int $limit = -1)
    {
        return $this->client->request('general.listGroupsCreated', 'mixed', array($this->client->capabilities(), $groups_creator_key_or_name, $groups_creator_agent_realm, $format, $offset, $limit));
    }

    /**
     * Lists the groups that the avatar who is logged in is a member of, in the order in which it joined them.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 100.
     * @param string $after The group_key of the last one of the page before; empty for the first page.
     * @return array[] Groups; percent is what the avatar has of each, to the sixth decimal, and officer is 1 or 0.
     */
    public function listMemberships(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('general.listMemberships', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Lists the objects that the avatar who calls has enrolled and not revoked, the newest first.
     *
     * @param string $after The object_key of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 1000.
     * @return array[] Objects: limits as they were put on; expires is not there where it is good until it is revoked; dispenser is whether an operator lets it hand over payouts. Times in UTC.
     */
    public function listObjects(string $after = '', int $limit = 100): array
    {
        return $this->client->request('general.listObjects', 'array', array($this->client->capabilities(), $after, $limit));
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
     * @return string The capability, for the capabilities array of other calls.
     */
    public function loginWithPassword(string $akey, string $password, int $valid_for_secs): string
    {
        return $this->client->request('general.loginWithPassword', 'string', array($akey, $password, $valid_for_secs));
    }

    /**
     * Derives a capability with less from one that the caller holds: for a script, an object, or a device that may be lost.
     *
     * What is spent on it counts on the one that it was derived from too, and it dies with that. Nothing can be more than it was: limits that are left out
     * stay as they are. Logins and bank.full grants keep all limits, bank.read grants accounts only; others can be narrowed in time alone. A login with limits opens nothing but the bank's
     * accounts. At most eight, one out of the other. bank.listGrants lists it, bank.revokeGrant revokes it by its jti.
     *
     * @param string $capability What it is to be derived from; a grant needs the login of its holder beside it.
     * @param array $limits A struct with any of these members, for less: accounts (up to 16 names) is all that it reaches; payees (up to 16 keys or names of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.
     * @param int $valid_for_secs Seconds until it expires; 0: together with the one that it is derived from.
     * @return string The new capability.
     */
    public function narrowCapability(string $capability, array $limits, int $valid_for_secs = 0): string
    {
        return $this->client->request('general.narrowCapability', 'string', array($this->client->capabilities(), $capability, (object) $limits, $valid_for_secs));
    }

    /**
     * Lists what the avatar who is logged in was notified of, newest first.
     *
     * With unread_only those listed are read from then on and no other call gets them this way: a device that polls gets each
     * one once, and asks again with offset 0; over the relay the same request (nonce) gets the same ones. Without it nothing is changed, and everything is listed, read or not.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 1000.
     * @param int $unread_only Whether to list, and mark as read, only what was not read before.
     * @param string $after The id of the last one of the page before; empty for the first page.
     * @return array[] Notifications: time in UTC; kind is for programs (`payment`), text for people; reference is what it is about, such as a transaction id; read is whether it was read before.
     */
    public function notifications(int $offset = 0, int $limit = 100, int $unread_only = 0, string $after = ''): array
    {
        return $this->client->request('general.notifications', 'array', array($this->client->capabilities(), $offset, $limit, $unread_only, $after));
    }

    /**
     * Takes a member out of a group.
     *
     * The percentages of the others are rescaled in the proportions they have, so that the sum is 100 again. A group always has an
     * officer: the only one can not be taken out. A member may leave a group by itself; the creator stays its creator, member or not.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param string $member_key_or_name Key or name of the member.
     * @param string $member_agent_realm The grid that the member is of: empty for this one, otherwise a grid's name.
     * @return string `ok`, `notmember`, or `onlyofficer`, where nothing was changed.
     */
    public function removeFromGroup(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, string $member_key_or_name, string $member_agent_realm = ''): string
    {
        return $this->client->request('general.removeFromGroup', 'string', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $member_key_or_name, $member_agent_realm));
    }

    /**
     * Gives a group another name; its key stays.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param string $group_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @return int 1.
     */
    public function renameGroup(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, string $group_name): int
    {
        return $this->client->request('general.renameGroup', 'int', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $group_name));
    }

    /**
     * Revokes a capability that the caller granted or holds, and all that were derived from it.
     *
     * No payment is booked on it any more once this has answered, by any server; everything else stops within a second. A login takes with
     * it the grants that were given on it and the standing orders that it started; holds stay. One that has expired or was revoked before
     * is 1 again.
     *
     * @param string $capability The capability to revoke.
     * @return int 1.
     */
    public function revokeCapability(string $capability): int
    {
        return $this->client->request('general.revokeCapability', 'int', array($this->client->capabilities(), $capability));
    }

    /**
     * Ends an enrolled object, with every capability that it was given.
     *
     * No payment is booked on them once this has answered, by any server; everything else stops within a second. Again is 1 again.
     *
     * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
     * @return int 1.
     */
    public function revokeObject(string $object_key): int
    {
        return $this->client->request('general.revokeObject', 'int', array($this->client->capabilities(), $object_key));
    }

    /**
     * Gives an enrolled object another secret. The one before is worth nothing from then on, in every server within a second.
     *
     * What it has spent goes on counting, and the capabilities that it has stay good; general.enrollObject and general.revokeObject end them.
     *
     * @param string $object_key The object's key in-world, a UUID; for a device of one's own, any UUID.
     * @return string The new secret, which is shown this once.
     */
    public function rotateObject(string $object_key): string
    {
        return $this->client->request('general.rotateObject', 'string', array($this->client->capabilities(), $object_key));
    }

    /**
     * Gives several members of a group their percentages in one step.
     *
     * As general.addToGroup for each, but scaled once: where all members are named and the sum is 100, that is exactly what they have, and
     * the same call again changes nothing. Those who are not named keep theirs until all are scaled. Who is no member becomes one, without an office.
     *
     * @param string $group_creator_key_or_name Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.
     * @param string $group_creator_agent_realm The grid that the creator is of: empty for this one, otherwise a grid's name.
     * @param string|string[] $group_key_or_name Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.
     * @param array[] $percentages Structs of member (key or name of an avatar) and percent (0 to 100, six decimals), at most 100.
     * @return int 1.
     */
    public function setGroupPercentages(string $group_creator_key_or_name, string $group_creator_agent_realm, $group_key_or_name, array $percentages): int
    {
        return $this->client->request('general.setGroupPercentages', 'int', array($this->client->capabilities(), $group_creator_key_or_name, $group_creator_agent_realm, $group_key_or_name, $percentages));
    }

    /**
     * Tells whether the services are up.
     *
     * The first is true where an in-world object of a grid that the operator knows has called within two minutes; what is paid to `avatar` waits for one.
     *
     * @return array Two booleans: connected to the grid, site up.
     */
    public function siteStatus(): array
    {
        return $this->client->request('general.siteStatus', 'array', array());
    }
}
