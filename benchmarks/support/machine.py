"""What was measured on, so that a table can be judged later."""

import os
import platform
import re
import shutil
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Return a line with the day and the machine, and one with the versions."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    cores = f"{os.cpu_count()} cores of {model[1] if model else platform.machine()}"
    servers = f"Django {version('django')}, granian {version('granian')}, {nginx_version()}"
    return (
        f"{date.today():%-d %B %Y}, {cores}, load {os.getloadavg()[0]:.1f}\n"
        f"Python {platform.python_version()}, {servers}"
    )


def nginx_version() -> str:
    if not shutil.which("nginx"):
        return "no nginx"
    said = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
    return said.strip().rpartition(" ")[2].replace("/", " ")
