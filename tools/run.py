"""`make run`: the newspaper on this machine: the web server and one task worker, until Ctrl+C."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

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
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as problem:
            sys.exit(f"Port {text} can’t be used: {problem.strerror.lower()}. Choose another: make run PORT=8001")
    return int(text)


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
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    return [
        [*granian, "--blocking-threads", "4", "--log-level", "warning", "newsroom.wsgi:application"],
        [sys.executable, "manage.py", "db_worker", "--no-reload"],
    ]


def greet(port: int, environment: dict[str, str], children: list[subprocess.Popen]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(port) and all_alive(children) and time.monotonic() < deadline:
        time.sleep(0.3)
    if not all_alive(children):
        return
    print(f"\nThe newspaper:   http://localhost:{port}\nThe way in, for one use:", flush=True)
    subprocess.run([sys.executable, "manage.py", "enter"], env=environment, check=True)
    print("Ctrl+C stops it.", flush=True)


def answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=SECONDS_TO_START).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def all_alive(children: list[subprocess.Popen]) -> bool:
    return all(child.poll() is None for child in children)


def watch(children: list[subprocess.Popen]) -> int:
    """Wait until one of the children ends by itself, which neither should."""
    while all_alive(children):
        time.sleep(1)
    ended = next(child for child in children if child.poll() is not None)
    print(f"Stopped, because this ended by itself: {' '.join(ended.args)}", file=sys.stderr)
    return ended.returncode or 1


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
