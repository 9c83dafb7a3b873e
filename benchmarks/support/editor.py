"""A process that sits at the desk of one newspaper: it opens each page some times and prints what that cost."""

import json
import sys
import time
from statistics import median

from django.db import connection
from django.test import Client

from .reader import Meter, spent_in_postgresql


def main() -> None:
    from .work import addresses, editor, open_work  # the models can’t be imported before Django is set up

    client, rounds = Client(headers={"host": "localhost"}), int(sys.argv[1])
    client.force_login(editor())
    open_work()
    print(json.dumps({page: cost(client, address, rounds) for page, address in addresses().items()}))


def cost(client: Client, address: str, rounds: int) -> tuple[float, int]:
    """Return the median milliseconds of CPU, here and in PostgreSQL, that a page takes, and its queries."""
    read(client, address)  # the first reading loads templates
    readings = [read(client, address) for _round in range(rounds)]
    return median(spent for spent, _queries in readings), readings[0][1]


def read(client: Client, address: str) -> tuple[float, int]:
    meter = Meter()
    begin, begin_there = time.process_time(), spent_in_postgresql()
    with connection.execute_wrapper(meter):
        response = client.get(address)
    if response.status_code != 200:
        sys.exit(f"{address} answered {response.status_code}.")
    spent = (time.process_time() - begin) * 1000
    return spent + spent_in_postgresql() - begin_there, meter.queries


if __name__ == "__main__":
    main()
