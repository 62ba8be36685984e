"""Has openpyxl open workbooks, edit them as a script of a team may, and save them.

Standard input: {"edits": [{"name", "source", "file"}]}; a name is one of EDITS below.
Needs Debian's python3-openpyxl, which stands beside /usr/bin/python3.
"""

import io
import json
import sys

import openpyxl
from openpyxl.chart import BarChart, RadarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from PIL import Image as Picture


def main():
    for edit in json.load(sys.stdin)["edits"]:
        workbook = openpyxl.load_workbook(edit["source"])
        EDITS[edit["name"]](workbook)
        workbook.save(edit["file"])


def save(_):
    pass


def add_foreign_sheets(workbook):
    sheet = workbook.create_sheet("Team", 0)
    workbook.defined_names.append(DefinedName("Our_share", attr_text="Scorecard!$E$9"))
    for row in [["Domain", "Mean"], ["One", "=Scorecard!F9"], ["Two", "=Our_share"], ["All", "=SUM(Figures[Value])"]]:
        sheet.append(row)
    for chart, place in [(BarChart(), "H2"), (RadarChart(), "H20")]:
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
        sheet.add_chart(chart, place)
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), (16, 110, 190)).save(picture, "PNG")
    sheet.add_image(Image(picture), "D10")
    sheet["A2"].comment = Comment("Ask Dana", "Team")
    sheet["A3"].fill = PatternFill("solid", fgColor="FFEE99")
    sheet.conditional_formatting.add(
        "B2:B4", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00")
    )
    rule = DataValidation(type="list", formula1='"yes,no"')
    rule.add("C2:C9")
    sheet.add_data_validation(rule)
    figures = workbook.create_sheet("Figures")
    for row in [["Name", "Value"], ["a", 1], ["b", 2]]:
        figures.append(row)
    figures.add_table(table("Figures", "A1:B3"))


def put_table_over_evidence(workbook):
    evidence = workbook["Evidence"]
    evidence.auto_filter.ref = None
    evidence.add_table(table("tblEvidence", "A4:H204"))
    workbook.create_sheet("Count")["A1"] = "=COUNTA(tblEvidence[Title])"


def clear_evidence(workbook):
    workbook["Evidence"].delete_rows(5, 200)
    workbook["Evidence"].protection.disable()


def reorder(workbook):
    workbook.move_sheet("Evidence", -3)
    workbook.move_sheet("Start", 4)
    workbook["Assessment"].protection.disable()


def table(name, area):
    made = Table(displayName=name, ref=area)
    made.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    return made


EDITS = {
    "saved": save,
    "foreign": add_foreign_sheets,
    "table": put_table_over_evidence,
    "cleared": clear_evidence,
    "reordered": reorder,
}

main()
