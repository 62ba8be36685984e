"""Has LibreOffice open a workbook of ours, edit it as a team may, and save it, once for each kind of edit.

Standard input: {"source", "edits": [{"name", "file"}]}; a name is one of EDITS below.
"""

import base64
import json
import os
import sys
import tempfile
import pathlib

import uno
from com.sun.star.awt import Point, Rectangle, Size
from com.sun.star.sheet.ConditionOperator import GREATER
from com.sun.star.sheet.ValidationType import LIST
from com.sun.star.table import CellAddress, TableSortField

from office import opened, running_office, setting

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def main():
    job = json.load(sys.stdin)
    with running_office() as desktop:
        for edit in job["edits"]:
            document = opened(desktop, job["source"])
            for sheet in document.Sheets:
                sheet.unprotect("")
            for step in EDITS[edit["name"]]:
                step(document)
            document.calculateAll()
            url = pathlib.Path(edit["file"]).absolute().as_uri()
            document.storeToURL(url, (setting("FilterName", "Calc MS Excel 2007 XML"),))
            document.close(True)


def rename_and_move(document):
    sheets = document.Sheets
    sheets.getByName("Assessment").Name = "Our answers (Q3)"
    sheets.getByName("Scorecard").Name = "Team's scores"
    sheets.getByName("Evidence").Name = "Belege & Quellen"
    sheets.moveByName("Team's scores", 0)
    sheets.moveByName("Belege & Quellen", sheets.Count)


def insert_rows_and_columns(document):
    assessment = document.Sheets.getByName("Assessment")
    assessment.Columns.insertByIndex(1, 2)
    assessment.Rows.insertByIndex(20, 1)
    assessment.Rows.insertByIndex(4, 1)
    document.Sheets.getByName("Scorecard").Rows.insertByIndex(6, 2)
    document.Sheets.getByName("Evidence").Columns.insertByIndex(1, 1)
    document.Sheets.getByName("Start").Rows.insertByIndex(2, 1)


def sort_answers(document):
    answers = document.Sheets.getByName("Assessment").getCellRangeByName("A7:O50")
    field = TableSortField()
    field.Field, field.IsAscending = 0, False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    answers.sort((setting("SortFields", fields), setting("ContainsHeader", False)))


def fill_and_colour(document):
    assessment = document.Sheets.getByName("Assessment")
    assessment.getCellRangeByName("E7:E50").setDataArray(tuple((float(i % 6),) for i in range(44)))
    assessment.getCellRangeByName("H7:H50").setDataArray(tuple((5.0,) for _ in range(44)))
    assessment.getCellRangeByName("L7:L9").setDataArray((("Zoë",), ("<b>",), ("two\nlines",)))
    assessment.getCellRangeByName("E7:H20").CellBackColor = 0xFFEE99
    assessment.Rows.getByIndex(30).IsVisible = False
    evidence = document.Sheets.getByName("Evidence")
    evidence.getCellRangeByName("A5:C6").setDataArray((("ORG-01", "a", "b"), ("ORG-02", "c", "d")))
    evidence.Annotations.insertNew(address(evidence, "B5"), "Ask Dana")


def add_foreign_sheets(document):
    dashboard = add_sheet(document, "Team dashboard")
    names = document.NamedRanges
    names.addNewByName("Our_mean", "$Scorecard.$F$9", address(dashboard, "A1"), 0)
    formulas(
        dashboard,
        {
            "A1": "Answered at 3 or more",
            "B1": '=COUNTIF($Assessment.E7:E60;">=3")',
            "A2": "Mean of the first domain",
            "B2": "=Our_mean",
            "A3": "Sum",
            "B3": "=SUM($Scorecard.D9:D12)",
            "A4": "Today's plan",
            "B4": "=IF(B3>10;\"go on\";\"start\")",
        },
    )
    dashboard.getCellRangeByName("D1:D4").setArrayFormula("=$Scorecard.D9:D12*2")
    formulas(add_sheet(document, "Chain"), {"A1": "=$'Team dashboard'.B3+1", "A2": "=A1*2"})
    formulas(add_sheet(document, "Anywhere"), {"A1": "7", "A2": '=INDIRECT("A1")*3'})
    unrelated = add_sheet(document, "Unrelated")
    formulas(unrelated, {"A1": "3", "A2": "4.5", "B1": "=A1*A2", "B2": "=SUM(A1:B1)", "C1": '="x"&A1'})
    decorate(document, dashboard)


def decorate(document, sheet):
    area = sheet.getCellRangeByName("A1:B4").RangeAddress
    sheet.Charts.addNewByName("Chart", Rectangle(8000, 500, 9000, 6000), (area,), False, True)
    sheet.Annotations.insertNew(address(sheet, "A1"), "From the team")
    checked = sheet.getCellRangeByName("F1:F5")
    validation = checked.Validation
    validation.Type = LIST
    validation.setFormula1('"yes";"no"')
    checked.Validation = validation
    coloured = sheet.getCellRangeByName("B1:B3")
    format = coloured.ConditionalFormat
    format.addNew((setting("Operator", GREATER), setting("Formula1", "5"), setting("StyleName", "Accent 1")))
    coloured.ConditionalFormat = format
    add_picture(document, sheet)


def add_picture(document, sheet):
    handle, path = tempfile.mkstemp(suffix=".png")
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64decode(PIXEL))
    shape = document.createInstance("com.sun.star.drawing.GraphicObjectShape")
    shape.Position, shape.Size = Point(8000, 9000), Size(1000, 1000)
    sheet.DrawPage.add(shape)
    shape.GraphicURL = pathlib.Path(path).as_uri()
    os.unlink(path)


def add_sheet(document, name):
    document.Sheets.insertNewByName(name, document.Sheets.Count)
    return document.Sheets.getByName(name)


def formulas(sheet, cells):
    for place, formula in cells.items():
        sheet.getCellRangeByName(place).setFormula(formula)


def address(sheet, place):
    return sheet.getCellRangeByName(place).getCellByPosition(0, 0).CellAddress


EDITS = {
    "saved": [],
    "renamed": [rename_and_move],
    "inserted": [insert_rows_and_columns],
    "sorted": [sort_answers],
    "filled": [fill_and_colour],
    "foreign": [add_foreign_sheets],
    "everything": [add_foreign_sheets, fill_and_colour, insert_rows_and_columns, rename_and_move],
}

main()
