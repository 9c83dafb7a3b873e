"""docs/nginx.conf is a configuration that nginx takes."""

import shutil
import subprocess

import pytest
from django.conf import settings

RECIPE = settings.BASE_DIR / "docs" / "nginx.conf"


@pytest.fixture
def nginx():
    found = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not found or not shutil.which("openssl"):
        pytest.skip("NO NGINX: the recipe for it was not tried. apt install nginx openssl")
    return found


def test_nginx_takes_the_recipe(nginx, tmp_path):
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=example.org"]
    subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    recipe = RECIPE.read_text().replace("/etc/ssl/example.org", str(tmp_path))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {recipe} }}"
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(whole)
    tried = subprocess.run([nginx, "-t", "-p", tmp_path, "-c", configuration], capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
