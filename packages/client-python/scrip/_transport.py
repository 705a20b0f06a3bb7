"""One request and its answer over HTTP, on a connection that is kept."""

import http.client
import select
import socket
import ssl
import threading
import time
import urllib.parse

MAX_REPLY = 32 * 1024 * 1024
_PIECE = 64 * 1024
# A gateway or an overloaded server; the same request may go through later.
_PASSING = (429, 502, 503, 504)


class Failure(Exception):
    """No answer. passing: the same request may go through later. unsent: the server can't have seen it."""

    def __init__(self, code, message, *, passing, unsent, wait=0.0):
        super().__init__(message)
        self.code = code
        self.passing = passing
        self.unsent = unsent
        self.wait = wait


class Transport:
    """Sends bodies to one address. Each thread has a connection of its own. Redirects are not followed."""

    def __init__(self, url, context=None):
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{url!r} is no address of a server; https://host is needed")
        if parts.username is not None or parts.query or parts.fragment:
            raise ValueError("the address has a user, a query or a fragment; scheme, host, port and path are all that it takes")
        self._host = parts.hostname
        self._port = parts.port
        self._path = parts.path.rstrip("/") + "/jsonrpc"
        self._context = None
        if parts.scheme == "https":
            self._context = context or ssl.create_default_context()
        self._local = threading.local()
        self.is_private = parts.scheme == "https" or parts.hostname in ("localhost", "127.0.0.1", "::1")

    def post(self, body, deadline):
        """The text of the reply to a body of bytes. Raises Failure; deadline is in seconds of time.monotonic()."""
        connection = getattr(self._local, "connection", None)
        if connection is None or _was_closed(connection):
            self.close()
            try:
                connection = self._connect(deadline)
            except (OSError, http.client.HTTPException) as error:
                raise _lost(error, deadline, unsent=True) from error
        return self._ask(connection, body, deadline)

    def close(self):
        """Closes the connection of this thread."""
        connection = getattr(self._local, "connection", None)
        self._local.connection = None
        if connection is not None:
            connection.close()

    def _connect(self, deadline):
        kind = http.client.HTTPSConnection if self._context else http.client.HTTPConnection
        more = {"context": self._context} if self._context else {}
        connection = kind(self._host, self._port, timeout=_left(deadline), **more)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._local.connection = connection
        return connection

    def _ask(self, connection, body, deadline):
        try:
            connection.sock.settimeout(_left(deadline))
            connection.request("POST", self._path, body, {"Content-Type": "application/json", "Accept-Encoding": "identity"})
            reply = connection.getresponse()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise _lost(error, deadline, unsent=False) from error
        try:
            text = self._read(connection, reply, deadline)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.close()
            raise _lost(error, deadline, unsent=False) from error
        if reply.status == 200:
            return text
        self.close()
        message = f"the server answered with HTTP status {reply.status}: {text[:200]}"
        if reply.status not in _PASSING:
            raise Failure("client.bad_answer", message, passing=False, unsent=400 <= reply.status < 500)
        raise Failure(
            "client.connection", message, passing=True, unsent=reply.status == 429, wait=_retry_after(reply.getheader("Retry-After"))
        )

    def _read(self, connection, reply, deadline):
        pieces, size = [], 0
        while True:
            if connection.sock is not None:
                connection.sock.settimeout(_left(deadline))
            piece = reply.read1(_PIECE)
            if not piece:
                break
            size += len(piece)
            if size > MAX_REPLY:
                self.close()
                raise Failure("client.bad_answer", f"the answer is longer than {MAX_REPLY} bytes", passing=False, unsent=False)
            pieces.append(piece)
        if reply.length:
            raise http.client.IncompleteRead(b"", reply.length)
        # It is whole, and the connection is free for the next one.
        reply.close()
        if reply.will_close:
            self.close()
        return b"".join(pieces).decode("utf-8")


def _was_closed(connection):
    """Whether the server has closed a kept connection: it has something to read though nothing was asked."""
    if connection.sock is None:
        return True
    return bool(select.select([connection.sock], [], [], 0)[0])


def _left(deadline):
    left = deadline - time.monotonic()
    if left <= 0:
        raise socket.timeout("timed out")
    return left


def _lost(error, deadline, *, unsent):
    if isinstance(error, socket.timeout) or time.monotonic() >= deadline:
        return Failure("client.timeout", "the server did not answer in time", passing=False, unsent=unsent)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Failure("client.connection", f"the server's certificate is not trusted: {error}", passing=False, unsent=True)
    return Failure("client.connection", f"no answer from the server: {error}", passing=True, unsent=unsent)


def _retry_after(text):
    return float(text) if text and text.isdecimal() and len(text) <= 6 else 0.0
