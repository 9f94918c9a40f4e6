"""The two addresses a person opens: the site, and the developer page beside it."""

import base64
import html
import http.client
import json
import re
import threading
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from localcloud import cloud as local

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host", "content-length",
              "date", "server"}


class Quiet(BaseHTTPRequestHandler):
    """Keep-alive, and no line on the console for each request."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            # Whoever asked does not wait for the answer any more.
            self.close_connection = True

    def answer(self, status, body: bytes, headers):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def site_handler(cloud):
    """Hands each request to the distribution, whose own host name no browser resolves."""
    host = cloud.outputs["SiteAddress"].removeprefix("https://")

    class Forward(Quiet):
        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path.startswith("/api/") and re.search("%[01][0-9a-f]|%7f|%c2%[89]", self.path, re.IGNORECASE):
                # MiniStack's path patterns do not match control characters, so that this would reach the bucket.
                self.answer(404, b'{"message":"Not Found"}', [("Content-Type", "application/json")])
                return
            status, headers, content = self.ask(self.path, body)
            if status == 403 and not self.path.startswith("/api/"):
                # The local bucket says 403 for what is missing, AWS 404, which the distribution answers with this page.
                status, (_, headers, content) = 404, self.ask("/404.html", b"")
            self.answer(status, content, headers)

        def ask(self, path, body):
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
            connection = http.client.HTTPConnection("127.0.0.1", cloud.port, timeout=cloud.patience)
            try:
                connection.request(self.command, path, body or None, {**headers, "Host": host})
                response = connection.getresponse()
                return (response.status,
                        [header for header in response.getheaders() if header[0].lower() not in HOP_BY_HOP], response.read())
            except OSError:
                return 502, [("Content-Type", "text/plain")], b"The local cloud does not answer."
            finally:
                connection.close()

        def __getattr__(self, name):
            """Any other method: CloudFront allows none."""
            if name.startswith("do_"):
                return lambda: self.answer(405, b'{"message":"Method Not Allowed"}', [("Content-Type", "application/json")])
            raise AttributeError(name)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = forward

    return Forward


def developer_handler(cloud):
    """Mails that went out, schedules to run now, addresses and people."""

    class Developer(Quiet):
        def do_GET(self):
            file = re.fullmatch(r"/mails/([^/]+)/(\d+)", self.path)
            if file:
                kept = cloud.attachments[file[1]][int(file[2])]
                self.answer(200, base64.b64decode(kept["content"]), [("Content-Type", kept["type"]), (
                    "Content-Disposition", f'inline; filename="{kept["name"]}"')])
            elif self.path == "/mails":
                body = json.dumps(mails(cloud)).encode()
                self.answer(200, body, [("Content-Type", "application/json")])
            elif self.path == "/log":
                self.answer(200, log(cloud).encode(), [("Content-Type", "text/plain; charset=utf-8")])
            elif self.path == "/":
                self.answer(200, page(cloud).encode(), [("Content-Type", "text/html; charset=utf-8")])
            else:
                self.answer(404, b"Not found", [("Content-Type", "text/plain")])

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path.startswith("/password/"):
                known = give_password(cloud, urllib.parse.unquote(self.path.removeprefix("/password/")))
                self.answer(303 if known else 404, b"", [("Location", "/")])
                return
            if self.path == "/change":
                change(cloud, json.loads(body))
                self.answer(200, b"", [])
                return
            schedule = re.fullmatch(r"/schedules/(\w+)", self.path)
            if schedule and schedule[1] in cloud.schedules():
                answer = cloud.client("lambda").invoke(FunctionName=cloud.resource(schedule[1]), Payload=b"{}")
                failed = answer.get("FunctionError")
                self.answer(303, b"", [("Location", "/" + ("#failed" if failed else ""))])
            else:
                self.answer(404, b"Not found", [("Content-Type", "text/plain")])

    return Developer


def mails(cloud):
    """Everything that SES took, newest first: subject, to, text, html."""
    with urllib.request.urlopen(f"{cloud.address}/_ministack/ses/messages", timeout=10) as response:
        accounts = json.load(response)["messages"]
    return [{"to": message["To"], "subject": message["Subject"], "text": message.get("BodyText", ""),
             "html": message.get("BodyHtml", ""), "at": str(message.get("Timestamp", "")), "id": message["MessageId"],
             "files": cloud.attachments.get(message["MessageId"], [])}
            for messages in accounts.values() for message in reversed(messages)]


def change(cloud, wanted):
    """Sets one text of a record that has it, by its path, for tests that let time pass."""
    names = {f"#n{number}": name for number, name in enumerate(wanted["attribute"].split("."))}
    cloud.client("dynamodb").update_item(
        TableName=cloud.resource(wanted["table"]), Key={name: {"S": value} for name, value in wanted["key"].items()},
        UpdateExpression=f"SET {'.'.join(names)} = :value", ConditionExpression=f"attribute_exists({'.'.join(names)})",
        ExpressionAttributeNames=names,
        ExpressionAttributeValues={":value": {"S": wanted["value"]}})


def give_password(cloud, mail):
    """The demo password for an account that the functions made: the local sign-in page mails no codes."""
    cognito = cloud.client("cognito-idp")
    try:
        cognito.admin_set_user_password(
            UserPoolId=cloud.outputs["PeopleId"], Username=mail, Password=local.PASSWORD, Permanent=True)
        return True
    except cognito.exceptions.UserNotFoundException:
        return False


def accounts(cloud):
    """Everybody who can sign in."""
    users = cloud.client("cognito-idp").list_users(UserPoolId=cloud.outputs["PeopleId"])["Users"]
    return [next(attribute["Value"] for attribute in user["Attributes"] if attribute["Name"] == "email") for user in users]


def log(cloud):
    """What the functions wrote, oldest first."""
    logs = cloud.client("logs")
    events = [(event["timestamp"], event["message"]) for group in logs.describe_log_groups()["logGroups"]
              for event in logs.filter_log_events(logGroupName=group["logGroupName"])["events"]]
    return "\n".join(message.rstrip() for _, message in sorted(events))


def page(cloud):
    sent = "".join(
        f"<article><h3>{html.escape(mail['subject'])}</h3><p>To {html.escape(', '.join(mail['to']))} "
        f"<small>{html.escape(mail['at'])}</small></p><pre>{linked(mail['text'])}</pre>{files(mail)}</article>" for mail in mails(cloud))
    people = "".join(f"<li><code>{html.escape(person['mail'])}</code> ({html.escape(person['group'] or 'no group')})</li>"
                     for person in local.PEOPLE)
    known = {person["mail"] for person in local.PEOPLE}
    people += "".join(f"<li><form method='post' action='/password/{urllib.parse.quote(mail)}'><code>{html.escape(mail)}</code> "
                      f"<button>Give the demo password</button></form></li>" for mail in accounts(cloud) if mail not in known)
    schedules = "".join(f"<form method='post' action='/schedules/{name}'><p>{name}, {html.escape(what)}. <button>Run now</button></p></form>"
                        for name, what in cloud.schedules().items())
    addresses = {
        "Site": cloud.site_address,
        "Application form": cloud.site_address + "/antrag/",
        "Back office": cloud.site_address + "/intern/",
        "API description": cloud.site_address + "/api-beschreibung/openapi.yaml",
        "Cloud (AWS_ENDPOINT_URL)": cloud.address,
    }
    places = "".join(f"<li>{html.escape(name)}: <a href='{html.escape(url)}'>{html.escape(url)}</a></li>" for name, url in addresses.items())
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Developer page - Starke Orte</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body{{font:16px/1.5 system-ui;max-width:52rem;margin:2rem auto;padding:0 1rem}}article{{border:1px solid #8a8478;
border-radius:4px;padding:0 1rem;margin:1rem 0}}pre{{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.95rem}}
button{{font:inherit;padding:.4rem .9rem}}code{{font-size:.95em}}#failed:not(:target){{display:none}}</style></head><body><main>
<h1>Developer page</h1>
<h2>Addresses</h2><ul>{places}</ul>
<h2>Demo people</h2><ul>{people}</ul><p>Sign in at the back office with the address and the password
<code>{html.escape(local.PASSWORD)}</code>. A one-time code, where asked, is <code>123456</code>.</p>
<h2>Schedules</h2>{schedules}
<p id="failed">The schedule failed; <a href="/log">what the functions wrote</a> tells why.</p>
<h2>Mails</h2><p><a href="/">Reload</a> | <a href="/log">What the functions wrote</a></p>{sent or "<p>None yet.</p>"}</main></body></html>"""


def files(mail):
    """What is attached, to be opened."""
    links = " | ".join(f"<a href='/mails/{mail['id']}/{number}'>{html.escape(file['name'])}</a>"
                       for number, file in enumerate(mail["files"]))
    return f"<p>Attached: {links}</p>" if links else ""


def linked(text):
    """Addresses in a mail's text, clickable."""
    return re.sub(r"https?://[^\s<]+", lambda match: f'<a href="{match[0]}">{match[0]}</a>', html.escape(text))


def serve(port, handler):
    """Serves until the process ends; says which port is taken where one is."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise local.Failed(f"Port {port} is in use. End what uses it, or choose another port.") from error
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
