"""Measures xmlrpc.client for xmlrpc-codec.ts: one JSON request a line in, one number a line out.

{"index", "document"} keeps a document, parses it for the values to write, and answers 0;
{"index", "work": "parse" | "write", "slice_ms"} answers the microseconds of one run.
"""

import json
import sys
import time
import xmlrpc.client

bodies = {}
values = {}


def run_once(work, index):
    if work == "parse":
        xmlrpc.client.loads(bodies[index], use_builtin_types=True)
    else:
        xmlrpc.client.dumps((values[index],), methodresponse=True).encode("utf-8")


for line in sys.stdin:
    request = json.loads(line)
    index = request["index"]
    if "document" in request:
        bodies[index] = request["document"].encode("utf-8")
        values[index] = xmlrpc.client.loads(bodies[index], use_builtin_types=True)[0][0]
        answer = 0
    else:
        runs = 0
        start = time.perf_counter()
        elapsed = 0
        while elapsed * 1000 < request["slice_ms"]:
            run_once(request["work"], index)
            runs += 1
            elapsed = time.perf_counter() - start
        answer = elapsed / runs * 1e6
    print(answer, flush=True)
