"""Starts MiniStack, deploys the template into it, and fills it with what a first look needs."""

import io
import json
import os
import platform
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import boto3
from boto3.dynamodb.types import TypeSerializer
from botocore.config import Config

from localcloud import changes, clock, site

ROOT = Path(__file__).resolve().parents[2]
STACK = "starke-orte"
INTERRUPTS = {signal.SIGINT, signal.SIGTERM}
PASSWORD = "Leerstand-beleben-2026"
FOUNDERS = {"angermuende": "12073008", "herzberg": "12062224", "neukirchen": "14521410", "kirchenlamitz": "09479129",
            "marktleuthen": "09479135"}
PEOPLE = [
    {"mail": "mitarbeit@starke-orte.example", "group": "staff"},
    {"mail": "leitung@starke-orte.example", "group": "staff"},
    *({"mail": f"{name}@starke-orte.example", "group": "founder", "ags": ags} for name, ags in FOUNDERS.items()),
    {"mail": "fremd@starke-orte.example", "group": None},
]
MEMBERS = json.loads((ROOT / "web/data/members.json").read_text())

BOOTSTRAP = """#!/bin/sh
# What the managed runtime does on AWS: AWS's own runtime interface client runs the handler, with as much heap as its memory
# gives there. It begins small and gives back what it needs no more, so that all of them fit on a laptop.
heap=$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-1024} * 85 / 100))
# The first of its processes has the debugger's port, where one is wanted.
if [ -n "${DEBUG_PORT:-}" ] && ! kill -0 "$(cat "$TMPDIR/debugged" 2>/dev/null)" 2>/dev/null; then
  echo $$ > "$TMPDIR/debugged"
  set -- "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:$DEBUG_PORT"
fi
exec "$JAVA_HOME/bin/java" "$@" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx"$heap"m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 --enable-native-access=ALL-UNNAMED \\
  -Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="$PWD/native/libaws-lambda-jni.so" \\
  -cp "OWN_CLASSESruntime/*:lib/*" com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
"""


class Failed(Exception):
    """The local cloud cannot go on; the message tells what to do."""


