"""The client: procedures by their names, capabilities and request ids filled in, retries that do nothing twice."""

import json
import keyword
import random
import time
import uuid

from ._faults import ScripError
from ._logins import Login, log_in
from ._procedures import PROCEDURES
from ._transport import Failure, Transport
from ._values import encode

# Attempts of one call, the first included. With the waits between them they outlast a server's change of database.
_MAX_TRIES = 10
_FIRST_WAIT, _LONGEST_WAIT, _LONGEST_ASKED = 0.25, 4.0, 60.0
# The guard refuses these before anything is run.
_RENEWABLE = ("auth.capability_expired", "auth.capability_revoked", "auth.capability_invalid")
_LOGIN_SECS = 3600


class Client:
    """A client of the server at `url`, such as `https://economy.example.org`. `timeout` is the seconds that a call has,
    retries included. Threads may share a client; each has a connection of its own."""

    def __init__(self, url, *, timeout=30.0, context=None):
        self._transport = Transport(url, context)
        self._timeout = timeout
        self._logins = {}
        self._grants = ()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return _Group(self, name)

    def login(self, name, password, valid_for_secs=_LOGIN_SECS):
        """Logs an avatar in, by key or name, and keeps the login good. `password` is a text, which is kept in memory, or a
        function that is asked each time. Several avatars may be logged in at once. Returns the capability."""
        login = Login(lambda: log_in(self._public, name, password, valid_for_secs, self._transport.is_private), valid_for_secs)
        capability = login.capability()
        self._logins = {**self._logins, name: login}
        return capability

    def with_capabilities(self, *capabilities):
        """The same client, with these capabilities beside its logins."""
        other = Client.__new__(Client)
        other.__dict__.update(self.__dict__, _grants=self._grants + capabilities)
        return other

    def close(self):
        """Closes the connection of this thread; the next call makes another."""
        self._transport.close()

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        self.close()

    def call(self, method, params, *, timeout=None):
        """Calls a procedure by its name, with parameters by theirs. Raises ScripError."""
        known = PROCEDURES.get(method)
        params = dict(params)
        guarded = ("capabilities" in known["params"] if known else True) and "capabilities" not in params
        request_id = None
        if known and "request_id" in known["params"]:
            request_id = params.get("request_id") or str(uuid.uuid4())
            params["request_id"] = request_id
        repeatable = request_id is not None or bool(known and known["reads"])
        texts = {name: encode(value) for name, value in params.items()}
        deadline = time.monotonic() + (self._timeout if timeout is None else timeout)
        return _Call(self, method, texts, guarded, repeatable, request_id, deadline).run()

    def _public(self, method, params):
        deadline = time.monotonic() + self._timeout
        texts = {name: encode(value) for name, value in params.items()}
        # An answer uses its challenge up, so a lost attempt fails; the login as a whole may be tried again.
        return _Call(self, method, texts, False, method != "general.getLoginCapability", None, deadline).run()

    def _capabilities(self):
        return [login.capability() for login in self._logins.values()] + list(self._grants)

    def _doubt(self, used):
        return any([login.doubt(used) for login in self._logins.values()])


class _Group:
    """`client.bank`: the procedures of one group."""

    def __init__(self, client, name):
        self._client = client
        self._name = name

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return _Procedure(self._client, f"{self._name}.{name}")

    def __dir__(self):
        start = f"{self._name}."
        return [name[len(start) :] for name in PROCEDURES if name.startswith(start)]


