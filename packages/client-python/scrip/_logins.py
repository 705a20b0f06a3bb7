"""Who is logged in, and how a login is renewed before it ends."""

import hashlib
import threading
import time

from ._faults import ScripError

# Renewed when so much of its time is over; between two attempts while it is still good, and between two renewals because
# something was refused, which may be a grant beside it.
_RENEW_AFTER = 0.8
_RETRY = 5.0
_DOUBT = 60.0


def _md5(text):
    return hashlib.md5(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def log_in(ask, name, password, valid_for_secs, may_be_sent):
    """A login capability. The password answers a challenge and stays here; only where the server has challenges turned off
    does it go to general.loginWithPassword, over TLS or to this machine."""
    given = password() if callable(password) else password
    try:
        challenge = ask("general.getLoginChallenge", {"akey": name})
    except ScripError as error:
        # A challenge is given to whatever name, so this is a server that gives none.
        if error.code != "auth.login_failed" or not may_be_sent:
            raise
        return ask("general.loginWithPassword", {"akey": name, "password": given, "valid_for_secs": valid_for_secs})
    response = _md5(challenge + name + _md5(given))
    return ask("general.getLoginCapability", {"akey": name, "challenge_response": response, "valid_for_secs": valid_for_secs})


class Login:
    """One avatar's login. However many threads wait for it, one of them renews it."""

    def __init__(self, renew, valid_for_secs):
        self._renew = renew
        self._valid = valid_for_secs
        self._lock = threading.Lock()
        self._text = ""
        self._renew_at = 0.0
        self._ends_at = 0.0
        self._doubted_at = float("-inf")
        self._refusal = None

    def capability(self):
        with self._lock:
            # A password that the server no longer takes is not tried again: wrong ones are counted.
            if self._refusal is not None:
                raise self._refusal
            if time.monotonic() >= self._renew_at:
                self._renew_now()
            return self._text

    def doubt(self, used):
        """It was refused, or what went beside it. Whether the next attempt may go better."""
        with self._lock:
            if self._text not in used or self._renew_at == 0.0:
                return True
            now = time.monotonic()
            if now - self._doubted_at < _DOUBT:
                return False
            self._doubted_at = now
            self._renew_at = self._ends_at = 0.0
            return True

    def _renew_now(self):
        begun = time.monotonic()
        try:
            self._text = self._renew()
        except ScripError as error:
            if error.code == "auth.login_failed":
                self._refusal = error
            if self._refusal is not None or time.monotonic() >= self._ends_at:
                raise
            self._renew_at = min(time.monotonic() + _RETRY, self._ends_at)
            return
        self._renew_at = begun + self._valid * _RENEW_AFTER
        self._ends_at = begun + self._valid
