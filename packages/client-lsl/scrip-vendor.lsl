// A vendor in-world: shows the products of a collection, sells what it shows to whoever pays its price into the object, and has
// things handed over again. Public domain.
//
// It stands beside apez-api, apez-permissions, scrip-till and scrip-delivery. What is paid comes to the owner of the object, who then
// buys the product as a gift for the payer. So the owner can't be the merchant, who never buys from themselves: then the vendor only
// shows. Lines of the notecard "scrip":
//     merchant = ImSoCool Mann    whose collection it is; the owner's where there is no such line
//     collection = Furniture
//     account = working           the owner's account that pays; working where there is no such line
//     currency = L$               of what is paid in-world; L$ where there is no such line

integer NUMBER = 4590;
integer TILL = 4591;
string CARD = "scrip";
float ANSWER_SECONDS = 600.0;
float RETRY_SECONDS = 60.0;
// A price that has changed is seen by then.
float REFRESH_SECONDS = 300.0;
// Orders of a page, and pages in which one is looked for that is to be handed over again.
integer ORDERS = 4;
integer MAX_PAGES = 40;

string BACK = "< Back";
string NEXT = "Next >";
string AGAIN = "Send again";

string merchant;
string collection;
string account;
string currency;

string login;
// Empty while the object is not announced as a vendor.
string vendor_id;
list products;
integer shown;
// What the product that is shown costs; -1 while it is not for sale for money in-world.
integer price;
string product_name;
integer listen_channel;

// Of the call that is under way: its function, empty for none, and its key.
string step;
key called;
// Who wants a thing again, and how many pages of orders are left to be looked through.
key customer;
integer pages;

integer card_line;
key card_query;

readLine(string line)
{
    integer equals = llSubStringIndex(line, "=");
    if (equals < 1) return;
    string name = llStringTrim(llGetSubString(line, 0, equals - 1), STRING_TRIM);
    string value = llStringTrim(llDeleteSubString(line, 0, equals), STRING_TRIM);
    if (name == "merchant") merchant = value;
    else if (name == "collection") collection = value;
    else if (name == "account") account = value;
    else if (name == "currency") currency = value;
}

configure()
{
    merchant = (string)llGetOwner();
    collection = "";
    account = "working";
    currency = "L$";
    close("Starting ...");
    card_line = 0;
    step = "";
    if (llGetInventoryType(CARD) == INVENTORY_NOTECARD) card_query = llGetNotecardLine(CARD, 0);
}

// Sells nothing until there is something to show again.
close(string text)
{
    price = -1;
    llSetPayPrice(PAY_HIDE, [PAY_HIDE, PAY_HIDE, PAY_HIDE, PAY_HIDE]);
    llSetText(text, <1.0, 1.0, 1.0>, 1.0);
}

start()
{
    step = "";
    llSetTimerEvent(RETRY_SECONDS);
    if (collection == "") close("The notecard " + CARD + " needs a line collection = ...");
    else llMessageLinked(LINK_THIS, NUMBER, "login", llGetOwner());
}

call(string function, list parameters)
{
    step = function;
    called = llGenerateKey();
    llSetTimerEvent(ANSWER_SECONDS);
    llMessageLinked(LINK_THIS, NUMBER, llDumpList2String(["call", function, login] + parameters, "::"), called);
}

announce()
{
    vector place = llGetPos();
    call("vend.announceVendor", [merchant, collection, llGetKey(), llGetRegionName(), (integer)place.x, (integer)place.y, (integer)place.z]);
}

// Shows another one, so many places on.
turn(integer places)
{
    if (products == []) return;
    integer count = llGetListLength(products);
    shown = (shown + places + count) % count;
    call("vend.productDetails", [llList2String(products, shown)]);
}

show(string details)
{
    product_name = llJsonGetValue(details, ["name"]);
    string cost = llJsonGetValue(details, ["price"]);
    string texture = llJsonGetValue(details, ["texture_key"]);
    string text = product_name + "\n" + cost + " " + llJsonGetValue(details, ["currency"]);
    if (texture != "") llSetTexture(texture, ALL_SIDES);
    integer is_whole = (float)cost == (float)((integer)cost);
    integer is_own = llJsonGetValue(details, ["merchant_akey"]) == (string)llGetOwner();
    if (is_whole && !is_own && llJsonGetValue(details, ["currency"]) == currency && llJsonGetValue(details, ["quantity"]) != "0" && (integer)cost > 0) {
        price = (integer)cost;
        llSetPayPrice(PAY_HIDE, [price, PAY_HIDE, PAY_HIDE, PAY_HIDE]);
        llSetText(text + "\nPay to buy", <1.0, 1.0, 1.0>, 1.0);
    }
    else close(text);
}

