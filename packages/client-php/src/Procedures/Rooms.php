<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `rooms`. Each raises \Scrip\Fault. */
final class Rooms extends \Scrip\Service
{
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
     * @return array The nickname as the room shows it.
     */
    public function joinRoom(string $key, int $performer_id, string $nickname, string $ip_address, int $registered, int $credits, int $customer_id = 0): array
    {
        return $this->client->request('rooms.joinRoom', 'array', array($key, $performer_id, $nickname, $ip_address, $registered, $credits, $customer_id));
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
     * @return int 1.
     */
    public function leaveRoom(string $key, int $performer_id, string $nickname, int $customer_id = 0): int
    {
        return $this->client->request('rooms.leaveRoom', 'int', array($key, $performer_id, $nickname, $customer_id));
    }

    /**
     * Lists who is in the room of the performer who is logged in, in the order of their nicknames.
     *
     * @param string $performer Key or name of the performer. Empty: the caller.
     * @param string $after The nickname of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 1000.
     * @return array[] Customers: customer_id is 0 for guests, credits is what they can still tip by the word of their site, since is when they came, in UTC.
     */
    public function list(string $performer = '', string $after = '', int $limit = 1000): array
    {
        return $this->client->request('rooms.list', 'array', array($this->client->capabilities(), $performer, $after, $limit));
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
     * @return int 1.
     */
    public function pingRoom(string $key, int $performer_id, string $nickname, int $customer_id = 0): int
    {
        return $this->client->request('rooms.pingRoom', 'int', array($key, $performer_id, $nickname, $customer_id));
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
     * @return array The id of the payment, as in bank.transaction.
     */
    public function tip(string $key, int $performer_id, string $nickname, int $credits, string $ip_address = '', int $customer_id = 0, string $request_id = ''): array
    {
        return $this->client->requestOnce('rooms.tip', 'array', array($key, $performer_id, $nickname, $credits, $ip_address, $customer_id, $request_id), 6);
    }

    /**
     * Says anew what a registered customer of the site can spend, in all rooms together.
     *
     * It replaces what counted before, tips included. It is a sign of life in all rooms.
     *
     * @param string $key The key of the site.
     * @param int $customer_id The site's own number of a customer who is in a room.
     * @param int $credits What the customer can spend: whole units of the currency of the site's account.
     * @return int 1.
     */
    public function updateCredits(string $key, int $customer_id, int $credits): int
    {
        return $this->client->request('rooms.updateCredits', 'int', array($key, $customer_id, $credits));
    }
}
