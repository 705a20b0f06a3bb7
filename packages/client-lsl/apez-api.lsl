// Calls a Scrip server for the scripts beside it. This script is hereby placed in the public domain.
//
// A script sends the link message (number 4590)
//     call::<function>::<capability>#<capability>::<parameter>::...
// and gets back, with the key that it sent along,
//     <function>-rsp::<value>...    or    <function>-err::<fault number>::<fault>
// Faults of the server come as it words them. Faults of this script have the number 0 and begin with "kit.": README.md has them.
//
// The notecard "scrip" in the object says where the server is:
//     url = https://scrip.example/relay
//     secret = ...    (only for an object that was enrolled from elsewhere)

// Capital letters: set here and never changed.
integer NUMBER = 4590;
string CARD = "scrip";
// Under these an enrolled object keeps its secret. Choose another password where you don't trust all scripts of the object.
string SECRET_NAME = "scrip.secret";
string SECRET_PASSWORD = "scrip";
// Calls that wait at most, and the characters of all their bodies: there are 64 KiB for everything.
integer MAX_CALLS = 12;
integer MAX_CHARACTERS = 6000;
// Bytes of a reply. The server says so itself where there are more.
integer MAX_REPLY = 4096;
// The simulator allows an object 25 requests in 20 s; five are left for other scripts.
integer MAX_REQUESTS = 20;
float REQUESTS_SECONDS = 20.0;
// Seconds before a call is sent again, under the same nonce: so it is done once.
list WAITS = [10.0, 30.0, 90.0];
// A reply that did not come by then never comes: the region was restarted.
float NO_REPLY = 90.0;
float PASSWORD_SECONDS = 120.0;
integer BUSY = 1002;
integer BAD_SIGNATURE = 1701;
// Faults that say nothing of an earlier attempt: rate_limited, busy, internal, relay.bad_signature.
list UNDECIDED = [1001, BUSY, -32603, BAD_SIGNATURE];

string LOGIN = "general.getAvatarLoginCapability";
string ENROLL = "general.enrollObject";

string url;
string card_secret;
integer card_line;
key card_query;
integer is_configured;
// Whether the server has shown that it knows this object: then it keeps nonces also of calls that are not signed.
integer is_known;

// Of each call: nonce, function, body, link number and key of who asked, times sent, when it is due, request ("" while it is not
// under way, "password" while the owner is asked for it), whether an attempt had no answer.
list calls;
integer WIDTH = 9;
integer AT_FUNCTION = 1;
integer AT_BODY = 2;
integer AT_LINK = 3;
integer AT_KEY = 4;
integer AT_SENT = 5;
integer AT_DUE = 6;
integer AT_REQUEST = 7;
integer AT_UNKNOWN = 8;
// When requests were sent.
list request_times;
integer password_listen;

// The function of a call; empty for what is none.
string functionOf(string body)
{
    if (llGetSubString(body, 0, 5) != "call::") return "";
    string rest = llDeleteSubString(body, 0, 5);
    integer end = llSubStringIndex(rest, "::");
    if (end < 0) return rest;
    if (end == 0) return "";
    return llGetSubString(rest, 0, end - 1);
}

// What signs for this object. A copy of it has another key, and nothing to sign with.
string secret()
{
    if (card_secret != "") return card_secret;
    string stored = llLinksetDataReadProtected(SECRET_NAME, SECRET_PASSWORD);
    if (llGetSubString(stored, 0, 35) != (string)llGetKey()) return "";
    return llDeleteSubString(stored, 0, 36);
}

// It signs no more: the object was revoked, or its owner's login, or it was enrolled anew from elsewhere.
forgetSecret()
{
    card_secret = "";
    llLinksetDataDeleteProtected(SECRET_NAME, SECRET_PASSWORD);
    llOwnerSay(llGetObjectName() + " is no longer enrolled. To enroll it again, say: /" + (string)NUMBER + " enroll");
}

string signature(string shared, string text)
{
    // A grid without llHMAC: put // before this line, and take it away from the next one.
    return "hmac-sha256=" + llHMAC(shared, text, "sha256");
    //return "sha256=" + llSHA256String(shared + llSHA256String(shared + text));
}

// These two make an object known or enrolled, so they go by password or capability, whatever the object had before.
integer isSigned(string function)
{
    return function != LOGIN && function != ENROLL && secret() != "";
}

// Whether sending it twice under one nonce does it once.
integer isRepeatable(string function, string body)
{
    if (is_known || function == LOGIN || isSigned(function)) return TRUE;
    // Without capabilities nothing is done on anybody's behalf.
    string start = "call::" + function + "::";
    return llSubStringIndex(body + "::", start + "::") == 0 || body == "call::" + function;
}

answer(integer link, key id, string text)
{
    llMessageLinked(link, NUMBER, text, id);
}

string failure(string function, string fault)
{
    return function + "-err::0::" + fault;
}

