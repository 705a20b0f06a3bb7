<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `gifts`. Each raises \Scrip\Fault. */
final class Gifts extends \Scrip\Service
{
    /**
     * Lists how the friends of a user answered what the user had asked for, the newest answer first.
     *
     * @param string $app_id The id of the app: letters and digits.
     * @param string $secret_key The secret key of the app.
     * @param string $mode What the user id is: `fb` (or `facebook`), `twitter`, `google`, `device`, `email`, `username`, or `avatar` for the key or name of an avatar.
     * @param string $user_id The id of the user.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 1000.
     * @return array[] Answers: user is the friend, resp is `accept` or `deny`, extra has the attributes of the reply. Times in UTC.
     */
    public function answers(string $app_id, string $secret_key, string $mode, string $user_id, int $offset = 0, int $limit = 100): array
    {
        return $this->client->request('gifts.answers', 'array', array($app_id, $secret_key, $mode, $user_id, $offset, $limit));
    }

    /**
     * Accepts a friend's request for money or a product, and gives it.
     *
     * Who calls is the friend: the user of the app who is this avatar. The money goes to `working` of who asked, or the product is bought for them as by
     * vend.buy. The payment and the answer are one transaction. The same call again gives nothing twice. Denying is for gifts.reply.
     *
     * @param string $gift_request_id The id of the gift request.
     * @param mixed $custom Attributes of the app's own by name, at most 50 and 8192 bytes. They are kept as they come.
     * @param string $account_name The account of the caller that pays.
     * @param int|float|string $max_price The most that a product may cost, in major units; -1 (not advised): whatever it costs by then.
     * @return int 1.
     */
    public function give(string $gift_request_id = '', $custom = array(), string $account_name = 'working', $max_price = -1): int
    {
        return $this->client->request('gifts.give', 'int', array($this->client->capabilities(), $gift_request_id, $custom, $account_name, $max_price));
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
     * @return array[] Requests: extra has the attributes that the app gave, user is who asks. amount (major units) and currency, or prod_id, are there where the gift is money or a product. Times in UTC.
     */
    public function list(string $app_id, string $secret_key, string $mode, string $user_id, int $start = 0, int $limit = 100, string $sort = 'asc'): array
    {
        return $this->client->request('gifts.list', 'array', array($app_id, $secret_key, $mode, $user_id, $start, $limit, $sort));
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
     * @return int 1.
     */
    public function putUser(string $app_id, string $secret_key, string $mode, string $user_id, array $profile): int
    {
        return $this->client->request('gifts.putUser', 'int', array($app_id, $secret_key, $mode, $user_id, (object) $profile));
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
     * @return int 1.
     */
    public function reply(string $app_id, string $secret_key, string $mode, string $user_id, string $gift_request_id = '', string $resp = 'accept', $custom = array()): int
    {
        return $this->client->request('gifts.reply', 'int', array($app_id, $secret_key, $mode, $user_id, $gift_request_id, $resp, $custom));
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
     * @return string The id of the gift request: 32 hexadecimal digits.
     */
    public function request(string $app_id, string $secret_key, string $mode, string $user_id, int $expiry = 86400, $custom = array(), $amount = 0, int $prod_id = 0, string $request_id = ''): string
    {
        return $this->client->requestOnce('gifts.request', 'string', array($app_id, $secret_key, $mode, $user_id, $expiry, $custom, $amount, $prod_id, $request_id), 8);
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
     * @return int 1.
     */
    public function setFriends(string $app_id, string $secret_key, string $mode, string $user_id, array $friends): int
    {
        return $this->client->request('gifts.setFriends', 'int', array($app_id, $secret_key, $mode, $user_id, $friends));
    }
}
