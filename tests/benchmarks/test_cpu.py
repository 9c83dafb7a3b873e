"""The CPU of a server is that of all its processes and threads, and of nobody else."""

import subprocess
import sys
from subprocess import PIPE

import pytest

from benchmarks.support.cpu import seconds_of, wait_for_rest

BURN = "import time\nwhile time.process_time() < {}: pass\n"
TELL_AND_STAY = "print(flush=True); input()"
IN_A_CHILD = """
import subprocess, sys, threading
burn = [sys.executable, "-c", {child!r}]
threading.Thread(target=lambda: subprocess.run(burn), daemon=True).start()
input()
"""
IN_A_THREAD_THAT_ENDED = """
import threading, time
def burn():
    while time.thread_time() < {}: pass
thread = threading.Thread(target=burn)
thread.start()
thread.join()
"""
ENOUGH = 0.3


@pytest.fixture
def run():
    """Start a Python program and wait until it has told that it is done."""
    processes = []

    def start(program):
        process = subprocess.Popen([sys.executable, "-c", program], stdin=PIPE, stdout=PIPE)
        processes.append(process)
        process.stdout.readline()
        return process.pid

    yield start
    for process in processes:
        process.communicate()


def test_a_process_that_burns_is_counted(run):
    assert ENOUGH <= seconds_of(run(BURN.format(ENOUGH) + TELL_AND_STAY)) < 2 * ENOUGH


def test_a_child_that_a_thread_started_is_counted(run):
    child = BURN.format(ENOUGH) + TELL_AND_STAY
    assert seconds_of(run(IN_A_CHILD.format(child=child))) >= ENOUGH


def test_a_thread_that_ended_is_counted(run):
    assert seconds_of(run(IN_A_THREAD_THAT_ENDED.format(ENOUGH) + TELL_AND_STAY)) >= ENOUGH


def test_who_only_waits_is_not_charged_for_others(run):
    pid = run(TELL_AND_STAY)
    before = seconds_of(pid)
    run(BURN.format(ENOUGH) + TELL_AND_STAY)
    assert seconds_of(pid) - before < ENOUGH / 10


def test_a_server_at_work_is_waited_for(run):
    pid = run("print(flush=True)\n" + BURN.format(2 * ENOUGH) + "input()")
    wait_for_rest(pid)
    assert seconds_of(pid) >= 2 * ENOUGH