add(integer link, string body, key id)
{
    string function = functionOf(body);
    integer characters = llStringLength(body) + llStringLength(llDumpList2String(calls, ""));
    if (llGetListLength(calls) >= MAX_CALLS * WIDTH || characters > MAX_CHARACTERS) {
        answer(link, id, failure(function, "kit.queue_full: too much is waiting; nothing was sent"));
        return;
    }
    string request;
    float due = llGetTime();
    if (llSubStringIndex(body, "call::" + LOGIN + "::::::") == 0) {
        request = "password";
        due += PASSWORD_SECONDS;
    }
    calls += [(string)llGenerateKey(), function, body, link, (string)id, 0, due, request, FALSE];
    if (request != "") askPassword();
    work();
}

// Ends a call: who asked is told.
finish(integer at, string text)
{
    integer link = llList2Integer(calls, at + AT_LINK);
    key id = llList2Key(calls, at + AT_KEY);
    calls = llDeleteSubList(calls, at, at + WIDTH - 1);
    answer(link, id, text);
}

fail(integer at, string fault)
{
    finish(at, failure(llList2String(calls, at + AT_FUNCTION), fault));
}

schedule(integer at, float seconds)
{
    calls = llListReplaceList(calls, [llGetTime() + seconds, ""], at + AT_DUE, at + AT_REQUEST);
}

// Nobody knows whether the call was done: it is sent again, if that can't do it twice.
retry(integer at, string why)
{
    integer sent = llList2Integer(calls, at + AT_SENT);
    string function = llList2String(calls, at + AT_FUNCTION);
    calls = llListReplaceList(calls, [TRUE], at + AT_UNKNOWN, at + AT_UNKNOWN);
    if (sent <= llGetListLength(WAITS) && isRepeatable(function, llList2String(calls, at + AT_BODY)))
        schedule(at, llList2Float(WAITS, sent - 1));
    else
        fail(at, why);
}

// Room for one more request now?
integer mayRequest()
{
    float now = llGetTime();
    while (llGetListLength(request_times) > 0 && llList2Float(request_times, 0) <= now - REQUESTS_SECONDS)
        request_times = llDeleteSubList(request_times, 0, 0);
    return llGetListLength(request_times) < MAX_REQUESTS;
}

send(integer at)
{
    string nonce = llList2String(calls, at);
    string body = llList2String(calls, at + AT_BODY);
    list parameters = [HTTP_METHOD, "POST", HTTP_MIMETYPE, "text/plain;charset=utf-8", HTTP_BODY_MAXLENGTH, MAX_REPLY,
        HTTP_CUSTOM_HEADER, "X-Scrip-Body-Max", (string)MAX_REPLY, HTTP_CUSTOM_HEADER, "X-Scrip-Nonce", nonce];
    if (isSigned(llList2String(calls, at + AT_FUNCTION))) {
        string object = llToLower((string)llGetKey());
        string time = (string)llGetUnixTime();
        parameters += [HTTP_CUSTOM_HEADER, "X-Scrip-Object", object, HTTP_CUSTOM_HEADER, "X-Scrip-Time", time,
            HTTP_CUSTOM_HEADER, "X-Scrip-Signature", signature(secret(), time + "\n" + nonce + "\n" + object + "\n" + body)];
    }
    key request = llHTTPRequest(url, parameters, body);
    if (request == NULL_KEY) {
        // The simulator sent nothing, so this does not count.
        schedule(at, REQUESTS_SECONDS);
        return;
    }
    request_times += llGetTime();
    integer sent = llList2Integer(calls, at + AT_SENT) + 1;
    calls = llListReplaceList(calls, [sent, llGetTime() + NO_REPLY, (string)request], at + AT_SENT, at + AT_REQUEST);
}

// Sends what is due, and gives up what waited in vain.
work()
{
    if (!is_configured) return;
    integer at = llGetListLength(calls) - WIDTH;
    integer first;
    // From the newest, since calls that end go out of the list; those that are sent go from the oldest.
    for (; at >= 0; at -= WIDTH) {
        if (url == "") fail(at, "kit.no_url: the notecard " + CARD + " needs a line url = ...");
        else if (llList2Float(calls, at + AT_DUE) <= llGetTime()) {
            string request = llList2String(calls, at + AT_REQUEST);
            if (request == "password") fail(at, "kit.no_password: the owner gave none");
            else if (request != "") retry(at, "kit.no_answer: nobody knows whether the call was done");
        }
    }
    for (first = 0; first < llGetListLength(calls); first += WIDTH) {
        if (llList2String(calls, first + AT_REQUEST) == "" && llList2Float(calls, first + AT_DUE) <= llGetTime() && mayRequest())
            send(first);
    }
    if (calls == []) llSetTimerEvent(0.0);
    else llSetTimerEvent(1.0);
}

