"""A LibreOffice of our own, driven through UNO; ended with everything it left when the block is over.

Needs Debian's python3-uno, which stands beside /usr/bin/python3.
"""

import contextlib
import glob
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException

START_SECONDS = 90


@contextlib.contextmanager
def running_office():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    profile = tempfile.mkdtemp(prefix="jsp-libreoffice-")
    pipe = "jsp-" + uuid.uuid4().hex
    office = start(profile, pipe)
    try:
        desktop = connect(office, pipe)
        try:
            yield desktop
        finally:
            end(desktop)
            office.wait(20)
    finally:
        kill(office)
        shutil.rmtree(profile, ignore_errors=True)
        # An office that had to be killed leaves its pipe.
        for left in glob.glob(f"/tmp/OSL_PIPE_*_{pipe}"):
            os.unlink(left)


def opened(desktop, file):
    url = pathlib.Path(file).absolute().as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
    if document is None:
        raise SystemExit(f"LibreOffice cannot open {file}")
    return document


def setting(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def range_of(document, place):
    return document.Sheets.getByName(place["sheet"]).getCellRangeByName(place["address"])


def start(profile, pipe):
    return subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nodefault",
            "--nolockcheck",
            "-env:UserInstallation=" + pathlib.Path(profile).as_uri(),
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def connect(office, pipe):
    manager = uno.getComponentContext().ServiceManager
    resolver = manager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            if office.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def end(desktop):
    try:
        desktop.terminate()
    except DisposedException:
        # The office may be gone before it has answered the call that ends it.
        pass


def kill(office):
    try:
        os.killpg(office.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    office.wait()
