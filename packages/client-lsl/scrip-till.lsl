// Keeps what people pay into the object until it is in the books of the server, or given back. Public domain.
//
// A script beside it, such as scrip-tipjar, says what a payment is for. The two talk by link messages with the number 4591 and
// the key of the payment, which is a good request_id:
//     paid::<payer>::<amount>                    this script asks for one of the next two until it comes
//     book::<change>::<login>::<function>::...   do this call, and give back so much change; <login>: 1 with the owner's login, else 0
//     back::<why>                                give it back
//     booked::<payer>::<amount>::<value>...      the call was done; said again until "done" comes
//     done
// Each payment is in linkset data with what has become of it, written before the step is taken. So it goes on after a reset.

// Capital letters: set here and never changed.
integer NUMBER = 4590;
integer TILL = 4591;
string PREFIX = "scrip.till.";
// Seconds until a script beside it is asked again, and how often.
float ASK_SECONDS = 10.0;
integer MAX_ASKED = 60;
float RETRY_SECONDS = 60.0;
// By then the API script has answered, if it was not reset.
float ANSWER_SECONDS = 600.0;
// A payment in-world that was not told of by then never is.
float RESULT_SECONDS = 120.0;
// bank.insufficient_funds. It and all faults from 1400 to 1599 are decided after the server has looked whether the call was done before.
integer NO_FUNDS = 1203;
// Nothing of the call was done: rate_limited, capabilities that don't count, relay.bad_signature.
list NOT_YET = [1001, 1101, 1102, 1103, 1104, 1701];
// Nothing was decided, or nobody knows it: an answer of the API script, busy, internal.
list UNCLEAR = [0, 1002, -32603];
// With these words of the grid no money has moved, and it may be tried again. Others leave that open.
list NOT_MOVED = ["THROTTLED", "MISSING_PERMISSION_DEBIT", "LINDENDOLLAR_INSUFFICIENTFUNDS"];

// Fields of a payment. Its states are taken, book, calling, booked, back, giving, unknown.
integer AT_STATE = 0;
// The object and the owner who took it.
integer AT_OBJECT = 1;
integer AT_OWNER = 2;
integer AT_PAYER = 3;
integer AT_AMOUNT = 4;
integer AT_CHANGE = 5;
// Of the call or the payment in-world that is under way.
integer AT_KEY = 6;
// How often the script beside was asked; later 1 where a call had no clear answer.
integer AT_COUNT = 7;
// <login>::<function>::..., later the values of the answer.
integer AT_TEXT = 8;

// Key of each payment for which something is to be done, and when.
list due;
string login;
integer is_calling;

list read(string id)
{
    return llParseStringKeepNulls(llLinksetDataRead(PREFIX + id), ["\n"], []);
}

integer write(string id, list fields)
{
    return llLinksetDataWrite(PREFIX + id, llDumpList2String(fields, "\n"));
}

forget(string id)
{
    llLinksetDataDelete(PREFIX + id);
    integer at = llListFindList(due, [id]);
    if (at >= 0) due = llDeleteSubList(due, at, at + 1);
}

schedule(string id, float seconds)
{
    integer at = llListFindList(due, [id]);
    if (at >= 0) due = llDeleteSubList(due, at, at + 1);
    due += [id, llGetTime() + seconds];
    llSetTimerEvent(1.0);
}

// Keeps the payment in another state, to go on with it in so many seconds.
turn(string id, list fields, string to, float seconds)
{
    write(id, llListReplaceList(fields, [to], AT_STATE, AT_STATE));
    schedule(id, seconds);
}

string described(list fields)
{
    return llGetObjectName() + ": L$ " + llList2String(fields, AT_AMOUNT) + " of secondlife:///app/agent/" + llList2String(fields, AT_PAYER) + "/about";
}

// Nothing more is done with it: somebody has to look what became of it.
giveUp(string id, list fields, string why)
{
    turn(id, fields, "unknown", 0.0);
    llOwnerSay(described(fields) + ": " + why + ". Look what became of it, and then say: /" + (string)NUMBER + " till settled");
}

giveBack(string id, list fields, string why)
{
    llRegionSayTo(llList2Key(fields, AT_PAYER), 0, "L$ " + llList2String(fields, AT_AMOUNT) + " are given back: " + why);
    turn(id, fields, "back", 0.0);
}

// From now on nobody can say that the payment was not made.
give(string id, list fields)
{
    if (llList2Key(fields, AT_OBJECT) != llGetKey())
        giveUp(id, fields, "it is to be given back, and was taken by this object before it was picked up or copied");
    else if (!(llGetPermissions() & PERMISSION_DEBIT)) schedule(id, RETRY_SECONDS);
    else {
        turn(id, llListReplaceList(fields, [""], AT_KEY, AT_KEY), "giving", RESULT_SECONDS);
        key transfer = llTransferLindenDollars(llList2Key(fields, AT_PAYER), llList2Integer(fields, AT_AMOUNT));
        turn(id, llListReplaceList(fields, [(string)transfer], AT_KEY, AT_KEY), "giving", RESULT_SECONDS);
    }
}

