"""A world of the fake for each test, with nothing but the standard library."""

import json
import os
import subprocess
import time
import urllib.request

import pytest


def call(url, method="GET", body=None, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method)) as answer:
        text = answer.read()
    return json.loads(text) if text else None


@pytest.fixture(scope="session")
def fake(tmp_path_factory):
    """The URL of a fake that lives as long as the tests."""
    port_file = tmp_path_factory.mktemp("fake") / "port"
    process = subprocess.Popen(["java", "-jar", os.environ["ENCORD_FAKE_JAR"], "--port", "0", "--port-file", str(port_file)])
    try:
        deadline = time.monotonic() + 60
        while not port_file.exists() or not port_file.read_text():
            assert process.poll() is None, "the fake did not start"
            assert time.monotonic() < deadline, "the fake did not answer within a minute"
            time.sleep(0.05)
        yield "http://127.0.0.1:" + port_file.read_text().strip()
    finally:
        process.terminate()
        process.wait(10)


class World:
    """A platform of its own: users, data, clock, faults and journal."""

    def __init__(self, fake):
        self.url = fake
        self.control = fake + "/_fake/worlds/" + call(fake + "/_fake/worlds", "POST")["id"]

    def user(self, email):
        return call(self.control + "/users", "POST", {"email": email})

    def journal(self):
        return call(self.control + "/journal")["entries"]


@pytest.fixture
def world(fake):
    world = World(fake)
    yield world
    call(world.control, "DELETE")
