"""`make run`: the newspaper on this machine: the web server and one task worker, until Ctrl+C."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from subprocess import PIPE

HOST = "127.0.0.1"
SECONDS_TO_START = 60
SECONDS_TO_END = 10


def main() -> int:
    end_like_ctrl_c()
    try:
        port = free_port(os.environ.get("PORT", "8000"))
        environment = local_environment(port)
        subprocess.run([sys.executable, "-m", "tools.prepare"], env=environment, check=True)
        return serve(port, environment)
    except subprocess.CalledProcessError as problem:
        return problem.returncode
    except KeyboardInterrupt:
        print("\nThe newspaper is stopped.")
        return 0


def end_like_ctrl_c() -> None:
    for ending in (signal.SIGTERM, signal.SIGHUP):
        # nohup makes us deaf to a closed terminal, and that is its point.
        if signal.getsignal(ending) is not signal.SIG_IGN:
            signal.signal(ending, signal.default_int_handler)


def free_port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        sys.exit(f"PORT={text!r} is not a port. Write a number between 1 and 65535, like PORT=8000.")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            another = port + 1 if 1024 <= port < 65535 else 8001
            sys.exit(f"Port {port} can’t be used: {problem.strerror.lower()}. Choose another: make run PORT={another}")
    return port


def local_environment(port: int) -> dict[str, str]:
    # localhost, because passkeys refuse an IP address; someone who types the number is let in all the same.
    local = {"SITE_URL": f"http://localhost:{port}", "ALLOWED_HOSTS": f"localhost,{HOST}"}
    return os.environ | local | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}


def serve(port: int, environment: dict[str, str]) -> int:
    children: list[subprocess.Popen] = []
    try:
        for command in commands(port):
            # A session of their own, so that Ctrl+C reaches us alone and we end them in order.
            children.append(subprocess.Popen(command, env=environment, start_new_session=True))
        greet(port, environment, children)
        return watch(children)
    finally:
        end(children)


def commands(port: int) -> list[list[str]]:
    return [granian(port, "newsroom.wsgi:application"), [sys.executable, "manage.py", "db_worker", "--no-reload"]]


def granian(port: int, application: str, workers: int = 1) -> list[str]:
    """Return the command that serves a WSGI application here."""
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    size = ["--workers", str(workers), "--blocking-threads", "4"]
    return [*server, *size, "--log-level", "warning", application]


def greet(port: int, environment: dict[str, str], children: list[subprocess.Popen]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port) and all_alive(children) and time.monotonic() < deadline:
        time.sleep(0.3)
    if not all_alive(children):
        return
    enter = subprocess.run([sys.executable, "manage.py", "enter"], env=environment, check=True, stdout=PIPE, text=True)
    lines = (
        "",
        f"The newspaper:     http://localhost:{port}",
        f"Your way in, once: {enter.stdout.strip()}",
        "Ctrl+C stops it.",
    )
    print("\n".join(lines), flush=True)


def answers(port: int) -> bool:
    site = http.client.HTTPConnection("localhost", port, timeout=SECONDS_TO_START)
    try:
        site.request("HEAD", "/")
        return bool(site.getresponse().status)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        site.close()


def all_alive(children: list[subprocess.Popen]) -> bool:
    return all(child.poll() is None for child in children)


def watch(children: list[subprocess.Popen]) -> int:
    """Wait until one of the children ends by itself, which neither should."""
    while all_alive(children):
        time.sleep(1)
    ended = next(child for child in children if child.poll() is not None)
    print(f"Stopped, because this ended by itself: {' '.join(ended.args)}", file=sys.stderr)
    return 1


def end(children: list[subprocess.Popen]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