// The key is kept, so the answer is known after a reset too.
send(string id, list fields)
{
    list call = llParseStringKeepNulls(llList2String(fields, AT_TEXT), ["::"], []);
    string capability;
    if (llList2Integer(call, 0)) capability = login;
    if (llList2Integer(call, 0) && login == "") {
        schedule(id, RETRY_SECONDS);
        llMessageLinked(LINK_THIS, NUMBER, "login", llGetOwner());
        return;
    }
    key attempt = llGenerateKey();
    is_calling = TRUE;
    turn(id, llListReplaceList(fields, [(string)attempt], AT_KEY, AT_KEY), "calling", ANSWER_SECONDS);
    string parameters = llDumpList2String(llDeleteSubList(call, 0, 1), "::");
    llMessageLinked(LINK_THIS, NUMBER, "call::" + llList2String(call, 1) + "::" + capability + "::" + parameters, attempt);
}

tell(string id, list fields, string word, string more)
{
    llMessageLinked(LINK_THIS, TILL, word + "::" + llList2String(fields, AT_PAYER) + "::" + llList2String(fields, AT_AMOUNT) + more, id);
}

// It is time for the next step with a payment.
proceed(string id)
{
    list fields = read(id);
    string is = llList2String(fields, AT_STATE);
    integer asked = llList2Integer(fields, AT_COUNT);
    if (is == "taken" && asked >= MAX_ASKED) giveBack(id, llListReplaceList(fields, [0], AT_COUNT, AT_COUNT), "nobody knows what it is for");
    else if (is == "taken") {
        turn(id, llListReplaceList(fields, [asked + 1], AT_COUNT, AT_COUNT), is, ASK_SECONDS);
        tell(id, fields, "paid", "");
    }
    else if (is == "book" && is_calling) schedule(id, 1.0);
    else if (is == "book") send(id, fields);
    else if (is == "calling") {
        is_calling = FALSE;
        turn(id, llListReplaceList(fields, [TRUE], AT_COUNT, AT_COUNT), "book", 0.0);
    }
    else if (is == "booked") {
        schedule(id, ASK_SECONDS);
        tell(id, fields, "booked", "::" + llList2String(fields, AT_TEXT));
    }
    else if (is == "back") give(id, fields);
    else if (is == "giving") giveUp(id, fields, "the grid does not say whether it was given back");
    else {
        integer at = llListFindList(due, [id]);
        due = llDeleteSubList(due, at, at + 1);
    }
}

// What a script beside says of a payment.
hear(string id, string text)
{
    list fields = read(id);
    string is = llList2String(fields, AT_STATE);
    list parts = llParseStringKeepNulls(text, ["::"], []);
    string word = llList2String(parts, 0);
    if (is == "taken" && word == "book") {
        string call = llDumpList2String(llDeleteSubList(parts, 0, 1), "::");
        turn(id, llListReplaceList(fields, [llList2Integer(parts, 1), "", FALSE, call], AT_CHANGE, AT_TEXT), "book", 0.0);
    }
    else if (is == "taken" && word == "back") giveBack(id, llListReplaceList(fields, [FALSE], AT_COUNT, AT_COUNT), llList2String(parts, 1));
    else if (is == "booked" && word == "done") {
        if (llList2Integer(fields, AT_CHANGE) < 1) forget(id);
        else giveBack(id, llListReplaceList(fields, llList2List(fields, AT_CHANGE, AT_CHANGE), AT_AMOUNT, AT_AMOUNT), "it is your change");
    }
}

// The answer to the call of a payment.
receive(string id, list fields, string text)
{
    is_calling = FALSE;
    integer head = llSubStringIndex(text, "::");
    string values = llDeleteSubString(text, 0, head + 1);
    if (llGetSubString(text, head - 4, head - 1) == "-rsp") {
        turn(id, llListReplaceList(fields, [values], AT_TEXT, AT_TEXT), "booked", 0.0);
        return;
    }
    integer number = (integer)values;
    integer was_unclear = llList2Integer(fields, AT_COUNT);
    if (~llSubStringIndex(values, "::kit.queue_full: ")) turn(id, fields, "book", RETRY_SECONDS);
    else if (~llListFindList(UNCLEAR, [number])) turn(id, llListReplaceList(fields, [TRUE], AT_COUNT, AT_COUNT), "book", RETRY_SECONDS);
    else if (~llListFindList(NOT_YET, [number])) {
        login = "";
        turn(id, fields, "book", RETRY_SECONDS);
    }
    else if (was_unclear && number != NO_FUNDS && (number < 1400 || number > 1599))
        giveUp(id, fields, "an attempt had no answer, and a later one was refused: " + values);
    else {
        llOwnerSay(described(fields) + " is given back: " + values);
        // What the fault says of the owner's account is nobody else's business.
        giveBack(id, fields, "it could not be booked");
    }
}

