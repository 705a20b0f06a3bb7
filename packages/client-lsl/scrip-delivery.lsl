// Hands over what was sold of a collection: gives the thing of the product's name that lies in the object. Public domain.
//
// It stands beside apez-api and apez-permissions, in a vendor or in an object of its own. The owner is the merchant, an officer of the
// collection's manager group, or somebody who has a grant of the merchant's. Lines of the notecard "scrip":
//     merchant = ImSoCool Mann    whose collection it is; the owner's where there is no such line
//     collection = Furniture
//     grant = ...                 what vend.grantManageCapability gave the owner, where one is needed

integer NUMBER = 4590;
string CARD = "scrip";
// What was given and is not acknowledged yet: it is not given again.
string GIVEN = "scrip.given.";
float POLL_SECONDS = 15.0;
float ANSWER_SECONDS = 600.0;
// Seconds in which a delivery is nobody else's. What is missing here may lie in another vendor.
integer HOLD_SECONDS = 900;

string merchant;
string collection;
string grant;
string login;
// Of the call that is under way: its function, empty for none, its key, and the delivery that it is about.
string step;
key called;
string delivery;
list missing;

integer card_line;
key card_query;

configure()
{
    merchant = (string)llGetOwner();
    collection = "";
    grant = "";
    card_line = 0;
    missing = [];
    if (llGetInventoryType(CARD) == INVENTORY_NOTECARD) card_query = llGetNotecardLine(CARD, 0);
}

readLine(string line)
{
    integer equals = llSubStringIndex(line, "=");
    if (equals < 1) return;
    string name = llStringTrim(llGetSubString(line, 0, equals - 1), STRING_TRIM);
    string value = llStringTrim(llDeleteSubString(line, 0, equals), STRING_TRIM);
    if (name == "merchant") merchant = value;
    else if (name == "collection") collection = value;
    else if (name == "grant") grant = value;
}

call(string function, list parameters)
{
    step = function;
    called = llGenerateKey();
    llSetTimerEvent(ANSWER_SECONDS);
    string capabilities = login;
    if (grant != "") capabilities += "#" + grant;
    llMessageLinked(LINK_THIS, NUMBER, llDumpList2String(["call", function, capabilities] + parameters, "::"), called);
}

acknowledge(string id)
{
    delivery = id;
    call("vend.ackDelivery", [id, 1]);
}

// First what was given and not acknowledged; then what comes next.
work()
{
    step = "";
    llSetTimerEvent(POLL_SECONDS);
    list given = llLinksetDataFindKeys("^scrip\\.given\\.", 0, 1);
    if (login == "") llMessageLinked(LINK_THIS, NUMBER, "login", llGetOwner());
    else if (given != []) acknowledge(llDeleteSubString(llList2String(given, 0), 0, llStringLength(GIVEN) - 1));
    else if (collection != "") call("vend.pullDeliveries", [merchant, 1, HOLD_SECONDS, collection]);
}

give(string pulled)
{
    string id = llJsonGetValue(pulled, [0, "delivery_id"]);
    string name = llJsonGetValue(pulled, [0, "product_name"]);
    if (id == JSON_INVALID) return;
    if (llGetInventoryType(name) == INVENTORY_NONE) {
        if (~llListFindList(missing, [name])) return;
        llOwnerSay(llGetObjectName() + ": " + name + " was sold, and is not in the object");
        missing += name;
        return;
    }
    // Written first: a thing that does not come can be sent again, and everything else would come twice.
    llLinksetDataWrite(GIVEN + id, "1");
    llGiveInventory(llJsonGetValue(pulled, [0, "recipient_akey"]), name);
    acknowledge(id);
}

proceed(string function, string head, string value)
{
    step = "";
    llSetTimerEvent(POLL_SECONDS);
    if (head == "vend.pullDeliveries-rsp") give(value);
    // Said again without an end if nobody answers; a refusal is an answer.
    else if (head == "vend.ackDelivery-rsp" || (function == "vend.ackDelivery" && (integer)value >= 1500)) {
        llLinksetDataDelete(GIVEN + delivery);
        work();
    }
    else login = "";
}

default
{
    state_entry()
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
            work();
            return;
        }
        readLine(line);
        card_line++;
        card_query = llGetNotecardLine(CARD, card_line);
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number != NUMBER) return;
        if (id == called && step != "" && llSubStringIndex(text, "call::") != 0) {
            integer head = llSubStringIndex(text, "::");
            proceed(step, llGetSubString(text, 0, head - 1), llDeleteSubString(text, 0, head + 1));
        }
        else if (id == llGetOwner() && llSubStringIndex(text, "login-rsp::") == 0 && text != "login-rsp::denied")
            login = llDeleteSubString(text, 0, 10);
    }

    timer()
    {
        work();
    }
}
