"""What a process has counted is written down at its end, however its server made it."""

import subprocess
import sys

import pytest
from django.conf import settings

PROGRAM = """
import multiprocessing, os, sys
import django

def work():
    django.setup()
    from newsroom.pagecache.process import at_the_end
    at_the_end(lambda: print("written down", flush=True))

if __name__ == "__main__":
    if sys.argv[1] in ("fork", "spawn"):
        child = multiprocessing.get_context(sys.argv[1]).Process(target=work)
        child.start()
        child.join()
    elif sys.argv[1] == "preload":
        work()
        if child := os.fork():
            os.waitpid(child, 0)
            os._exit(0)
    else:
        work()
"""


@pytest.mark.parametrize("how", ["fork", "spawn", "preload", "alone"])
def test_the_last_readings_are_written_down(tmp_path, how):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    done = subprocess.run(
        [sys.executable, str(program), how],
        env={
            "NEWSROOM_DATA": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "tests.platform.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        },
        capture_output=True,
        text=True,
    )
    assert "written down" in done.stdout, done.stderr