class Cloud:
    """One running local cloud. Everything it starts ends with it."""

    def __init__(self, port: int, site_address: str, work: Path):
        self.address = f"http://localhost:{port}"
        self.port = port
        self.mail_address = f"http://localhost:{port + 1}"
        self.attachments = {}
        self.site_address = site_address
        self.work = work
        self.process = None
        self.outputs = {}
        self.template = {}
        """As it stands in the repository, before the local changes."""
        self.patience = 90
        """Seconds that somebody waits for an answer."""
        self.uploaded = {}
        self.live = None
        """Where the functions' own classes are while what is saved is live."""

    def start(self):
        """Starts MiniStack and waits until it answers."""
        self.work.mkdir(parents=True, exist_ok=True)
        environment = {
            **os.environ,
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": "127.0.0.1",
            "AUTH": "true",
            "LAMBDA_EXECUTOR": "local",
            "MINISTACK_REGION": "eu-central-1",
            "AWS_ENDPOINT_URL": self.address,
            "LOG_LEVEL": "INFO",
            # Listeners that nothing here needs.
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "TMPDIR": str(self.work),
            "STATE_DIR": str(self.work / "state"),
            "PYTHONWARNINGS": "ignore",
            **({"CODE_CHANGED": str(self.live.stamp)} if self.live else {}),
        }
        log = open(self.work / "ministack.log", "w")
        # An interrupt between the process's start and its being noted here would leave it running for ever.
        signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "localcloud.emulator"], env=environment, stdout=log, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True,
                preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS))
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise Failed(f"MiniStack ended at once. Its last words are in {log.name}.")
            try:
                urllib.request.urlopen(f"{self.address}/_ministack/ready", timeout=2).read()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise Failed(f"MiniStack did not answer within a minute. Its last words are in {log.name}.")

    def stop(self):
        """Ends MiniStack, and with it the functions' processes."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def client(self, service: str):
        """An administrator's client of this cloud."""
        return boto3.client(
            service, endpoint_url=self.address, region_name="eu-central-1", aws_access_key_id="test",
            aws_secret_access_key="test", config=Config(retries={"max_attempts": 3}, s3={"addressing_style": "path"}))

    def deploy(self, template: Path = ROOT / "template.yaml", alter=lambda resources: None, debug=("", 0)):
        """Deploys the template. `alter` lets a test take something away, `debug` names a function and a port."""
        self.template = changes.read(template)
        document = changes.read(template)
        s3 = self.client("s3")
        s3.create_bucket(Bucket="packages", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        code = {}
        for function in changes.of_type(document, "AWS::Serverless::Function"):
            folder = function["CodeUri"]
            if folder not in code:
                key = folder.replace("/", "-") + ".zip"
                s3.put_object(Bucket="packages", Key=key, Body=package(ROOT / folder, self.live and self.live.classes))
                code[folder] = f"s3://packages/{key}"
        changes.localise(document, changes.Local(
            code, self.site_address, self.address, self.mail_address, shift=clock.SHIFT, debug=debug))
        alter(document["Resources"])
        # Longer than what may stand in the call itself.
        s3.put_object(Bucket="packages", Key="template.json", Body=json.dumps(document, default=str))
        cloudformation = self.client("cloudformation")
        cloudformation.create_stack(
            StackName=STACK, TemplateURL=f"{self.address}/packages/template.json",
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in {
                "SiteUrl": self.site_address, "MailDomain": "starke-orte.example", "MailVerified": "yes",
                "StaffAddress": "geschaeftsstelle@starke-orte.example",
                "NetworkStreet": "Am Markt 1", "NetworkPostcode": "16278", "NetworkCity": "Angermünde",
                "NetworkTaxNumber": "062/141/12345", "NetworkPhone": "+49 3331 260000", "NetworkIban": "DE02120300000000202051",
                "NetworkBic": "BYLADEM1001", "CardLink": "https://buy.stripe.com/test_starkeorte", "CardSecret": "whsec_local"}.items()])
        self.outputs = self._await_stack(cloudformation)

    def _await_stack(self, cloudformation):
        until = time.monotonic() + 120
        while time.monotonic() < until:
            stack = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
            status = stack["StackStatus"]
            if status == "CREATE_COMPLETE":
                return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
            if not status.endswith("IN_PROGRESS") or "ROLLBACK" in status:
                events = cloudformation.describe_stack_events(StackName=STACK)["StackEvents"]
                reasons = [f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason')}" for event in events
                           if "FAILED" in event["ResourceStatus"]]
                raise Failed("The template does not deploy: " + "; ".join(reasons or [stack.get("StackStatusReason", status)]))
            time.sleep(0.2)
        raise Failed("The template did not deploy within two minutes.")

    def resource(self, logical_id: str) -> str:
        """The physical id of one of the template's resources."""
        return self.client("cloudformation").describe_stack_resource(
            StackName=STACK, LogicalResourceId=logical_id)["StackResourceDetail"]["PhysicalResourceId"]

    def upload_site(self, folder: Path = ROOT / "infra/target/site") -> list[str]:
        """Puts the built pages behind the distribution, those that are not there yet; which."""
        settings = {
            "issuer": f"https://cognito-idp.eu-central-1.amazonaws.com/{self.outputs['PeopleId']}",
            "signIn": self.address,
            "client": self.outputs["BackOfficeId"],
        }
        return site.upload(self.client("s3"), self.outputs["WebBucketName"], folder, json.dumps(settings), self.uploaded, self.live)

    def welcome(self):
        """Demo people, the present members, and a domain that may send mail."""
        cognito = self.client("cognito-idp")
        pool = self.outputs["PeopleId"]
        for person in PEOPLE:
            attributes = {"email": person["mail"], "email_verified": "true"}
            if "ags" in person:
                attributes["custom:ags"] = person["ags"]
            cognito.admin_create_user(
                UserPoolId=pool, Username=person["mail"], MessageAction="SUPPRESS", TemporaryPassword=PASSWORD,
                UserAttributes=[{"Name": name, "Value": value} for name, value in attributes.items()])
            cognito.admin_set_user_password(UserPoolId=pool, Username=person["mail"], Password=PASSWORD, Permanent=True)
            if person["group"]:
                cognito.admin_add_user_to_group(UserPoolId=pool, Username=person["mail"], GroupName=person["group"])
        dynamodb = self.client("dynamodb")
        seed_members(dynamodb, self.resource("ApplicationsTable"), self.resource("MembersTable"))
        seed_founders(dynamodb, self.resource("PreselectionTable"))
        seed_events(dynamodb, self.resource("EventsTable"))

    def schedules(self) -> dict[str, str]:
        """What runs by the clock: the function's name, when, and what for."""
        return {name: ", ".join(event["Properties"]["ScheduleExpression"] for event in function["Events"].values()
                                if event["Type"] == "ScheduleV2") + ": " + function["Description"]
                for name, function in changes.told_by(self.template, "ScheduleV2").items()}

    def warm_up(self, functions=None):
        """Starts functions that somebody will wait for, before anybody does: a first call takes seconds."""
        client = self.client("lambda")
        events = harmless(self.template)
        with ThreadPoolExecutor() as starts:
            list(starts.map(lambda name: client.invoke(
                FunctionName=self.resource(name), Payload=json.dumps(events[name])), functions or events))


