<?php
// Written by npm run docs out of the registry of procedures.

declare(strict_types=1);

namespace Scrip\Procedures;

/** The procedures of the group `vend`. Each raises \Scrip\Fault. */
final class Vend extends \Scrip\Service
{
    /**
     * Tells whether a merchant's script has handed over what it pulled.
     *
     * With ok = 0 the order has failed, and its buyer and who was to get it are notified (kind `delivery_failed`); vend.redeliver tries again.
     * Late and repeated answers are harmless: that it was handed over stays true whatever else is said, and of an order that was
     * refunded meanwhile nothing changes any more.
     *
     * @param string $delivery_id The delivery, as vend.pullDeliveries gave it.
     * @param int $ok Whether it was handed over.
     * @param string $note Why it could not be handed over, in words for the buyer.
     * @return string The state of the order: delivered, failed, queued (another delivery waits) or refunded.
     */
    public function ackDelivery(string $delivery_id, int $ok = 1, string $note = ''): string
    {
        return $this->client->request('vend.ackDelivery', 'string', array($this->client->capabilities(), $delivery_id, $ok, $note));
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
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @param string $product_name 1 to 63 characters without invisible ones.
     * @param int|float|string $price In major units of its currency, exact to its smallest amount; 0: it is free.
     * @param array $details What is to be other than usual; every member may be left out.
     * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return int The id of the product.
     */
    public function addProduct(string $merchant, string $collection_name, string $product_name, $price, array $details = array(), string $request_id = ''): int
    {
        return $this->client->requestOnce('vend.addProduct', 'int', array($this->client->capabilities(), $merchant, $collection_name, $product_name, $price, (object) $details, $request_id), 6);
    }

    /**
     * Tells where an object stands in-world and what it sells: a collection, or one product of it.
     *
     * The object is that of the avatar who is logged in. Announced again, it has moved or sells something else. What the affiliate group
     * sells earns its members the commission of the collection. An object that another avatar announced stays with them until
     * the merchant from whose collection it sells takes it over, or the object itself, over the relay: signed, or from a grid that the operator
     * trusts, and with a login of its owner. An avatar has at most 1000 vendors; vend.removeVendor takes one out.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @param string $object_key The object's key in-world.
     * @param string $region Name of the region: 1 to 63 characters without slashes and invisible ones.
     * @param float $x x in the region, in metres; cut to whole ones.
     * @param float $y y in the region, in metres; cut to whole ones.
     * @param float $z z in the region, in metres; cut to whole ones.
     * @param bool $mature_region Whether the region is for adults.
     * @param int $prod_id Id of the product of the collection that it sells; 0: all of them.
     * @return string `added` or `updated`.
     */
    public function announceVendor(string $merchant, string $collection_name, string $object_key, string $region, float $x, float $y, float $z, bool $mature_region = false, int $prod_id = 0): string
    {
        return $this->client->request('vend.announceVendor', 'string', array($this->client->capabilities(), $merchant, $collection_name, $object_key, $region, $x, $y, $z, $mature_region, $prod_id));
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
     * @param int $prod_id Id of the product.
     * @param string $recipient Key or name of the avatar that it is a gift for; empty: the caller.
     * @param string $vendor_id Key in-world of the vendor that sells it; empty: none.
     * @param string $affiliate Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
     * @param string $account_name The account of the caller that pays, and that a refund goes to.
     * @param int $use_credit Whether store credit at this merchant pays first, and the account only the rest.
     * @param int|float|string $max_price The most that it may cost, in major units; -1 (not advised): whatever it costs by then.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array The order: transaction_id is empty where nothing was paid, price is what it cost in all, state is queued.
     */
    public function buy(int $prod_id, string $recipient = '', string $vendor_id = '', string $affiliate = '', string $account_name = 'working', int $use_credit = 0, $max_price = -1, string $request_id = ''): array
    {
        return $this->client->requestOnce('vend.buy', 'array', array($this->client->capabilities(), $prod_id, $recipient, $vendor_id, $affiliate, $account_name, $use_credit, $max_price, $request_id), 8);
    }

    /**
     * Buys a gift card: a code that is worth store credit at one merchant, once, to whoever redeems it.
     *
     * The money waits in an account of the card until somebody redeems it (vend.redeemGiftCard). A card does not expire and is not taken
     * back; who has the code has the money, so it belongs in no log and no link. Its buyer sees it again in vend.myGiftCards, and gets the
     * same one where a request is repeated under its request id. One buyer can have 1000 cards that wait to be redeemed.
     *
     * @param string $merchant Key or name of the merchant.
     * @param int|float|string $amount Major units of the currency of the merchant's `working`; above zero.
     * @param string $account_name The account of the caller that pays.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array The card: card_id is also the id of the transaction that paid for it, code is 28 letters and digits in groups of four.
     */
    public function buyGiftCard(string $merchant, $amount, string $account_name = 'working', string $request_id = ''): array
    {
        return $this->client->requestOnce('vend.buyGiftCard', 'array', array($this->client->capabilities(), $merchant, $amount, $account_name, $request_id), 4);
    }

    /**
     * Tells everything about a collection but what is in it.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @return array rating is the mean of all total_votes on its products, or 0; products is how many there are; groups go by their keys, empty for none.
     */
    public function collectionDetails(string $merchant, string $collection_name): array
    {
        return $this->client->request('vend.collectionDetails', 'array', array($this->client->capabilities(), $merchant, $collection_name));
    }

    /**
     * Lists the names of the product collections that an avatar created, public and private, in the order of their names.
     *
     * @param string $creator_akey Key or name of the creator of the collections; empty: the caller.
     * @return string[] The names.
     */
    public function collectionNames(string $creator_akey): array
    {
        return $this->client->request('vend.collectionNames', 'array', array($this->client->capabilities(), $creator_akey));
    }

    /**
     * Lists the vendors in-world that sell a collection or anything of it, in the order in which they were announced first.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 100.
     * @param string $after The object_key of the last one of the page before; empty for the first page.
     * @return array[] Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
     */
    public function collectionVendors(string $merchant, string $collection_name, int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('vend.collectionVendors', 'array', array($this->client->capabilities(), $merchant, $collection_name, $offset, $limit, $after));
    }

    /**
     * Creates a collection of products.
     *
     * It is private and pays no commission where nothing else is said. A merchant has at most 100 collections, each under a name of its own.
     * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
     * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
     * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name 1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.
     * @param array $settings What is to be other than usual; every member may be left out.
     * @param string $request_id Makes a retry safe: the same request under the same id is made once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return int 1.
     */
    public function createCollection(string $merchant, string $collection_name, array $settings = array(), string $request_id = ''): int
    {
        return $this->client->requestOnce('vend.createCollection', 'int', array($this->client->capabilities(), $merchant, $collection_name, (object) $settings, $request_id), 4);
    }

    /**
     * Lists the store credit that the avatar who is logged in has, at every merchant.
     *
     * In the order of the merchants' keys. Where all of it was spent the balance is 0. Credit does not expire.
     *
     * @param string $after The merchant_akey of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] One for each merchant: the balance is in major units.
     */
    public function credits(string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.credits', 'array', array($this->client->capabilities(), $after, $limit));
    }

    /**
     * Lists who has store credit at a merchant, from the merchant or from gift cards.
     *
     * In the order of the avatars' keys. Where all of it was spent the balance is 0.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param string $after The akey of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] One for each avatar: the balance is in major units.
     */
    public function creditsGiven(string $merchant = '', string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.creditsGiven', 'array', array($this->client->capabilities(), $merchant, $after, $limit));
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
     * @param string $search_string64 Base64 of the text to search for; a text that is no base64 is taken as it stands. Empty: any product.
     * @param string $merchant_key Key or name of the merchant whose products are wanted; empty: those of all.
     * @param int $include_mature 1: all products; 0: only those for everybody, as for devices in regions for everybody.
     * @param string $orderby sales, price, prims, name, created, rating or collection with -asc or -desc, such as sales-desc; or featured.
     * @param float $low_price The lowest price that is wanted; -1, or any other number below 0: no bound.
     * @param float $high_price The highest price that is wanted; -1, or any other number below 0: no bound.
     * @param int $offset How many to leave out at the beginning, of those that match.
     * @param int $limit How many to list; -1, or more than 30: 30.
     * @return string How many match in all, and then products, each after a comma: `prod_id:texture_key:texture_anim_params`. The texture may be empty; the parameters of its animation are separated by `|`, and `-` where it is not animated.
     */
    public function findProductsVendor(string $search_string64, string $merchant_key, int $include_mature, string $orderby, float $low_price, float $high_price, int $offset, int $limit): string
    {
        return $this->client->request('vend.findProductsVendor', 'string', array($this->client->capabilities(), $search_string64, $merchant_key, $include_mature, $orderby, $low_price, $high_price, $offset, $limit));
    }

    /**
     * Tells what a gift card is worth, to somebody who has its code.
     *
     * @param string $code The code of the gift card, in either case, with or without dashes.
     * @return array The merchant whose products it pays for, its amount in major units, and whether somebody has redeemed it.
     */
    public function giftCard(string $code): array
    {
        return $this->client->request('vend.giftCard', 'array', array($this->client->capabilities(), $code));
    }

    /**
     * Gives back what the caller got of a sale, or a part of it, to the buyer.
     *
     * For affiliates, partners, creators, members of a group that is one of these, and the merchant: each gives back of their own part, out of
     * the account that it went to, never more than is left of it (bank.refund_exceeded). What is given back counts in vend.refundOrder, and the
     * other way round. What store credit had brought becomes store credit again. Once all of an order is back it is refunded. Buyer and
     * merchant are notified (kind `refund`). Without a request_id each call gives back again.
     *
     * @param string $order_id The order.
     * @param int|float|string $amount Major units, in the decimal places of the order's currency; 0: all that is left of the caller's part.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array What was given back, and the transaction.
     */
    public function giveBack(string $order_id, $amount = 0, string $request_id = ''): array
    {
        return $this->client->requestOnce('vend.giveBack', 'array', array($this->client->capabilities(), $order_id, $amount, $request_id), 3);
    }

    /**
     * Gives an avatar store credit: money that can be spent on the products of one merchant only.
     *
     * It is paid out of the merchant's `working`, so that every credit is covered, and is told to the avatar (general.notifications).
     * It is theirs from then on: there is no way to take credit back, and it does not expire. It is in the currency of the
     * merchant's `working` and pays for products that are priced in it.
     * Who has a vend.manage grant gives the merchant's money.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param string $akey Key or name of the avatar who gets the credit.
     * @param int|float|string $amount Major units of the currency of the merchant's `working`; above zero.
     * @param string $comment Shown in the notification and in the histories. Cut at 64 characters.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return string The transaction id.
     */
    public function giveCredit(string $merchant, string $akey, $amount, string $comment = '', string $request_id = ''): string
    {
        return $this->client->requestOnce('vend.giveCredit', 'string', array($this->client->capabilities(), $merchant, $akey, $amount, $comment, $request_id), 5);
    }

    /**
     * Creates a capability that allows another avatar to manage the collections, products and sales of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability.
     */
    public function grantManageCapability(string $auth_akey, int $valid_for_secs): string
    {
        return $this->client->request('vend.grantManageCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs));
    }

    /**
     * Creates a capability that allows another avatar to see the private collections of the avatar who is logged in.
     *
     * It works only beside the login capability of auth_akey. It can be revoked with general.revokeCapability, or without its text with bank.revokeGrant; bank.listGrants lists it.
     *
     * @param string $auth_akey Key of the avatar who is to be given access. A name is taken too.
     * @param int $valid_for_secs Seconds until it expires; from 1 to 2592000 (30 days), and brought into that range.
     * @return string The capability.
     */
    public function grantReadCapability(string $auth_akey, int $valid_for_secs): string
    {
        return $this->client->request('vend.grantReadCapability', 'string', array($this->client->capabilities(), $auth_akey, $valid_for_secs));
    }

    /**
     * Lists whom a merchant has banned and who is a VIP there.
     *
     * In the order of the avatars' keys. Times are UTC.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param string $after The akey of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] Entries: kind is ban or vip, since is when the avatar came onto a list first.
     */
    public function listAccess(string $merchant = '', string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.listAccess', 'array', array($this->client->capabilities(), $merchant, $after, $limit));
    }

    /**
     * Lists the vendors in-world of the avatar who is logged in, in the order in which they were announced first.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list, at most 100.
     * @param string $after The object_key of the last one of the page before; empty for the first page.
     * @return array[] Vendors: prod_id is 0 where it sells the whole collection; selling is false where what it sells was removed; announced is when it last was, in UTC.
     */
    public function listVendors(int $offset = 0, int $limit = 100, string $after = ''): array
    {
        return $this->client->request('vend.listVendors', 'array', array($this->client->capabilities(), $offset, $limit, $after));
    }

    /**
     * Lists the gift cards that the avatar who is logged in has bought, newest first.
     *
     * Times are UTC.
     *
     * @param string $after The card_id of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] Cards: the code is there while nobody has redeemed the card, and empty afterwards.
     */
    public function myGiftCards(string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.myGiftCards', 'array', array($this->client->capabilities(), $after, $limit));
    }

    /**
     * Lists what the avatar who is logged in has bought, or what was bought for them, newest first.
     *
     * Gifts are in the list `buyer` of who paid and in the list `recipient` of who gets them; what one buys for oneself is in both.
     *
     * @param string $as Which of the two lists.
     * @param string $after The order_id of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
     */
    public function myOrders(string $as = 'buyer', string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.myOrders', 'array', array($this->client->capabilities(), $as, $after, $limit));
    }

    /**
     * Tells everything about an order and its deliveries.
     *
     * @param string $order_id The order.
     * @return array state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC. deliveries: newest first, at most 20; attempts is how often a script took it, note what a script said that could not hand it over.
     */
    public function order(string $order_id): array
    {
        return $this->client->request('vend.order', 'array', array($this->client->capabilities(), $order_id));
    }

    /**
     * Tells everything about a product but how its sales are shared.
     *
     * Who manages the collection finds that with vend.productShares.
     *
     * @param int $prod_id Id of the product.
     * @return array quantity is -1 where there is no end; rating is the mean of total_votes votes from 1 to 5, or 0; times are UTC.
     */
    public function productDetails(int $prod_id): array
    {
        return $this->client->request('vend.productDetails', 'array', array($this->client->capabilities(), $prod_id));
    }

    /**
     * Tells who gets how much of each sale of a product.
     *
     * @param int $prod_id Id of the product.
     * @return array Percentages: of the creator, of an affiliate where one sold it, of each partner (an avatar or a group), and what is left for the merchant of such a sale.
     */
    public function productShares(int $prod_id): array
    {
        return $this->client->request('vend.productShares', 'array', array($this->client->capabilities(), $prod_id));
    }

    /**
     * Lists the products of a collection with all their details, in the order in which they were added.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @param int $after_prod_id The last id of the page before; 0 for the first page.
     * @param int $limit How many to list, at most 100.
     * @param int|string $after The prod_id of the last one of the page before; empty for the first page.
     * @return array[] Products as vend.productDetails tells them; fewer than the limit where there are no more.
     */
    public function products(string $merchant, string $collection_name, int $after_prod_id = 0, int $limit = 100, $after = ''): array
    {
        return $this->client->request('vend.products', 'array', array($this->client->capabilities(), $merchant, $collection_name, $after_prod_id, $limit, $after));
    }

    /**
     * Lists the ids of the products in a collection, in the order in which they were added.
     *
     * @param string $collection_creator_akey Key or name of the creator of the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @return int[] The ids.
     */
    public function productsInCollection(string $collection_creator_akey, string $collection_name): array
    {
        return $this->client->request('vend.productsInCollection', 'array', array($this->client->capabilities(), $collection_creator_akey, $collection_name));
    }

    /**
     * Lists the products of a public collection, or those of them that were added or changed since a time.
     *
     * Pages of 100 in the order in which the products were added: ask with offset 0, 100, 200 and so on until an empty page comes.
     * What was removed is not listed: vend.publicCollectionProductsDeleted tells. Prices, texts and pictures are changes; sales, votes and
     * vendors are not. Ask for changes since a moment before your last call rather than since the call itself: what was being written
     * during it may bear an earlier time. A collection that is not public is as unknown as one that is not there.
     *
     * @param string $merchant Key or name of the merchant, who created the collection.
     * @param string $merchant_realm The grid that the merchant is of: empty for this one.
     * @param string $collection_name Name of a public collection of the merchant, in any case.
     * @param int $offset How many to leave out at the beginning.
     * @param int $changes_since_unixtime Unix time in seconds: products that were added or changed then or later. 0 for all. What no int holds may come as a double or a text.
     * @return array[] Products: short_desc is the first 255 characters of the description; rating the mean of total_votes votes from 1 to 5, or 0; is_mature 1 or 0; vendors at most 10 objects in-world that sell it, the merchant's own first and then those of the affiliate group's members, each with its position as region/x/y/z.
     */
    public function publicCollectionProducts(string $merchant, string $merchant_realm, string $collection_name, int $offset, int $changes_since_unixtime): array
    {
        return $this->client->request('vend.publicCollectionProducts', 'array', array($this->client->capabilities(), $merchant, $merchant_realm, $collection_name, $offset, $changes_since_unixtime));
    }

    /**
     * Lists the products that were removed from a public collection, or those that were since a time.
     *
     * Pages of 100 in the order in which the products were removed: ask with offset 0, 100, 200 and so on until an empty page comes.
     * Removed products are listed for ever.
     *
     * @param string $merchant Key or name of the merchant, who created the collection.
     * @param string $merchant_realm The grid that the merchant is of: empty for this one.
     * @param string $collection_name Name of a public collection of the merchant, in any case.
     * @param int $offset How many to leave out at the beginning.
     * @param int $changes_since_unixtime Unix time in seconds: products that were removed then or later. 0 for all. What no int holds may come as a double or a text.
     * @return array[] The removed products: id, and name and key of who made it.
     */
    public function publicCollectionProductsDeleted(string $merchant, string $merchant_realm, string $collection_name, int $offset, int $changes_since_unixtime): array
    {
        return $this->client->request('vend.publicCollectionProductsDeleted', 'array', array($this->client->capabilities(), $merchant, $merchant_realm, $collection_name, $offset, $changes_since_unixtime));
    }

    /**
     * Lists the public collections of all merchants, in the order of their names.
     *
     * @param int $offset How many to leave out at the beginning.
     * @param int $limit How many to list; at most 1000 come in one answer, and -1 asks for as many.
     * @return array[] Collections: merchant is the name of who sells what is in it; seller_commission the percentage of each sale that an affiliate gets; rating the mean of all votes from 1 to 5 on its products, 0 where there are none.
     */
    public function publicCollections(int $offset, int $limit): array
    {
        return $this->client->request('vend.publicCollections', 'array', array($this->client->capabilities(), $offset, $limit));
    }

    /**
     * Gives a merchant's scripts what they have to hand over, the longest waiting first.
     *
     * What one script got no other one gets for hold_secs; what is not acknowledged by then (vend.ackDelivery) is given out again, so that
     * a script that dies loses nothing. A product may therefore be handed over twice where an acknowledgement was lost; attempts is 1 the
     * first time. Over the relay the same request (nonce) gets the same ones.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param int $limit How many to take, at most 100.
     * @param int $hold_secs Seconds in which they have to be acknowledged, from 5 to 3600.
     * @param string $collection_name One collection of theirs; empty: all of them, which officers of a manager group may not.
     * @return array[] Deliveries; attempts is how often it was given out, this time included.
     */
    public function pullDeliveries(string $merchant = '', int $limit = 10, int $hold_secs = 60, string $collection_name = ''): array
    {
        return $this->client->request('vend.pullDeliveries', 'array', array($this->client->capabilities(), $merchant, $limit, $hold_secs, $collection_name));
    }

    /**
     * Tells what a product costs the caller now, and those who sell it who gets how much of that.
     *
     * Those who sell the product (the merchant, a vend.manage grant, officers of the manager group) get the price without a discount and
     * how it is shared; anybody else gets their own price and no shares. credit is the caller's store credit at the merchant, as far as it is
     * in the currency of the price.
     *
     * @param int $prod_id Id of the product.
     * @param string $vendor_id Key in-world of the vendor that sells it; empty: none.
     * @param string $affiliate Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.
     * @return array discount is in percent of full_price. shares: key is that of an avatar or a group, role is affiliate, partner, creator or merchant; the amounts sum to the price, by largest remainder; a sale draws who gets the odd unit, and pays each at most one unit more or less than that.
     */
    public function quote(int $prod_id, string $vendor_id = '', string $affiliate = ''): array
    {
        return $this->client->request('vend.quote', 'array', array($this->client->capabilities(), $prod_id, $vendor_id, $affiliate));
    }

    /**
     * Tells how a product is rated.
     *
     * @param int $prod_id Id of the product.
     * @return array The mean of all votes from 1 to 5, how many there are, and what the caller has voted; 0 where there are none.
     */
    public function rating(int $prod_id): array
    {
        return $this->client->request('vend.rating', 'array', array($this->client->capabilities(), $prod_id));
    }

    /**
     * Turns a gift card into store credit of the avatar who is logged in, at the merchant that it is for.
     *
     * It is credited once, to whoever is first. The same avatar may repeat the call and gets the same answer. A banned avatar can not
     * redeem it, since their credit would buy nothing; the card stays good for somebody else.
     *
     * @param string $code The code of the gift card, in either case, with or without dashes.
     * @return array The merchant, what was credited, and the credit there as it was with this card, in major units; what is held of it is still in it.
     */
    public function redeemGiftCard(string $code): array
    {
        return $this->client->request('vend.redeemGiftCard', 'array', array($this->client->capabilities(), $code));
    }

    /**
     * Queues one more delivery of an order.
     *
     * As often as one likes, but one at a time: while a delivery waits, it is the one that is returned. A delivered order stays delivered.
     *
     * @param string $order_id The order.
     * @return array The delivery that waits, and the state of the order: queued, or delivered where it was before.
     */
    public function redeliver(string $order_id): array
    {
        return $this->client->request('vend.redeliver', 'array', array($this->client->capabilities(), $order_id));
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
     * @param string $order_id The order.
     * @param string $comment For the buyer, and in the histories; there it is cut at 64 characters.
     * @param int|float|string $amount Major units, in the decimal places of the order's currency; 0: all that is left of the order.
     * @param int $cover 1: the merchant pays what the others are short of; takes the merchant's own login.
     * @param string $request_id Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.
     * @return array What was paid back, and the transaction; its id is empty where the order had cost nothing.
     */
    public function refundOrder(string $order_id, string $comment = '', $amount = 0, int $cover = 0, string $request_id = ''): array
    {
        return $this->client->requestOnce('vend.refundOrder', 'array', array($this->client->capabilities(), $order_id, $comment, $amount, $cover, $request_id), 5);
    }

    /**
     * Tells what each side would give back now if all that is left of an order were refunded, and what is missing of it.
     *
     * Those who sell see all sides, and who got a share of the sale their own one: what vend.giveBack could give. Nothing is moved, and nothing is
     * set aside: it can be another amount by the time of the refund.
     *
     * @param string $order_id The order.
     * @return array Major units of the currency: what is left to be given back, how much of that somebody does not have, and for each side what it would give and what is missing of that. The name is that of the avatar or group; on_its_way tells that it waits to be handed over in-world, so that it can not be covered either. No sides where nothing was paid or all is back.
     */
    public function refundPreview(string $order_id): array
    {
        return $this->client->request('vend.refundPreview', 'array', array($this->client->capabilities(), $order_id));
    }

    /**
     * Removes an empty collection for good; its name is free again.
     *
     * What is in it is never removed along with it: take every product out first (vend.removeProduct).
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @return int 1.
     */
    public function removeCollection(string $merchant, string $collection_name): int
    {
        return $this->client->request('vend.removeCollection', 'int', array($this->client->capabilities(), $merchant, $collection_name));
    }

    /**
     * Removes a product for good: it is not sold any more.
     *
     * What was bought of it can still be delivered and refunded.
     *
     * @param int $prod_id Id of the product.
     * @return int 1.
     */
    public function removeProduct(int $prod_id): int
    {
        return $this->client->request('vend.removeProduct', 'int', array($this->client->capabilities(), $prod_id));
    }

    /**
     * Takes an object out of the vendors that sell something in-world.
     *
     * An affiliate who is still in the group can announce it again.
     *
     * @param string $object_key The object's key in-world.
     * @return int 1.
     */
    public function removeVendor(string $object_key): int
    {
        return $this->client->request('vend.removeVendor', 'int', array($this->client->capabilities(), $object_key));
    }

    /**
     * Lists what a merchant has sold, newest first.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param string $collection_name One collection of theirs; empty: all of them, which officers of a manager group may not.
     * @param string $after The order_id of the last one of the page before; empty for the first page.
     * @param int $limit How many to list, at most 100.
     * @return array[] state is queued, delivered, failed or refunded; price is what it cost in all, credit_used how much of that was store credit. transaction_id is empty where nothing was paid, affiliate_akey where nobody earned a commission; delivered and refunded are missing until then. Times are UTC.
     */
    public function sales(string $merchant = '', string $collection_name = '', string $after = '', int $limit = 100): array
    {
        return $this->client->request('vend.sales', 'array', array($this->client->capabilities(), $merchant, $collection_name, $after, $limit));
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
     * @return array total: how many match in all; products: those from the offset on, as vend.productDetails tells them.
     */
    public function search(string $text = '', string $merchant = '', array $categories = array(), int $include_mature = 0, string $orderby = 'featured', float $low_price = -1, float $high_price = -1, int $offset = 0, int $limit = 30, $after = ''): array
    {
        return $this->client->request('vend.search', 'array', array($this->client->capabilities(), $text, $merchant, $categories, $include_mature, $orderby, $low_price, $high_price, $offset, $limit, $after));
    }

    /**
     * Bans an avatar from what a merchant sells, or makes it a VIP who pays less.
     *
     * A banned avatar can neither buy from the merchant, nor be bought for, nor buy or redeem gift cards there; what was bought before
     * is theirs and is delivered. A VIP gets the discount off every price of the merchant. An avatar is on one of the lists at most:
     * the last call counts. A merchant can have 1000 avatars on both lists together.
     *
     * @param string $merchant Key or name of the merchant; empty: the caller.
     * @param string $akey Key or name of the avatar.
     * @param string $kind `ban`, `vip`, or `none` for neither.
     * @param float $discount_percent What a VIP gets off every price: 0 to 100 with at most two decimals. 0 for the others.
     * @return int 1.
     */
    public function setAccess(string $merchant, string $akey, string $kind, float $discount_percent = 0): int
    {
        return $this->client->request('vend.setAccess', 'int', array($this->client->capabilities(), $merchant, $akey, $kind, $discount_percent));
    }

    /**
     * Changes the name or the settings of a collection.
     *
     * public: whether everybody sees it. seller_commission: the percentage of each sale that an affiliate gets who sold it, with at
     * most two decimals. affiliate_group: members sell from the collection, and see it while it is private. manager_group: members
     * see it, officers manage what is in it, but for who shares in sales. Groups are those that the merchant created, by key or name; empty is none.
     * A commission is refused that would, with the shares of the creator and the partners of any product in it, be more than 100 %.
     *
     * @param string $merchant Key or name of the merchant, who created the collection; empty: the caller.
     * @param string $collection_name Name of one of the merchant's collections, in any case.
     * @param array $changes What is to be different; every member may be left out.
     * @return int 1.
     */
    public function updateCollection(string $merchant, string $collection_name, array $changes): int
    {
        return $this->client->request('vend.updateCollection', 'int', array($this->client->capabilities(), $merchant, $collection_name, (object) $changes));
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
     * @param int $prod_id Id of the product.
     * @param array $changes What is to be different; every member may be left out.
     * @return int 1.
     */
    public function updateProduct(int $prod_id, array $changes): int
    {
        return $this->client->request('vend.updateProduct', 'int', array($this->client->capabilities(), $prod_id, (object) $changes));
    }

    /**
     * Rates a product that the avatar who is logged in has bought, or was given.
     *
     * Each avatar has one vote on a product; voting again changes it, and it can not be taken back. What was refunded does not entitle to
     * a vote, but a vote that was cast before stays. It counts for the rating of the collection too.
     *
     * @param int $prod_id Id of the product.
     * @param int $rating 1 to 5, where 5 is best.
     * @return array The mean of all votes with this one, how many there are, and this one.
     */
    public function vote(int $prod_id, int $rating): array
    {
        return $this->client->request('vend.vote', 'array', array($this->client->capabilities(), $prod_id, $rating));
    }
}
