"""What a call fails with."""


class ScripError(Exception):
    """A fault of the server, or one that the client found by itself (`client.…`, number 0).

    code: the stable word, such as `bank.insufficient_funds`.
    fault: the stable number.
    message: what was wrong, for people.
    method: the procedure that was called.
    request_id: the id under which it was sent, or None. The same call under the same id again is done once in all.
    may_be_done: whether the server may have done it: it was sent, and nobody told what became of it.
    """

    def __init__(self, code, message, *, fault=0, method="", request_id=None, may_be_done=False):
        super().__init__(message)
        self.code = code
        self.fault = fault
        self.message = message
        self.method = method
        self.request_id = request_id
        self.may_be_done = may_be_done

    def __str__(self):
        return self.message if self.message.startswith(self.code) else f"{self.code}: {self.message}"