def harmless(template) -> dict[str, dict]:
    """What functions that people wait for can be told without harm: those that answer requests, hear of uploads, print what was
    sent, pass on seats, and make the pages that the site begins with."""
    return {
        **{route.function: {"routeKey": "GET /warm-up", "headers": {}} for route in changes.routes(template)},
        **{name: {"detail-type": "Object Created", "detail": {"object": {"key": "warm-up"}}}
           for name in changes.told_by(template, "EventBridgeRule")},
        "PrintApplications": {"Records": []}, "MaintainEvents": {"Records": []}, "PublishSite": {}}


def seed_members(dynamodb, applications: str, members: str):
    """The municipalities that are members already: they cannot apply a second time, and have a page. What is there stays."""
    now = clock.now().isoformat(timespec="seconds").replace("+00:00", "Z")
    for member in MEMBERS:
        dynamodb.put_item(TableName=applications, Item={
            "pk": {"S": f"ags#{member['ags']}"}, "sk": {"S": "claim"}, "member": {"BOOL": True}})
        for pk, record in {
            "members": {"ags": member["ags"], "mails": [person["mail"] for person in PEOPLE if person.get("ags") == member["ags"]], "ambassador": member["ambassador"], "welcomed": True},
            "profiles": {"ags": member["ags"], "published": member["profile"], "publishedAt": now, "by": "system", "withdrawn": False},
        }.items():
            item = {"pk": pk, "sk": member["ags"], **record, "version": 1}
            try:
                dynamodb.put_item(TableName=members, Item={name: TypeSerializer().serialize(value) for name, value in item.items()},
                                  ConditionExpression="attribute_not_exists(pk)")
            except dynamodb.exceptions.ConditionalCheckFailedException:
                pass


def seed_founders(dynamodb, table: str):
    """The municipalities that vote, and whom of theirs the office tells."""
    for person in PEOPLE:
        if person["group"] == "founder":
            dynamodb.put_item(TableName=table, Item={
                "pk": {"S": "founders"}, "sk": {"S": person["ags"]}, "ags": {"S": person["ags"]},
                "mails": {"L": [{"S": person["mail"]}]}, "version": {"N": "1"}})


