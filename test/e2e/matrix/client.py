"""Each line is a call, [procedure, parameters by name]; the answer is [true, result] or [false, fault's number, its text]."""

import json
import os
import sys

from scrip import Client, ScripError

client = Client(os.environ["SCRIP_URL"])
for line in sys.stdin:
    method, params = json.loads(line)
    group, name = method.split(".")
    try:
        answer = [True, getattr(getattr(client, group), name)(**params)]
    except ScripError as error:
        answer = [False, error.fault, error.message]
    print(json.dumps(answer), flush=True)
