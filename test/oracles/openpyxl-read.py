"""Prints what openpyxl reads in a workbook, as JSON (Debian's python3-openpyxl, beside /usr/bin/python3)."""

import json
import sys

import openpyxl


def plain(value):
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def rgb(color):
    # ARGB as written; a theme or indexed colour has no text of its own.
    return color.rgb[-6:] if color is not None and isinstance(color.rgb, str) else None


def look(cell):
    font, fill, alignment = cell.font, cell.fill, cell.alignment
    return [
        cell.row - 1,
        cell.column - 1,
        {
            "bold": bool(font.b),
            "italic": bool(font.i),
            "underline": font.u is not None,
            "name": font.name,
            "size": font.sz,
            "color": rgb(font.color),
            "fill": rgb(fill.fgColor) if fill.fill_type == "solid" else None,
            "numberFormat": cell.number_format,
            "horizontal": alignment.horizontal,
            "vertical": alignment.vertical,
            "wrap": bool(alignment.wrap_text),
            "indent": int(alignment.indent or 0),
            "locked": bool(cell.protection.locked),
            "lines": [
                side is not None and side.style is not None
                for side in (cell.border.top, cell.border.right, cell.border.bottom, cell.border.left)
            ],
        },
    ]


def conditional_formats(found):
    rules = [(rule, str(area.sqref)) for area in found.conditional_formatting for rule in area.rules]
    return [
        {
            "area": area,
            "formula": rule.formula[0],
            "fill": rgb(rule.dxf.fill.bgColor) if rule.dxf.fill else None,
            "color": rgb(rule.dxf.font.color) if rule.dxf.font else None,
            "bold": bool(rule.dxf.font and rule.dxf.font.b),
        }
        for rule, area in sorted(rules, key=lambda pair: pair[0].priority)
    ]


def columns(found):
    # openpyxl folds equal neighbours into one entry that spans them.
    spread = {}
    for size in found.column_dimensions.values():
        for column in range(size.min, size.max + 1):
            spread[column - 1] = [size.width, bool(size.hidden), size.outlineLevel]
    return [[column, *rest] for column, rest in sorted(spread.items())]


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
        "looks": [look(cell) for row in found.iter_rows() for cell in row if cell.has_style],
        "conditionalFormats": conditional_formats(found),
        "columns": columns(found),
        "rowHeights": [[row - 1, size.height] for row, size in sorted(found.row_dimensions.items()) if size.height],
        "tabColor": rgb(found.sheet_properties.tabColor) if found.sheet_properties.tabColor else None,
        "links": sorted(
            [cell.coordinate, cell.hyperlink.location]
            for row in found.iter_rows()
            for cell in row
            if cell.hyperlink
        ),
    }


workbook = openpyxl.load_workbook(sys.argv[1])
properties = workbook.properties
# openpyxl names itself as the author where a file names none.
identity = [properties.lastModifiedBy, properties.title]
if len(sys.argv) > 2:
    workbook.save(sys.argv[2])
json.dump({"sheets": [sheet(found) for found in workbook.worksheets], "identity": identity}, sys.stdout)
