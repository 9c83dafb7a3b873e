"""docs/settings.md names every environment variable that we read, and no other."""

import ast
import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READERS = [ROOT / "newsroom" / "settings.py", ROOT / "tests" / "conftest.py", *(ROOT / "tools").glob("*.py")]
INTERNAL = {"TEST_NOTES"}  # from make test to its own last run


def variables_read(source):
    """Return the names in env.<type>("NAME", …) and os.environ.get("NAME", …)."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.args[0], ast.Constant) and re.match(r"env\.|os\.environ\.get$", ast.unparse(call.func))
    }


def variables_documented():
    return set(re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))


def test_every_environment_variable_is_documented_and_every_documented_one_exists():
    read = set().union(*(variables_read(file.read_text()) for file in READERS)) - INTERNAL
    assert variables_documented() == read


def test_a_variable_that_is_read_is_seen():
    source = 'A = env.str("SITE_URL", "x")\nB = [f(n) for n in env.list("HOSTS", [])]\nos.environ.get("PORT")'
    assert variables_read(source) == {"SITE_URL", "HOSTS", "PORT"}
