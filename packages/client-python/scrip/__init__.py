"""A client of a Scrip server, of the standard library alone. See the README beside this package."""

from ._client import Client
from ._faults import ScripError

__all__ = ["Client", "ScripError"]
__version__ = "0.1.0"
