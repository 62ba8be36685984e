"""Compares patched workbooks with what they were before, as openpyxl reads them.

Standard input: {"pairs": [{"before", "after", "written": [[sheet, row, column, value]]}]}, places 0-based. The first
pair of each `before` is opened for editing too, charts, pictures and comments with it.
Standard output: a list of differences: a written cell that is not as written, another cell that changed, or a style.
"""

import collections
import datetime
import functools
import hashlib
import json
import sys

import openpyxl
from openpyxl.cell.read_only import EmptyCell
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.escape import unescape


def main():
    found, seen = [], set()
    for number, pair in enumerate(json.load(sys.stdin)["pairs"]):
        if pair["before"] not in seen:
            openpyxl.load_workbook(pair["after"])
            seen.add(pair["before"])
        found += [f"{number} {pair['before']}: {text}" for text in differences(pair)]
    json.dump(found, sys.stdout)


def differences(pair):
    before_names, before = cells_before(pair["before"])
    names, after = read(pair["after"])
    if before_names != names:
        yield f"sheets are {names}"
    written = collections.defaultdict(dict)
    for sheet, row, column, value in pair["written"]:
        written[sheet][row, column] = value
    for sheet in before.keys() | after.keys() | written.keys():
        for text in sheet_differences(before.get(sheet, {}), after.get(sheet, {}), written[sheet]):
            yield f"{sheet} {text}"


NOTHING = (None, None)


def sheet_differences(before, after, written):
    for place, value in written.items():
        found, _ = after.get(place, NOTHING)
        if not same(found, value):
            yield f"{place} is {found!r}, not {value!r}"
    if before == after:
        return
    for place in before.keys() | after.keys():
        (old, old_style), (new, new_style) = before.get(place, NOTHING), after.get(place, NOTHING)
        if place not in written and old != new:
            yield f"{place} was {old!r} and is {new!r}"
        if place in before and old_style != new_style:
            yield f"{place} had the style {old_style} and has {new_style}"


@functools.lru_cache(maxsize=2)
def cells_before(file):
    return read(file)


def read(file):
    # Reading only, openpyxl is twice as fast, and a cell has its style's number as the file has it.
    workbook = openpyxl.load_workbook(file, read_only=True)
    shared = [content(workbook, part) for part in SHARED]
    return workbook.sheetnames, {sheet.title: cells_of(sheet, shared) for sheet in workbook.worksheets}


# What cells are read by, beside their sheet's own part.
SHARED = ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]


def content(workbook, part):
    archive = workbook._archive
    return hashlib.sha256(archive.read(part)).digest() if part in archive.NameToInfo else None


def cells_of(sheet, shared):
    """Of a sheet that is the same to the byte in many patched workbooks, the cells are read once."""
    key = (content(sheet.parent, sheet._worksheet_path), *shared)
    if key in known:
        known.move_to_end(key)
        return known[key]
    known[key] = {
        (cell.row - 1, cell.column - 1): (plain(cell.value), cell._style_id)
        for row in sheet.iter_rows()
        for cell in row
        if not isinstance(cell, EmptyCell)
    }
    if len(known) > KEPT_SHEETS:
        known.popitem(last=False)
    return known[key]


known = collections.OrderedDict()
KEPT_SHEETS = 40


def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return to_excel(value)
    return unescape(value) if isinstance(value, str) else value


def same(found, value):
    if isinstance(found, (int, float)) and isinstance(value, (int, float)):
        return abs(found - value) < 1e-6
    return found == value


main()
