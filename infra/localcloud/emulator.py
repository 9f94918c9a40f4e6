"""MiniStack, without two pauses that it makes at every call of a function and AWS does not (a tenth of a second together), with
a fresh process for a function whose code has changed since it started, and with the resource in what it says of a missing right.

Run as a process of its own, in MiniStack's place: `python -m localcloud.emulator`.
"""

import contextvars
import functools
import http.server
import os
import runpy
import time
from pathlib import Path

from ministack.core import iam_actions, iam_evaluator
from ministack.core.lambda_runtime import ProvidedWorker

# Head and body of an answer are two writes: without this the second waits until the client has confirmed the first.
http.server.BaseHTTPRequestHandler.disable_nagle_algorithm = True

# How long a call waits for a first line in the function's log. Ours say nothing when all is well, and what they do say
# they have written before they answer; a line that comes later still is told with the next call.
ProvidedWorker._drain_stderr_bounded = functools.partialmethod(
    ProvidedWorker._drain_stderr_bounded, first_line_wait=0.005)

CHANGED = Path(os.environ.get("CODE_CHANGED", "/nowhere"))
"""Touched when classes have changed (live.py)."""
spawn, invoke = ProvidedWorker._spawn, ProvidedWorker.invoke


def spawn_noting_when(worker, *arguments, **named):
    worker.began = time.time()
    spawn(worker, *arguments, **named)


def invoke_with_the_present_code(worker, *arguments, **named):
    """Nobody else uses the process now: it is leased for this call."""
    if worker._proc is not None and CHANGED.exists() and CHANGED.stat().st_mtime > worker.began:
        worker._teardown()
    return invoke(worker, *arguments, **named)


ProvidedWorker._spawn = spawn_noting_when
ProvidedWorker.invoke = invoke_with_the_present_code

enforce, deny = iam_evaluator.enforce, iam_actions.access_denied_response
refused = contextvars.ContextVar("refused", default="*")


def enforce_noting_what_is_refused(*arguments, resource_arn="*", **named):
    """Of a transaction's many only the table that it fails at."""
    denied = enforce(*arguments, resource_arn=resource_arn, **named)
    if denied:
        refused.set(resource_arn)
    return denied


def deny_naming_the_resource(service, action, principal_arn, request_id, **named):
    """AWS's own words, of which MiniStack leaves the resource out."""
    if not (named.get("message") or named.get("error_code") or named.get("resource_policy_arn")):
        named["message"] = iam_actions.identity_denial_message(action, principal_arn, refused.get(), named.get("explicit_deny", False))
    return deny(service, action, principal_arn, request_id, **named)


iam_evaluator.enforce = enforce_noting_what_is_refused
iam_actions.access_denied_response = deny_naming_the_resource

if __name__ == "__main__":
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)