// Looks through the owner's latest orders for what the customer got.
find(string orders)
{
    integer at;
    string order;
    while (llJsonValueType(orders, [at]) == JSON_OBJECT) {
        order = llJsonGetValue(orders, [at, "order_id"]);
        integer is_theirs = llJsonGetValue(orders, [at, "recipient_akey"]) == (string)customer;
        if (is_theirs && llJsonGetValue(orders, [at, "prod_id"]) == llList2String(products, shown) && llJsonGetValue(orders, [at, "state"]) != "refunded") {
            call("vend.redeliver", [order]);
            return;
        }
        at++;
    }
    pages--;
    if (at == ORDERS && pages > 0) call("vend.myOrders", ["buyer", order, ORDERS]);
    else {
        llRegionSayTo(customer, 0, "Nothing was found that you have bought here. Send it again from your page at the server.");
        turn(0);
    }
}

// A call is answered.
proceed(string function, integer is_good, string value)
{
    step = "";
    llSetTimerEvent(REFRESH_SECONDS);
    if (function == "vend.announceVendor") {
        vendor_id = "";
        // Only the merchant and affiliates announce; others sell what is public.
        if (is_good) vendor_id = (string)llGetKey();
        call("vend.productsInCollection", [merchant, collection]);
    }
    else if (function == "vend.productsInCollection" && is_good) {
        products = [];
        if (value != "") products = llParseStringKeepNulls(value, ["::"], []);
        if (products == []) close("Nothing is for sale here.");
        turn(0);
    }
    else if (function == "vend.productDetails" && is_good) show(value);
    else if (function == "vend.myOrders" && is_good) find(value);
    else if (function == "vend.redeliver") {
        if (is_good) llRegionSayTo(customer, 0, product_name + " is on its way again.");
        else llRegionSayTo(customer, 0, "It can't be sent again.");
        turn(0);
    }
    else {
        // The login has ended, the collection is gone, or the server is away.
        close("Not open: " + value);
        llSetTimerEvent(RETRY_SECONDS);
        login = "";
    }
}

// What the till asks about a payment.
settle(key payment, string text)
{
    list parts = llParseStringKeepNulls(text, ["::"], []);
    string word = llList2String(parts, 0);
    key payer = llList2Key(parts, 1);
    integer amount = llList2Integer(parts, 2);
    if (word == "booked") {
        llRegionSayTo(payer, 0, "Thank you! What you have bought is on its way.");
        llMessageLinked(LINK_THIS, TILL, "done", payment);
    }
    else if (word == "paid" && amount != price)
        llMessageLinked(LINK_THIS, TILL, "back::that is not what it costs, or it is not for sale at the moment", payment);
    else if (word == "paid") {
        list buy = [llList2String(products, shown), payer, vendor_id, "", account, 0, amount, payment];
        llMessageLinked(LINK_THIS, TILL, "book::0::1::vend.buy::" + llDumpList2String(buy, "::"), payment);
    }
}

default
{
    state_entry()
    {
        listen_channel = (integer)("0x" + llGetSubString((string)llGenerateKey(), 0, 7)) | 0x80000000;
        llListen(listen_channel, "", NULL_KEY, "");
        configure();
    }

    on_rez(integer parameter)
    {
        configure();
    }

    changed(integer change)
    {
        if (change & CHANGED_OWNER) llResetScript();
        if (change & CHANGED_INVENTORY) configure();
    }

    dataserver(key query, string line)
    {
        if (query != card_query) return;
        if (line == EOF) {
            start();
            return;
        }
        readLine(line);
        card_line++;
        card_query = llGetNotecardLine(CARD, card_line);
    }

    touch_start(integer count)
    {
        if (products != []) llDialog(llDetectedKey(0), product_name + "\n" + (string)(shown + 1) + " of " + (string)llGetListLength(products), [BACK, NEXT, AGAIN], listen_channel);
    }

    listen(integer channel, string name, key id, string text)
    {
        if (step != "") llRegionSayTo(id, 0, "One moment, please.");
        else if (text == BACK) turn(-1);
        else if (text == NEXT) turn(1);
        else if (text == AGAIN) {
            customer = id;
            pages = MAX_PAGES;
            call("vend.myOrders", ["buyer", "", ORDERS]);
        }
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number == TILL) settle(id, text);
        if (number != NUMBER) return;
        if (id == called && step != "" && llSubStringIndex(text, "call::") != 0) {
            integer head = llSubStringIndex(text, "::");
            proceed(step, llGetSubString(text, 0, head - 1) == step + "-rsp", llDeleteSubString(text, 0, head + 1));
        }
        else if (id == llGetOwner() && text == "login-rsp::denied") close("Not open: the owner does not allow it.");
        else if (id == llGetOwner() && llSubStringIndex(text, "login-rsp::") == 0) {
            integer is_first = login == "";
            login = llDeleteSubString(text, 0, 10);
            if (is_first && step == "") announce();
        }
    }

    timer()
    {
        if (step == "" && login != "" && products != []) turn(0);
        else start();
    }
}
