"""Prints what openpyxl reads in a workbook, as JSON (Debian's python3-openpyxl, beside /usr/bin/python3)."""

import json
import sys

import openpyxl


def plain(value):
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def sheet(found):
    cells = [
        [cell.row - 1, cell.column - 1, plain(cell.value)]
        for row in found.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return {
        "name": found.title,
        "visibility": found.sheet_state,
        "cells": cells,
        "merges": sorted(str(area) for area in found.merged_cells.ranges),
        "validations": [
            {"area": str(rule.sqref), "type": rule.type, "formula": rule.formula1}
            for rule in found.data_validations.dataValidation
        ],
        "protected": found.protection.sheet,
        "frozen": found.freeze_panes,
        "filter": found.auto_filter.ref,
    }


workbook = openpyxl.load_workbook(sys.argv[1])
properties = workbook.properties
# openpyxl names itself as the author where a file names none.
identity = [properties.lastModifiedBy, properties.title]
if len(sys.argv) > 2:
    workbook.save(sys.argv[2])
json.dump({"sheets": [sheet(found) for found in workbook.worksheets], "identity": identity}, sys.stdout)