def seed_events(dynamodb, table: str):
    """Three events to look at: one for everybody and one for members in two weeks, and one that is over and can be archived."""
    now = clock.now().replace(hour=13, minute=0, second=0, microsecond=0)
    written = now.isoformat().replace("+00:00", "Z")
    for number, details in enumerate([
        {"kind": "EXPERT_TALK", "topics": ["VACANCY"], "title": "Leerstand erfassen, ohne sich zu verzetteln", "audience": "PUBLIC",
         "text": "Welche Zahlen braucht ein Rathaus wirklich, und was lässt man besser weg? Ein Gespräch mit Zeit für Ihre Fragen.",
         "programme": "Ankommen\nImpuls\nIhre Fragen", "link": "https://video.example/gespraech"},
        {"kind": "MEETUP", "topics": [], "title": "Flurfunk", "audience": "MEMBERS",
         "text": "Das monatliche Treffen am Mittwochnachmittag: Was bewegt Sie gerade?", "programme": "", "link": "https://video.example/flurfunk"},
        {"kind": "EXPERT_TALK", "topics": ["LAND"], "title": "Boden in Gemeindehand", "audience": "PUBLIC",
         "text": "Wie eine kleine Gemeinde Grundstücke vergibt, ohne sie zu verkaufen.", "programme": "", "link": "https://video.example/boden"},
    ]):
        key = ["gespraech-acdefghj", "flurfunk-acdefghj", "boden-acdefghj"][number]
        start = now + timedelta(days=[14, 15, -3][number])
        event = {
            "pk": "events", "sk": key, "id": key, "state": "PUBLISHED", "reason": "", "publishedAt": written, "changedAt": written,
            "sequence": 1, "version": 1, "series": "", "alone": False,
            "details": {**details, "start": start.isoformat().replace("+00:00", "Z"), "place": "", "price": "",
                        "end": (start + timedelta(minutes=90)).isoformat().replace("+00:00", "Z"),
                        "terms": {"capacity": [30, 12, 0][number], "limit": 4, "needs": False, "questions": [], "cents": 0, "rooms": []},
                        "contact": "mitarbeit@starke-orte.example"}}
        dynamodb.put_item(TableName=table, Item={name: TypeSerializer().serialize(value) for name, value in event.items()})


def package(folder: Path, classes: Path | None = None) -> bytes:
    """A function's package with what the managed runtime would bring. Our own classes may lie elsewhere."""
    if not folder.is_dir():
        raise Failed(f"{folder} is missing. Build first: infra/setup")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as zipped:
        bootstrap = zipfile.ZipInfo("bootstrap")
        bootstrap.external_attr = 0o755 << 16
        zipped.writestr(bootstrap, BOOTSTRAP.replace("OWN_CLASSES", f"{classes}:" if classes else ""))
        for jar in sorted((folder / "lib").glob("*.jar")):
            if not (classes and jar.name.startswith("functions-")):
                zipped.write(jar, f"lib/{jar.name}")
        for jar in sorted((ROOT / "infra/target/runtime").glob("*.jar")):
            if not (folder / "lib" / jar.name).exists():
                zipped.write(jar, f"runtime/{jar.name}")
        zipped.writestr("native/libaws-lambda-jni.so", native_library())
    return archive.getvalue()


def native_library() -> bytes:
    """The runtime client's own part in C. It would unpack it to one fixed place under /tmp, where functions that start at
    the same time, being neighbours here, would write over what the others have just loaded."""
    client = next((ROOT / "infra/target/runtime").glob("aws-lambda-java-runtime-interface-client-*.jar"))
    machine = {"x86_64": "x86_64", "amd64": "x86_64", "aarch64": "aarch_64", "arm64": "aarch_64"}[platform.machine().lower()]
    with zipfile.ZipFile(client) as jar:
        return jar.read(f"jni/libaws-lambda-jni.linux-{machine}.so")
