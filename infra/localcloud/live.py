"""What is saved while `infra/start` runs is live: Java (land.starkeorte.infra.live) watches and compiles, this puts it in its place."""

import json
import os
import shutil
import subprocess
import threading
import time

from localcloud.cloud import ROOT


class Live:
    """The watching process beside a cloud; it ends with this one."""

    def __init__(self, cloud, folder):
        self.cloud = cloud
        self.folder = folder
        self.classes = folder / "classes"
        self.stamp = folder / "changed"
        """Functions that started before it was touched start anew at their next call: see emulator.py."""
        self.process = None
        shutil.copytree(ROOT / "functions/target/classes", self.classes)

    def start(self):
        self.process = subprocess.Popen(
            [os.environ["JAVA_HOME"] + "/bin/java", "-XX:+UseSerialGC", "-Xmx640m", "-XX:MinHeapFreeRatio=20",
             "-XX:MaxHeapFreeRatio=40", "-cp", f"{ROOT}/infra/target/classes:{ROOT}/infra/target/lib/*", "land.starkeorte.infra.live.Live",
             str(ROOT), str(self.folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        threading.Thread(target=self.follow, daemon=True).start()

    def follow(self):
        for line in self.process.stdout:
            words = line.rstrip().split(" ", 3)
            if words[0] == "made":
                self.made(words[1], int(words[2]) / 1000, words[3])
            else:
                print(line, end="", flush=True)

    def made(self, what, since, names):
        """Java goes on when it is told that this is done."""
        try:
            if what == "site":
                # Drawn anew each time.
                new = [key for key in self.cloud.upload_site(self.folder / "site") if not key.endswith((".pdf", "/"))]
                told = f"{', '.join(new[:3])}{f' and {len(new) - 3} more' * (len(new) > 3)} live" if new else ""
            else:
                self.stamp.touch()
                told = "functions start anew at their next call"
                if what == "pages":
                    threading.Thread(target=self.publish, args=(since, names), daemon=True).start()
            if told:
                say(f"{names}: {told}, after {time.time() - since:.1f} s")
        except Exception as error:
            say(f"{names}: not live, {type(error).__name__}: {error}")
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def publish(self, since, names):
        """The start page and those of members and events are made by a function."""
        answer = self.cloud.client("lambda").invoke(FunctionName=self.cloud.resource("PublishSite"), Payload=json.dumps({}))
        failed = "PublishSite failed, the developer page's log tells why" if "FunctionError" in answer else "published"
        say(f"{names}: {failed}, after {time.time() - since:.1f} s")

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)
