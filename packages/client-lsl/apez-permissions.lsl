// Asks the owner of the object for what the scripts beside it want to do. This script is hereby placed in the public domain.
//
// A script sends the link message (number 4590) "login" or "groupscap", with the owner's key, and gets back, with that key,
//     login-rsp::<capability>      the owner's login, for all that the owner may do
//     groupscap-rsp::<capability>  the owner's groups
// or ...-rsp::denied. The owner is asked once, until this script is reset, or the object is rezzed or changes hands. A
// capability ends after 24 hours; ask again before that, and a new one comes.
//
// An enrolled object gets capabilities without the owner's password. The owner enrols it when this script offers it, or by
// saying in chat: /4590 enroll

// Capital letters: set here and never changed.
integer NUMBER = 4590;
integer VALID_SECONDS = 86400;
// One that ends sooner than this is not handed out any more.
integer ENOUGH_SECONDS = 3600;
float DIALOG_SECONDS = 120.0;
// By then the API script has answered, if it is there.
float ANSWER_SECONDS = 700.0;
integer MAX_WANTED = 8;

string LOGIN = "login";
string GROUPS = "groupscap";
// The login that the password gave: it can do what the login of an enrolled object can't, enroll and give out groups.
string WHOLE_LOGIN = "password";
string YES = "Yes";
string NO = "No";
string ENROLL = "Enroll";
string LATER = "Not now";

// What scripts wait for: word, link number and key of each.
list wanted;
integer WIDTH = 3;
// What the owner has said, by word: YES or NO.
list answers;
// What is held: LOGIN, GROUPS or WHOLE_LOGIN, the capability, when it ends in Unix seconds.
list held;

// What this script waits for: "" nothing, "dialog", "offer", or the function that it has called.
string step;
// The key that comes back with the answer to that call.
key called;
integer listen_handle;
integer is_enrolling;

string capabilityOf(string word)
{
    integer at = llListFindList(held, [word]);
    if (at < 0) return "";
    if (llList2Integer(held, at + 2) < llGetUnixTime() + ENOUGH_SECONDS) return "";
    return llList2String(held, at + 1);
}

hold(string word, string capability)
{
    integer at = llListFindList(held, [word]);
    if (at >= 0) held = llDeleteSubList(held, at, at + 2);
    held += [word, capability, llGetUnixTime() + VALID_SECONDS];
}

string answerOf(string word)
{
    integer at = llListFindList(answers, [word]);
    if (at < 0) return "";
    return llList2String(answers, at + 1);
}

// Tells all scripts that wait for it.
tell(string word, string value)
{
    integer at;
    for (at = llGetListLength(wanted) - WIDTH; at >= 0; at -= WIDTH) {
        if (llList2String(wanted, at) == word) {
            integer link = llList2Integer(wanted, at + 1);
            key id = llList2Key(wanted, at + 2);
            wanted = llDeleteSubList(wanted, at, at + WIDTH - 1);
            llMessageLinked(link, NUMBER, word + "-rsp::" + value, id);
        }
    }
}

wait(string what, float seconds)
{
    step = what;
    llSetTimerEvent(seconds);
}

idle()
{
    step = "";
    llSetTimerEvent(0.0);
    llListenRemove(listen_handle);
    listen_handle = 0;
}

ask(string text, list buttons, string what)
{
    integer channel = (integer)("0x" + llGetSubString((string)llGenerateKey(), 0, 7)) | 0x80000000;
    listen_handle = llListen(channel, "", llGetOwner(), "");
    llDialog(llGetOwner(), text, buttons, channel);
    wait(what, DIALOG_SECONDS);
}

// The API script does it, and answers with the key.
call(string function, string capability, list parameters)
{
    called = llGenerateKey();
    wait(function, ANSWER_SECONDS);
    llMessageLinked(LINK_THIS, NUMBER, llDumpList2String(["call", function, capability] + parameters, "::"), called);
}

string object()
{
    return llGetSubString(llDumpList2String(llParseStringKeepNulls(llGetObjectName(), ["::"], []), ":"), 0, 60);
}

// The first that waits, or the login for the owner who enrolls the object.
string wordNow()
{
    if (is_enrolling) return LOGIN;
    return llList2String(wanted, 0);
}

// Whether the first that waits can be told without asking anybody.
integer isDecided()
{
    if (is_enrolling || wanted == []) return FALSE;
    string said = answerOf(wordNow());
    return said == NO || (said == YES && capabilityOf(wordNow()) != "");
}

