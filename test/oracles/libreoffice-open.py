"""Opens workbooks one after the other in one LibreOffice, as a user would: reads, calculates everything anew, reads again.

Standard input: {"files": [{"file", "reads": [{"sheet", "address"}]}]}.
Standard output: {"results": [{"opened": [rows of a read], "calculated": [rows of a read]}], "fileMs"}.
A value is a number or a text, an empty text where the cell is empty, or {"error": "#DIV/0!"}.
"""

import json
import sys
import time

from office import opened, range_of, running_office


def main():
    job = json.load(sys.stdin)
    with running_office() as desktop:
        started = time.monotonic()
        results = [read(desktop, file) for file in job["files"]]
        spent = time.monotonic() - started
    json.dump({"results": results, "fileMs": round(spent * 1000 / max(1, len(results)))}, sys.stdout)


def read(desktop, file):
    document = opened(desktop, file["file"])
    try:
        ranges = [range_of(document, place) for place in file["reads"]]
        shown = [values(cells) for cells in ranges]
        document.calculateAll()
        return {"opened": shown, "calculated": [values(cells) for cells in ranges]}
    finally:
        document.close(True)


def values(cells):
    # The data array holds nothing for an error.
    return [
        [
            {"error": cells.getCellByPosition(c, r).getString()} if value is None else value
            for c, value in enumerate(row)
        ]
        for r, row in enumerate(cells.getDataArray())
    ]


main()
