"""MiniStack, without two pauses that it makes at every call of a function and AWS does not (a tenth of a second together), and with
a fresh process for a function whose code has changed since it started.

Run as a process of its own, in MiniStack's place: `python -m localcloud.emulator`.
"""

import functools
import http.server
import os
import runpy
import time
from pathlib import Path

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

if __name__ == "__main__":
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)
