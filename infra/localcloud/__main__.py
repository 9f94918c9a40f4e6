"""`infra/start`: everything on this machine, until Ctrl-C."""

import argparse
import random
import shutil
import signal
import socket
import sys
import tempfile
import threading
from pathlib import Path

from localcloud import standins
from localcloud.cloud import INTERRUPTS, ROOT, Cloud, Failed
from localcloud.live import Live
from localcloud.serve import developer_handler, serve, site_handler

KEPT = ROOT / "infra/target/ministack.log"
RUNNING = ROOT / "infra/target/running"
"""Where it runs, for `infra/test journeys CLASS --running`."""


def main():
    parser = argparse.ArgumentParser(prog="infra/start", description=__doc__)
    parser.add_argument("--site-port", type=int, help="8080 where nothing is said")
    parser.add_argument("--developer-port", type=int, help="8081")
    parser.add_argument("--cloud-port", type=int, help="4566, and the one after it")
    parser.add_argument("--without-statement", metavar="ROLE:ACTION", help="take a right away, to see what fails")
    parser.add_argument("--free-ports", action="store_true",
                        help="any that are free, for tests: the last lines tell which; nothing is watched")
    parser.add_argument("--debug", metavar="FUNCTION", help="a debugger may attach to this function, such as Applications")
    parser.add_argument("--debug-port", type=int, default=5005, help="5005")
    parser.add_argument("--cold", action="store_true", help="functions start when they are first called, but for two that everybody needs")
    options = parser.parse_args()
    site, developer, first = free_ports() if options.free_ports else (8080, 8081, 4566)
    options.site_port = options.site_port or site
    options.developer_port = options.developer_port or developer
    options.cloud_port = options.cloud_port or first

    stopping = threading.Event()
    for number in INTERRUPTS:
        signal.signal(number, lambda *_: interrupt(stopping))

    work = Path(tempfile.mkdtemp(prefix="starke-orte-"))
    cloud = Cloud(options.cloud_port, f"http://localhost:{options.site_port}", work)
    try:
        ports = [options.site_port, options.developer_port, options.cloud_port, options.cloud_port + 1]
        for port in ports + [options.debug_port] * bool(options.debug):
            refuse_if_taken(port)
        say("Starting the local cloud ...")
        if not options.free_ports:
            cloud.live = Live(cloud, work / "live")
        if options.debug:
            cloud.patience = 900
        cloud.start()
        cloud.deploy(alter=lambda resources: take_away(resources, options.without_statement), debug=(options.debug, options.debug_port))
        cloud.upload_site()
        cloud.welcome()
        serve(options.site_port, site_handler(cloud))
        serve(options.developer_port, developer_handler(cloud))
        serve(options.cloud_port + 1, standins.post_office(cloud))
        standins.run(cloud)
        cloud.warm_up(["PublishSite", "Applications"] if options.cold else None)
        places = [f"Site: http://localhost:{options.site_port}", f"Developer page: http://localhost:{options.developer_port}"]
        for place in places:
            say(place)
        if options.debug:
            say(f"Debugger: localhost:{options.debug_port}, as soon as {options.debug} was called once. IntelliJ: Run, Attach to Process or "
                f"Remote JVM Debug. VS Code: request attach. Or: jdb -attach {options.debug_port}")
        say("Ctrl-C ends it.")
        if cloud.live:
            cloud.live.start()
            RUNNING.write_text("\n".join(places))
        while not stopping.wait(0.5):
            if cloud.process.poll() is not None:
                raise Failed(f"The local cloud ended by itself. Its last words are in {KEPT}.")
        return 0
    except Failed as failed:
        print(f"infra/start: {failed}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        if cloud.live:
            cloud.live.stop()
            RUNNING.unlink(missing_ok=True)
        cloud.stop()
        if (work / "ministack.log").exists():
            shutil.copy(work / "ministack.log", KEPT)
        shutil.rmtree(work, ignore_errors=True)


def interrupt(stopping):
    """The first signal ends the waiting, or whatever step is under way; later ones are swallowed while it tidies up."""
    if not stopping.is_set():
        stopping.set()
        say("Stopping ...")
        raise KeyboardInterrupt


def free_ports():
    """Four in a row, of which the last is the post office's: below those that systems give to whoever asks for any."""
    while True:
        first = random.randrange(20_000, 32_000)
        try:
            for port in range(first, first + 4):
                refuse_if_taken(port)
            return first, first + 1, first + 2
        except Failed:
            pass


def refuse_if_taken(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Failed(f"Port {port} is in use. End what uses it, or choose another: infra/start --help") from error


def take_away(resources, wanted):
    """Removes one action from one role, so that a test can see that the roles bite."""
    if not wanted:
        return
    role, _, action = wanted.partition(":")
    for policy in resources[role]["Properties"]["Policies"]:
        for statement in policy["PolicyDocument"]["Statement"]:
            actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            if action in actions:
                statement["Action"] = [kept for kept in actions if kept != action]
        policy["PolicyDocument"]["Statement"] = [kept for kept in policy["PolicyDocument"]["Statement"] if kept["Action"]]


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
