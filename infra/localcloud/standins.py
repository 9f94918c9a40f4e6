"""What AWS does and MiniStack does not: scanning uploads for malware, keeping what is attached to mails, telling that a mail
came back, telling a function again of what it failed at.

Each tells its news in AWS's own words, so that the functions cannot know the difference.
"""

import http.client
import json
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from localcloud.changes import told_by
from localcloud.serve import Quiet

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIMULATOR = "@simulator.amazonses.com"


def run(cloud):
    """Starts all beside the cloud; they end with the process."""
    for work in (Scanner(cloud), MailNews(cloud), *(Teller(cloud, name) for name in told_by(cloud.template, "EventBridgeRule"))):
        threading.Thread(target=work.loop, daemon=True).start()


def post_office(cloud):
    """SES as the functions reach it: hands everything on to MiniStack as it came, and keeps what is attached."""

    class PostOffice(Quiet):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            connection = http.client.HTTPConnection("127.0.0.1", cloud.port, timeout=60)
            try:
                # With its own Host, which the signature covers.
                connection.request("POST", self.path, body, dict(self.headers.items()))
                response = connection.getresponse()
                content = response.read()
            finally:
                connection.close()
            if response.status == 200:
                attached = json.loads(body)["Content"].get("Simple", {}).get("Attachments", [])
                cloud.attachments[json.loads(content)["MessageId"]] = [
                    {"name": one["FileName"], "type": one["ContentType"], "content": one["RawContent"]} for one in attached]
            self.answer(response.status, content, [("Content-Type", response.getheader("Content-Type") or "application/json")])

    return PostOffice


def complain(cloud, name, error):
    """Unless the cloud is just ending."""
    time.sleep(1)
    if cloud.process.poll() is None:
        print(f"The stand-in for {name} failed: {type(error).__name__}", flush=True)


class Scanner:
    """GuardDuty Malware Protection for S3, which knows one piece of malware: the EICAR test file."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.s3, self.sqs, self.events = (cloud.client(name) for name in ("s3", "sqs", "events"))
        self.queue = cloud.resource("ToScan")

    def loop(self):
        while self.cloud.process.poll() is None:
            try:
                answer = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10, WaitTimeSeconds=1)
                for message in answer.get("Messages", []):
                    self.scan(json.loads(message["Body"])["detail"])
                    self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
            except Exception as error:
                complain(self.cloud, "GuardDuty", error)

    def scan(self, upload):
        bucket, key = upload["bucket"]["name"], upload["object"]["key"]
        try:
            found = self.s3.get_object(Bucket=bucket, Key=key)
        except self.s3.exceptions.NoSuchKey:
            return
        result = "THREATS_FOUND" if EICAR in found["Body"].read() else "NO_THREATS_FOUND"
        detail = {
            "schemaVersion": "1.0",
            "scanStatus": "COMPLETED",
            "resourceType": "S3_OBJECT",
            "s3ObjectDetails": {"bucketName": bucket, "objectKey": key, "eTag": found["ETag"].strip('"'),
                                "versionId": found["VersionId"], "s3Throttled": False},
            "scanResultDetails": {
                "scanResultStatus": result,
                "threats": [{"name": "EICAR-Test-File (not a virus)"}] if result == "THREATS_FOUND" else None},
        }
        self.events.put_events(Entries=[{"Source": "local.guardduty", "Detail": json.dumps(detail),
                                         "DetailType": "GuardDuty Malware Protection Object Scan Result"}])


class Teller:
    """Lambda's queue of events: a function that fails is told again, twice at most, after pauses that are minutes on AWS."""

    PAUSES = (1, 2)

    def __init__(self, cloud, function):
        self.cloud = cloud
        self.sqs, self.client = cloud.client("sqs"), cloud.client("lambda")
        self.function, self.queue = cloud.resource(function), cloud.resource(f"{function}News")
        # One after the other, so that the environment that is warm takes them all.
        self.workers = ThreadPoolExecutor(1)

    def loop(self):
        while self.cloud.process.poll() is None:
            try:
                answer = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10, WaitTimeSeconds=1)
                for message in answer.get("Messages", []):
                    self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
                    self.workers.submit(self.tell, message["Body"])
            except Exception as error:
                complain(self.cloud, "Lambda's events", error)

    def tell(self, event):
        for pause in (*self.PAUSES, None):
            try:
                if "FunctionError" not in self.client.invoke(FunctionName=self.function, Payload=event.encode()):
                    return
            except Exception as error:
                complain(self.cloud, "Lambda's events", error)
            if pause:
                time.sleep(pause)


class MailNews:
    """SES's event publishing for its mailbox simulator: bounce@ and complaint@ come back."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.sns, self.dynamodb = cloud.client("sns"), cloud.client("dynamodb")
        self.topic, self.outbox = cloud.resource("MailNews"), cloud.resource("OutboxTable")
        self.told = set()

    def loop(self):
        while self.cloud.process.poll() is None:
            try:
                for mail in self.mails():
                    if mail["MessageId"] not in self.told and self.tell(mail):
                        self.told.add(mail["MessageId"])
            except Exception as error:
                complain(self.cloud, "SES's news", error)
            time.sleep(0.5)

    def mails(self):
        with urllib.request.urlopen(f"{self.cloud.address}/_ministack/ses/messages", timeout=10) as response:
            return [mail for mails in json.load(response)["messages"].values() for mail in mails
                    if any(to.endswith(SIMULATOR) for to in mail["To"])]

    def tell(self, mail):
        kind = {"bounce": "Bounce", "complaint": "Complaint"}.get(mail["To"][0].removesuffix(SIMULATOR).split("+")[0])
        tag = self.tag(mail["MessageId"])
        if kind and not tag:
            # The sender has not noted yet that it sent it: next time.
            return False
        if kind:
            recipients = [{"emailAddress": to} for to in mail["To"]]
            detail = ({"bounce": {"bounceType": "Permanent", "bounceSubType": "General", "bouncedRecipients": recipients}}
                      if kind == "Bounce" else {"complaint": {"complainedRecipients": recipients}})
            self.sns.publish(TopicArn=self.topic, Message=json.dumps({
                "eventType": kind, "mail": {"messageId": mail["MessageId"], "tags": {"mail": [tag]}}, **detail}))
        return True

    def tag(self, message_id):
        """SES repeats the tags of the mail; MiniStack forgets them, the ledger does not."""
        found = self.dynamodb.scan(TableName=self.outbox, FilterExpression="messageId = :id",
                                   ExpressionAttributeValues={":id": {"S": message_id}})["Items"]
        return found[0]["pk"]["S"] if found else None
