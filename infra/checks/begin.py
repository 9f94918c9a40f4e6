"""What a fuzzer needs to get past the doors: a draft, an application that was sent, somebody of the office.

Prints, for `draft` or `sent`, an id and its secret; for `office`, the id of a sent dossier and a token.
"""

import base64
import hashlib
import json
import secrets
import sys
import urllib.request
import uuid

what, site, cloud = sys.argv[1:4]
MAIL = {"contacts": [{"mail": "fuzz@gemeinde.example"}]}
COMPLETE = {
    "municipality": {"ags": {"sent": "03152012", "office": "09564000"}.get(what), "population": 8700},
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


def token():
    """As the sign-in page gets it, for the demo person of the office."""
    settings = json.load(urllib.request.urlopen(f"{site}/settings.json"))
    request = urllib.request.Request(cloud, json.dumps({
        "AuthFlow": "USER_AUTH", "ClientId": settings["client"],
        "AuthParameters": {"USERNAME": "mitarbeit@starke-orte.example", "PREFERRED_CHALLENGE": "PASSWORD",
                           "PASSWORD": "Leerstand-beleben-2026"}}).encode(), {
        "content-type": "application/x-amz-json-1.1", "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth"})
    return json.load(urllib.request.urlopen(request))["AuthenticationResult"]["IdToken"]


secret = secrets.token_urlsafe(32)
draft = post("/api/drafts", {"answers": MAIL if what == "draft" else COMPLETE}, secret, altcha=proof())["id"]
if what != "draft":
    post("/api/applications", {"draft": draft, "version": 1, "declaration": True}, secret)
print(draft, token() if what == "office" else secret)
