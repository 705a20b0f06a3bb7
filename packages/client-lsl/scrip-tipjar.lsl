// A tip jar that pays a group: what is paid into the object comes to the owner, and goes from the owner's account at the server to
// the group's members by their percentages. Public domain.
//
// It stands beside apez-api, apez-permissions and scrip-till. Lines of the notecard "scrip":
//     group = Mall Staff     name of a group that the owner created, or the key of any group
//     account = working      the account that pays; working where there is no such line

integer NUMBER = 4590;
integer TILL = 4591;
string CARD = "scrip";
float RETRY_SECONDS = 60.0;

string group;
string account;
string group_key;

integer card_line;
key card_query;
// Of the call that looks for the group.
key called;

configure()
{
    group = "";
    account = "working";
    group_key = "";
    card_line = 0;
    show("Starting ...");
    if (llGetInventoryType(CARD) == INVENTORY_NOTECARD) card_query = llGetNotecardLine(CARD, 0);
    else show("The notecard " + CARD + " is missing.");
}

readLine(string line)
{
    integer equals = llSubStringIndex(line, "=");
    if (equals < 1) return;
    string name = llStringTrim(llGetSubString(line, 0, equals - 1), STRING_TRIM);
    string value = llStringTrim(llDeleteSubString(line, 0, equals), STRING_TRIM);
    if (name == "group") group = value;
    else if (name == "account") account = value;
}

show(string text)
{
    llSetText(text, <1.0, 1.0, 1.0>, 1.0);
}

// Asks the owner; with the login comes the rest.
start()
{
    if (group == "") show("The notecard " + CARD + " needs a line group = ...");
    else llMessageLinked(LINK_THIS, NUMBER, "login", llGetOwner());
}

open(string found)
{
    group_key = found;
    llSetTimerEvent(0.0);
    llSetPayPrice(20, [10, 20, 50, 100]);
    show("Tips for " + group);
}

retry(string why)
{
    show("Not open: " + why);
    llSetTimerEvent(RETRY_SECONDS);
}

// In pairs of key and name.
find(string pairs)
{
    integer at;
    while (llJsonValueType(pairs, [at]) == JSON_ARRAY) {
        if (llToLower(llJsonGetValue(pairs, [at, 1])) == llToLower(group)) {
            open(llJsonGetValue(pairs, [at, 0]));
            return;
        }
        at++;
    }
    retry("the owner has no group " + group);
}

// What the till asks about a payment.
settle(key payment, string text)
{
    list parts = llParseStringKeepNulls(text, ["::"], []);
    string word = llList2String(parts, 0);
    key payer = llList2Key(parts, 1);
    if (word == "booked") {
        llRegionSayTo(payer, 0, "Thank you! " + group + " got your L$ " + llList2String(parts, 2) + ".");
        llMessageLinked(LINK_THIS, TILL, "done", payment);
    }
    // Until it is open it says nothing, and is asked again.
    else if (word == "paid" && group_key != "") {
        list pay = [llList2String(parts, 2), llGetOwner(), account, group_key, "working", "Tip of " + (string)payer, 1, payment];
        llMessageLinked(LINK_THIS, TILL, "book::0::1::bank.pay::" + llDumpList2String(pay, "::"), payment);
    }
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
            start();
            return;
        }
        readLine(line);
        card_line++;
        card_query = llGetNotecardLine(CARD, card_line);
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number == TILL) settle(id, text);
        if (number != NUMBER || group_key != "") return;
        if (text == "login-rsp::denied") retry("the owner does not allow it");
        else if (id == llGetOwner() && llSubStringIndex(text, "login-rsp::") == 0) {
            if (llStringLength(group) == 36 && llGetSubString(group, 8, 8) == "-") {
                open(group);
                return;
            }
            called = llGenerateKey();
            string login = llDeleteSubString(text, 0, 10);
            llMessageLinked(LINK_THIS, NUMBER, "call::general.listGroupsCreated::" + login + "::" + (string)llGetOwner(), called);
        }
        else if (id == called && llSubStringIndex(text, "general.listGroupsCreated-rsp::") == 0) find(llDeleteSubString(text, 0, 30));
        else if (id == called && llSubStringIndex(text, "general.listGroupsCreated-err::") == 0) retry("the server does not answer");
    }

    timer()
    {
        llSetTimerEvent(0.0);
        start();
    }
}