// The owner does not let the object call: what may have been done before waits, the rest goes back.
denied()
{
    integer at;
    for (at = llGetListLength(due) - 2; at >= 0; at -= 2) {
        string id = llList2String(due, at);
        list fields = read(id);
        integer needsLogin = llList2String(fields, AT_STATE) == "book" && llGetSubString(llList2String(fields, AT_TEXT), 0, 2) == "1::";
        if (needsLogin && !llList2Integer(fields, AT_COUNT))
            giveBack(id, fields, "the owner does not allow it");
    }
}

// All payments of this state that are kept, with their keys.
list keysOf(string word)
{
    list found;
    list names = llLinksetDataFindKeys("^scrip\\.till\\.", 0, 0);
    integer at;
    for (at = 0; at < llGetListLength(names); at++) {
        string id = llDeleteSubString(llList2String(names, at), 0, llStringLength(PREFIX) - 1);
        if (word == "" || llList2String(read(id), AT_STATE) == word) found += id;
    }
    return found;
}

begin()
{
    llRequestPermissions(llGetOwner(), PERMISSION_DEBIT);
    llListen(NUMBER, "", llGetOwner(), "till");
    llListen(NUMBER, "", llGetOwner(), "till settled");
    list ids = keysOf("");
    integer at;
    for (at = 0; at < llGetListLength(ids); at++) {
        string id = llList2String(ids, at);
        string is = llList2String(read(id), AT_STATE);
        if (is == "calling") schedule(id, ANSWER_SECONDS);
        else if (is == "giving") schedule(id, RESULT_SECONDS);
        else schedule(id, 0.0);
    }
}

default
{
    state_entry()
    {
        begin();
    }

    on_rez(integer parameter)
    {
        if (!(llGetPermissions() & PERMISSION_DEBIT)) llRequestPermissions(llGetOwner(), PERMISSION_DEBIT);
    }

    changed(integer change)
    {
        if (!(change & CHANGED_OWNER)) return;
        // The next owner owes nobody what the one before took.
        list ids = keysOf("");
        integer at;
        for (at = 0; at < llGetListLength(ids); at++) {
            list fields = read(llList2String(ids, at));
            llInstantMessage(llList2Key(fields, AT_OWNER), described(fields) + " was not settled when the object changed hands: " + llList2String(fields, AT_STATE));
            forget(llList2String(ids, at));
        }
        llResetScript();
    }

    money(key payer, integer amount)
    {
        string id = (string)llGenerateKey();
        list fields = ["taken", llGetKey(), llGetOwner(), payer, amount, 0, "", 0, ""];
        if (write(id, fields) == LINKSETDATA_OK) {
            schedule(id, 0.0);
            proceed(id);
        }
        else {
            // What can't be kept is not taken.
            llTransferLindenDollars(payer, amount);
            llOwnerSay(described(fields) + " is given back, since the linkset data of the object is full");
        }
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number == TILL) hear((string)id, text);
        if (number != NUMBER) return;
        if (id == llGetOwner() && llSubStringIndex(text, "login-rsp::") == 0) {
            login = llDeleteSubString(text, 0, 10);
            if (login == "denied") {
                login = "";
                denied();
            }
            return;
        }
        integer at;
        for (at = 0; at < llGetListLength(due); at += 2) {
            list fields = read(llList2String(due, at));
            if (llList2String(fields, AT_STATE) == "calling" && llList2Key(fields, AT_KEY) == id && llSubStringIndex(text, "call::") != 0) {
                receive(llList2String(due, at), fields, text);
                return;
            }
        }
    }

    transaction_result(key id, integer success, string data)
    {
        integer at;
        for (at = 0; at < llGetListLength(due); at += 2) {
            string payment = llList2String(due, at);
            list fields = read(payment);
            if (llList2String(fields, AT_STATE) == "giving" && llList2Key(fields, AT_KEY) == id) {
                if (success) forget(payment);
                else if (~llListFindList(NOT_MOVED, [data])) turn(payment, fields, "back", RETRY_SECONDS);
                else giveUp(payment, fields, "it is to be given back, and the grid says " + data);
                return;
            }
        }
    }

    listen(integer channel, string name, key id, string text)
    {
        list ids = keysOf("unknown");
        integer at;
        for (at = 0; at < llGetListLength(ids); at++) {
            string payment = llList2String(ids, at);
            if (text == "till") llOwnerSay(described(read(payment)) + " " + payment);
            else forget(payment);
        }
        llOwnerSay(llGetObjectName() + ": " + (string)llGetListLength(ids) + " payments whose fate is unknown, " + (string)(llGetListLength(due) / 2) + " under way");
    }

    timer()
    {
        integer at;
        list now;
        for (at = 0; at < llGetListLength(due); at += 2)
            if (llList2Float(due, at + 1) <= llGetTime()) now += llList2List(due, at, at);
        for (at = 0; at < llGetListLength(now); at++) proceed(llList2String(now, at));
        if (due == []) llSetTimerEvent(0.0);
    }
}