// Takes the next step for what waits.
next()
{
    if (step != "") return;
    // A login that is held may be there for the owner's groups alone.
    while (isDecided()) {
        string word = wordNow();
        if (answerOf(word) == NO) tell(word, "denied");
        else tell(word, capabilityOf(word));
    }
    if (is_enrolling) enroll();
    else if (wanted != []) {
        string word = wordNow();
        if (answerOf(word) == "") {
            string what = "log in as you, for all that you may do yourself";
            if (word == GROUPS) what = "see and change your groups";
            ask(object() + " asks: may it " + what + ", until its scripts are reset?", [YES, NO], "dialog");
        }
        else if (word == GROUPS) call("general.getObjectCapability", "", ["groups", VALID_SECONDS]);
        else call("general.getObjectCapability", "", ["login", VALID_SECONDS]);
    }
}

enroll()
{
    string login = capabilityOf(WHOLE_LOGIN);
    if (login == "") call("general.getAvatarLoginCapability", "", ["", VALID_SECONDS]);
    else {
        is_enrolling = FALSE;
        call("general.enrollObject", login, [llGetKey(), object()]);
    }
}

// A call went well.
succeed(string function, string value)
{
    idle();
    string word = wordNow();
    if (function == "general.getAvatarLoginCapability") {
        hold(WHOLE_LOGIN, value);
        hold(LOGIN, value);
        if (is_enrolling) enroll();
        else if (word == GROUPS) call("general.grantGroupsCapability", value, [VALID_SECONDS]);
        else {
            tell(LOGIN, value);
            ask("Enroll " + object() + "? Then it needs your password no more. You can end that at any time.", [ENROLL, LATER], "offer");
        }
    }
    else if (function == "general.enrollObject") llOwnerSay(object() + " is enrolled as " + value + ".");
    else hold(word, value);
    next();
}

// `number` is 0 where the call did not get through.
fail(string function, string number, string fault)
{
    idle();
    string word = wordNow();
    if (function == "general.getObjectCapability" && number != "0") {
        // It is not enrolled, or its limits allow no such capability.
        string login = capabilityOf(WHOLE_LOGIN);
        if (word == GROUPS && login != "") call("general.grantGroupsCapability", login, [VALID_SECONDS]);
        else call("general.getAvatarLoginCapability", "", ["", VALID_SECONDS]);
        return;
    }
    llOwnerSay(object() + ": " + fault);
    if (function != "general.enrollObject" && !is_enrolling) tell(word, "denied");
    is_enrolling = FALSE;
    next();
}

forget()
{
    idle();
    answers = [];
    held = [];
    is_enrolling = FALSE;
}

default
{
    state_entry()
    {
        llListen(NUMBER, "", llGetOwner(), "enroll");
    }

    on_rez(integer parameter)
    {
        forget();
        next();
    }

    changed(integer change)
    {
        if (change & CHANGED_OWNER) llResetScript();
    }

    link_message(integer link, integer number, string text, key id)
    {
        if (number != NUMBER) return;
        // Nobody knows which one it was of those that are held: none is handed out again.
        if (~llSubStringIndex(text, "-err::") && (~llSubStringIndex(text, "::auth.capability_revoked: ") || ~llSubStringIndex(text, "::relay.bad_signature: ")))
            held = [];
        if (text == LOGIN || text == GROUPS) {
            if (id != llGetOwner() || llGetListLength(wanted) >= MAX_WANTED * WIDTH) llMessageLinked(link, NUMBER, text + "-rsp::denied", id);
            else {
                wanted += [text, link, (string)id];
                next();
            }
        }
        else if (id == called && step != "") {
            list parts = llParseStringKeepNulls(text, ["::"], []);
            string head = llList2String(parts, 0);
            if (head == step + "-rsp") succeed(step, llList2String(parts, 1));
            else if (head == step + "-err") fail(step, llList2String(parts, 1), llList2String(parts, 2));
        }
    }

    listen(integer channel, string name, key id, string text)
    {
        if (channel == NUMBER && step != "") llOwnerSay(object() + " waits for something else; say it again in a minute.");
        else if (channel == NUMBER) {
            is_enrolling = TRUE;
            next();
        }
        else if (step == "dialog" && (text == YES || text == NO)) {
            answers += [wordNow(), text];
            idle();
            next();
        }
        else if (step == "offer") {
            idle();
            is_enrolling = text == ENROLL;
            next();
        }
    }

    timer()
    {
        string was = step;
        idle();
        if (was != "offer" && was != "dialog") llOwnerSay(object() + ": no answer came from the script apez-api.");
        if (was != "offer" && !is_enrolling) tell(wordNow(), "denied");
        is_enrolling = FALSE;
        next();
    }
}
