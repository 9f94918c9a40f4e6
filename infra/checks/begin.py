"""What a fuzzer needs to get past the doors: a draft, an application that was sent, somebody of the office or of a member.

Prints, for `draft` or `sent`, an id and its secret; for `office`, the id of a sent dossier and a token; for `member`, an id that
is nobody's and a token; for `guest`, what opens nothing.
"""

import base64
import hashlib
import json
import secrets
import sys
import time
import urllib.request
import uuid
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

what, site, work = sys.argv[1:4]
MAIL = {"contacts": [{"mail": "fuzz@gemeinde.example"}]}
COMPLETE = {
    "municipality": {"ags": {"sent": "03159016", "office": "09564000"}.get(what), "population": 8700},
    "contacts": [{"name": "Änne Groß", "office": "Bürgermeisterin", "mail": "fuzz@gemeinde.example"}],
    "attitude": "a", "motivation": "b", "expectations": "c", "experience": "d", "time": {"hours": "two"},
    "projects": [{"title": "Kino", "place": "Markt", "state": "idea", "learned": "e"}],
    "invoice": {"recipient": "Stadt", "street": "Markt 1", "postcode": "37073", "city": "Göttingen", "format": "pdf"},
    "agreement": {"fee": True, "privacy": True},
}


def post(path, body, secret, **headers):
    request = urllib.request.Request(f"{site}{path}", json.dumps(body).encode(), {
        "content-type": "application/json", "authorization": f"Bearer {secret}", "idempotency-key": str(uuid.uuid4()), **headers})
    return json.load(urllib.request.urlopen(request))


def proof():
    task = json.load(urllib.request.urlopen(f"{site}/api/challenge"))
    number = next(number for number in range(task.pop("maxnumber") + 1)
                  if hashlib.sha256(f"{task['salt']}{number}".encode()).hexdigest() == task["challenge"])
    return base64.b64encode(json.dumps({**task, "number": number}).encode()).decode()


def token(group, ags=""):
    """An hour's token, signed with the local user pool's own key, which it keeps in a file."""
    settings = json.load(urllib.request.urlopen(f"{site}/settings.json"))
    pool = settings["issuer"].rpartition("/")[2]
    known = json.load(urllib.request.urlopen(f"{settings['signIn']}/{pool}/.well-known/jwks.json"))["keys"]
    file = next(Path(work).glob(f"*/state/cognito-pool-keys/{pool}-id.pem"))
    key = serialization.load_pem_private_key(file.read_bytes(), None)
    modulus = encode(key.public_key().public_numbers().n.to_bytes(256, "big"))
    kid = next(one["kid"] for one in known if one["n"].rstrip("=") == modulus)
    now = int(time.time())
    claims = {"iss": settings["issuer"], "aud": settings["client"], "sub": str(uuid.uuid4()), "email": "fuzz@starke-orte.example",
              "cognito:groups": [group], "custom:ags": ags, "token_use": "id", "iat": now, "exp": now + 3600}
    content = ".".join(encode(json.dumps(part).encode()) for part in ({"alg": "RS256", "typ": "JWT", "kid": kid}, claims))
    return content + "." + encode(key.sign(content.encode(), padding.PKCS1v15(), hashes.SHA256()))


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


secret = secrets.token_urlsafe(32)
if what in ("guest", "member"):
    print("0" * 32, token("member", "12073008") if what == "member" else secret)
else:
    draft = post("/api/drafts", {"answers": MAIL if what == "draft" else COMPLETE}, secret, altcha=proof())["id"]
    if what != "draft":
        post("/api/applications", {"draft": draft, "version": 1, "declaration": True}, secret)
    print(draft, token("staff") if what == "office" else secret)
