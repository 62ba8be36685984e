"""Recalculates one workbook for many sets of inputs in one LibreOffice process, through UNO.

Standard input: {"file", "sets": [[{"sheet", "address", "values"}]], "reads": [{"sheet", "address"}]}.
Standard output: {"results": [[rows of a read]], "loadMs", "setMs"}.
A value is a number, a text, null for an empty cell, {"formula": "=1/0"} to write or {"error": "#DIV/0!"} read.
Needs Debian's python3-uno, which stands beside /usr/bin/python3.
"""

import glob
import json
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


def main():
    job = json.load(sys.stdin)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    profile = tempfile.mkdtemp(prefix="jsp-libreoffice-")
    pipe = "jsp-" + uuid.uuid4().hex
    office = start_office(profile, pipe)
    try:
        desktop = connect(office, pipe)
        try:
            json.dump(run(desktop, job), sys.stdout)
        finally:
            end(desktop)
            office.wait(20)
    finally:
        kill(office)
        shutil.rmtree(profile, ignore_errors=True)
        # An office that had to be killed leaves its pipe.
        for left in glob.glob(f"/tmp/OSL_PIPE_*_{pipe}"):
            os.unlink(left)


def start_office(profile, pipe):
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


def run(desktop, job):
    started = time.monotonic()
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    url = pathlib.Path(job["file"]).absolute().as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
    if document is None:
        raise SystemExit("LibreOffice cannot open " + job["file"])
    for sheet in document.Sheets:
        sheet.unprotect("")
    # Without a full calculation first, cells that were never calculated stay out of the later, partial ones.
    document.calculateAll()
    document.enableAutomaticCalculation(False)
    loaded = time.monotonic()

    written = [range_of(document, write).RangeAddress for writes in job["sets"] for write in writes]
    reads = [Read(range_of(document, read), written) for read in job["reads"]]
    results = []
    for writes in job["sets"]:
        for write in writes:
            put(range_of(document, write), write["values"])
        document.calculate()
        results.append([read.values() for read in reads])
    done = time.monotonic()
    document.close(True)
    return {
        "results": results,
        "loadMs": round((loaded - started) * 1000),
        "setMs": round((done - loaded) * 1000 / max(1, len(results)), 2),
    }


def range_of(document, place):
    return document.Sheets.getByName(place["sheet"]).getCellRangeByName(place["address"])


def put(cells, values):
    # An empty text empties the cell; every other text stays a text, also one of digits.
    plain = [[plain_value(value) for value in row] for row in values]
    cells.setDataArray(tuple(tuple(row) for row in plain))
    # A formula gives its cell a number format that stays when it goes: TRUE would be 1 in one set and TRUE in the next.
    cells.NumberFormat = GENERAL
    for r, row in enumerate(values):
        for c, value in enumerate(row):
            if isinstance(value, dict):
                cells.getCellByPosition(c, r).setFormula(value["formula"])


def plain_value(value):
    if value is None or isinstance(value, dict):
        return ""
    # A whole number beyond 32 bits has no place in a data array; a double has.
    return value if isinstance(value, str) else float(value)


GENERAL = 0


class Read:
    def __init__(self, cells, written):
        self.cells = cells
        here = cells.RangeAddress
        self.changes = any(overlap(here, there) for there in written)
        self.formulas = cells.getFormulaArray()

    def values(self):
        formulas = self.cells.getFormulaArray() if self.changes else self.formulas
        rows = zip(self.cells.getDataArray(), formulas)
        return [
            [self.typed(value, formula, r, c) for c, (value, formula) in enumerate(zip(*row))]
            for r, row in enumerate(rows)
        ]

    def typed(self, value, formula, row, column):
        # The data array holds nothing for an error, and an empty text for an empty cell.
        if value is None:
            return {"error": self.cells.getCellByPosition(column, row).getString()}
        if value == "" and formula == "":
            return None
        return value


def overlap(a, b):
    return (
        a.Sheet == b.Sheet
        and a.StartRow <= b.EndRow
        and b.StartRow <= a.EndRow
        and a.StartColumn <= b.EndColumn
        and b.StartColumn <= a.EndColumn
    )


main()
