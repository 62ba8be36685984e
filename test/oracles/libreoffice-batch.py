"""Recalculates one workbook for many sets of inputs in one LibreOffice process, through UNO.

Standard input: {"file", "sets": [[{"sheet", "address", "values"}]], "reads": [{"sheet", "address"}]}.
Standard output: {"results": [[rows of a read]], "loadMs", "setMs"}.
A value is a number, a text, null for an empty cell, {"formula": "=1/0"} to write or {"error": "#DIV/0!"} read.
Needs Debian's python3-uno, which stands beside /usr/bin/python3.
"""

import json
import sys
import time

from office import opened, range_of, running_office


def main():
    job = json.load(sys.stdin)
    with running_office() as desktop:
        json.dump(run(desktop, job), sys.stdout)


def run(desktop, job):
    started = time.monotonic()
    document = opened(desktop, job["file"])
    for sheet in document.Sheets:
        sheet.unprotect("")
    # Without a full calculation first, cells that were never calculated stay out of the later, partial ones.
    document.calculateAll()
    document.enableAutomaticCalculation(False)
    loaded = time.monotonic()

    # Asking for a range takes longer than to fill it.
    ranges = {place: range_of(document, write) for place, write in places(job["sets"]).items()}
    written = [cells.RangeAddress for cells in ranges.values()]
    reads = [Read(range_of(document, read), written) for read in job["reads"]]
    results = []
    for writes in job["sets"]:
        for write in writes:
            put(ranges[place_of(write)], write["values"])
        document.calculate()
        results.append([read.values() for read in reads])
    done = time.monotonic()
    document.close(True)
    return {
        "results": results,
        "loadMs": round((loaded - started) * 1000),
        "setMs": round((done - loaded) * 1000 / max(1, len(results)), 2),
    }


def places(sets):
    return {place_of(write): write for writes in sets for write in writes}


def place_of(write):
    return write["sheet"], write["address"]


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