class _Procedure:
    """`client.bank.pay`: takes the parameters of the reference by position or by name, without the capabilities."""

    def __init__(self, client, method):
        self._client = client
        self._method = method
        known = PROCEDURES.get(method)
        self.__name__ = method
        self.__doc__ = known and known["doc"]

    def __call__(self, *args, timeout=None, **params):
        known = PROCEDURES.get(self._method)
        # A name that Python keeps for itself has an underscore behind it: vend.myOrders(as_="recipient").
        params = {name[:-1] if name.endswith("_") and keyword.iskeyword(name[:-1]) else name: value for name, value in params.items()}
        if args:
            if known is None:
                raise TypeError(f"{self._method} is not known here; give its parameters by name")
            names = [name for name in known["params"] if name != "capabilities"]
            if len(args) > len(names):
                raise TypeError(f"{self._method} takes {len(names)} parameters ({', '.join(names)}); {len(args)} came")
            for name, value in zip(names, args):
                if name in params:
                    raise TypeError(f"{self._method} got {name} twice")
                params[name] = value
        return self._client.call(self._method, params, timeout=timeout)


class _Call:
    """One call until it has a result or has failed."""

    def __init__(self, client, method, texts, guarded, repeatable, request_id, deadline):
        self._client = client
        self._method = method
        self._texts = texts
        self._guarded = guarded
        self._repeatable = repeatable
        self._request_id = request_id
        self._deadline = deadline
        self._used = []
        self._lost = False

    def run(self):
        renewed = False
        for tries in range(1, _MAX_TRIES + 1):
            try:
                return self._attempt()
            except Failure as failure:
                may_repeat = failure.passing and (failure.unsent or self._repeatable)
                wait = _backoff(tries, failure.wait)
                if not may_repeat or tries == _MAX_TRIES or time.monotonic() + wait >= self._deadline:
                    raise self._error(failure.code, str(failure), 0, not failure.unsent) from failure
                self._lost = self._lost or not failure.unsent
                time.sleep(wait)
            except _Renewable as refused:
                if renewed or not self._client._doubt(self._used):
                    raise refused.error from None
                renewed = True
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self):
        texts = dict(self._texts)
        if self._guarded:
            self._used = self._client._capabilities()
            texts["capabilities"] = encode(self._used)
        params = ",".join(f"{encode(name)}:{text}" for name, text in texts.items())
        body = f'{{"jsonrpc":"2.0","id":1,"method":{encode(self._method)},"params":{{{params}}}}}'
        return self._answer(self._client._transport.post(body.encode("utf-8"), self._deadline))

    def _answer(self, text):
        bad = Failure("client.bad_answer", "the server's answer is none to this call", passing=False, unsent=False)
        try:
            reply = json.loads(text)
        except (ValueError, RecursionError):
            raise bad from None
        if not isinstance(reply, dict) or reply.get("id", 1) not in (1, None):
            raise bad
        if "result" in reply and "error" not in reply:
            return reply["result"]
        error = reply.get("error")
        data = error.get("data") if isinstance(error, dict) else None
        code = data.get("code") if isinstance(data, dict) else None
        if not isinstance(code, str) or not isinstance(error.get("message"), str) or not isinstance(error.get("code"), int):
            raise bad
        if code == "busy":
            raise Failure(code, error["message"], passing=True, unsent=False)
        fault = self._error(code, error["message"], error["code"], code == "internal")
        if self._guarded and code in _RENEWABLE:
            raise _Renewable(fault)
        raise fault

    def _error(self, code, message, fault, may_be_done):
        # Any other fault of the server tells that no attempt was done: it knows the request id.
        unknown = self._lost and code.startswith(("auth.", "client."))
        return ScripError(
            code, message, fault=fault or _NUMBERS.get(code, 0), method=self._method, request_id=self._request_id,
            may_be_done=may_be_done or unknown,
        )  # fmt: skip


class _Renewable(Exception):
    def __init__(self, error):
        super().__init__()
        self.error = error


_NUMBERS = {"busy": 1002}


def _backoff(tries, asked):
    """Seconds before the next attempt: twice as long each time, drawn so that clients don't come back together."""
    longest = min(_FIRST_WAIT * 2 ** (tries - 1), _LONGEST_WAIT)
    return max(longest * (0.5 + random.random() / 2), min(asked, _LONGEST_ASKED))