// The reply of the server, all of it.
receive(integer at, string body)
{
    string function = llList2String(calls, at + AT_FUNCTION);
    if (llSubStringIndex(body, "-err::") == 0) body = function + body;
    string result = function + "-rsp::";
    if (llSubStringIndex(body, result) == 0) {
        if (function == LOGIN) is_known = TRUE;
        if (function == ENROLL) body = result + keepSecret(llDeleteSubString(body, 0, llStringLength(result) - 1));
        finish(at, body);
    }
    else if (llSubStringIndex(body, function + "-err::") == 0) {
        list parts = llParseStringKeepNulls(body, ["::"], []);
        integer number = llList2Integer(parts, 1);
        integer sent = llList2Integer(calls, at + AT_SENT);
        // A wrong clock is not the secret's fault.
        if (number == BAD_SIGNATURE && secret() != "" && llSubStringIndex(body, "X-Scrip-Time") < 0) forgetSecret();
        if (number == BUSY && sent <= llGetListLength(WAITS)) schedule(at, llList2Float(WAITS, sent - 1));
        else if (llList2Integer(calls, at + AT_UNKNOWN) && ~llListFindList(UNDECIDED, [number]))
            fail(at, "kit.no_answer: nobody knows whether the call was done; at last came " + llList2String(parts, 2));
        else finish(at, body);
    }
    else fail(at, "kit.no_answer: what came is no answer of a Scrip server; is the url right?");
}

// Keeps the secret of this object and says its key; what is for another object goes to who asked.
string keepSecret(string enrolled)
{
    if (llToLower(llJsonGetValue(enrolled, ["object_key"])) != llToLower((string)llGetKey())) return enrolled;
    llLinksetDataWriteProtected(SECRET_NAME, (string)llGetKey() + " " + llJsonGetValue(enrolled, ["secret"]), SECRET_PASSWORD);
    return (string)llGetKey();
}

// On a channel that nobody else can know. What is written goes to the server, and is kept nowhere.
askPassword()
{
    integer channel = (integer)("0x" + llGetSubString((string)llGenerateKey(), 0, 7)) | 0x80000000;
    llListenRemove(password_listen);
    password_listen = llListen(channel, "", llGetOwner(), "");
    llTextBox(llGetOwner(), llGetSubString(llGetObjectName(), 0, 60) + " needs your Scrip password, to log in as you. Leave it empty to refuse.", channel);
}

takePassword(string password)
{
    llListenRemove(password_listen);
    integer at;
    for (at = llGetListLength(calls) - WIDTH; at >= 0; at -= WIDTH) {
        if (llList2String(calls, at + AT_REQUEST) == "password") {
            string rest = llDeleteSubString(llList2String(calls, at + AT_BODY), 0, llStringLength("call::" + LOGIN + "::::") - 1);
            if (password == "") fail(at, "kit.no_password: the owner gave none");
            else if (~llSubStringIndex(password, "::")) fail(at, "kit.no_password: a password with :: can't be sent from in-world");
            else {
                calls = llListReplaceList(calls, ["call::" + LOGIN + "::::" + password + rest], at + AT_BODY, at + AT_BODY);
                schedule(at, 0.0);
            }
        }
    }
    work();
}

configure()
{
    is_configured = FALSE;
    url = "";
    card_secret = "";
    card_line = 0;
    if (llGetInventoryType(CARD) == INVENTORY_NOTECARD) card_query = llGetNotecardLine(CARD, 0);
    else {
        is_configured = TRUE;
        work();
    }
}

readLine(string line)
{
    integer equals = llSubStringIndex(line, "=");
    if (equals < 1) return;
    string name = llStringTrim(llGetSubString(line, 0, equals - 1), STRING_TRIM);
    string value = llStringTrim(llDeleteSubString(line, 0, equals), STRING_TRIM);
    if (name == "url") url = value;
    else if (name == "secret") card_secret = value;
}

default
{
    state_entry()
    {
        configure();
    }

    on_rez(integer parameter)
    {
        // It has another key now, under which a call that is sent again could be done again.
        while (calls != []) fail(0, "kit.no_answer: the object was taken; nobody knows whether the call was done");
        is_known = FALSE;
    }

    changed(integer change)
    {
        if (change & CHANGED_OWNER) {
            llLinksetDataDeleteProtected(SECRET_NAME, SECRET_PASSWORD);
            llResetScript();
        }
        if (change & CHANGED_INVENTORY) configure();
    }

    dataserver(key query, string line)
    {
        if (query != card_query) return;
        if (line == EOF) {
            is_configured = TRUE;
            work();
            return;
        }
        readLine(line);
        card_line++;
        card_query = llGetNotecardLine(CARD, card_line);
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number == NUMBER && functionOf(text) != "") add(link, text, id);
    }

    listen(integer channel, string name, key id, string text)
    {
        takePassword(llStringTrim(text, STRING_TRIM));
    }

    http_response(key request, integer status, list metadata, string body)
    {
        integer found = llListFindList(calls, [(string)request]);
        // Of a call that was given up.
        if (found < 0) return;
        integer at = found - AT_REQUEST;
        if (status == 200 && llListFindList(metadata, [HTTP_BODY_TRUNCATED]) == 0)
            fail(at, "kit.truncated: the reply was cut; ask for fewer");
        else if (status == 200) receive(at, body);
        // 499 is the simulator's word for no answer; from 500 on it may be that of somebody between.
        else if (status == 499 || status >= 500) retry(at, "kit.no_answer: HTTP " + (string)status + "; nobody knows whether the call was done");
        else fail(at, "kit.refused: HTTP " + (string)status + "; is the url right?");
        work();
    }

    timer()
    {
        work();
    }
}
