"""Begins a draft as the form does, and prints its id and its secret."""

import base64
import hashlib
import json
import secrets
import sys
import urllib.request
import uuid

site = sys.argv[1]
task = json.load(urllib.request.urlopen(f"{site}/api/challenge"))
number = next(number for number in range(task.pop("maxnumber") + 1)
              if hashlib.sha256(f"{task['salt']}{number}".encode()).hexdigest() == task["challenge"])
secret = secrets.token_urlsafe(32)
request = urllib.request.Request(
    f"{site}/api/drafts", json.dumps({"answers": {"contacts": [{"mail": "fuzz@gemeinde.example"}]}}).encode(),
    {"content-type": "application/json", "authorization": f"Bearer {secret}", "idempotency-key": str(uuid.uuid4()),
     "altcha": base64.b64encode(json.dumps({**task, "number": number}).encode()).decode()})
print(json.load(urllib.request.urlopen(request))["id"], secret)
