"""MiniStack, without two pauses that it makes at every call of a function and AWS does not (a tenth of a second together).

Run as a process of its own, in MiniStack's place: `python -m localcloud.emulator`.
"""

import functools
import http.server
import runpy

from ministack.core.lambda_runtime import ProvidedWorker

# Head and body of an answer are two writes: without this the second waits until the client has confirmed the first.
http.server.BaseHTTPRequestHandler.disable_nagle_algorithm = True

# How long a call waits for a first line in the function's log. Ours say nothing when all is well, and what they do say
# they have written before they answer; a line that comes later still is told with the next call.
ProvidedWorker._drain_stderr_bounded = functools.partialmethod(
    ProvidedWorker._drain_stderr_bounded, first_line_wait=0.005)

if __name__ == "__main__":
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)
