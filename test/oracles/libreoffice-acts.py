"""Does what a person does to workbooks, act by act, in one LibreOffice process, through UNO.

Standard input: a JSON object a line, and standard output a line for each: {"open": file}, {"act": {...}, "sheet": name}
or {"save": file}; the answer is {"done": true}, or false where LibreOffice refuses. Acts are those of test/acts/act.ts.
Needs Debian's python3-uno, which stands beside /usr/bin/python3.
"""

import json
import pathlib
import sys

import uno
from com.sun.star.lang import IllegalArgumentException
from com.sun.star.table import CellAddress, CellRangeAddress, TableSortField
from com.sun.star.uno import RuntimeException

from office import opened, running_office, setting

FAR = 16383


def main():
    with running_office() as desktop:
        document = None
        for line in sys.stdin:
            job = json.loads(line)
            done = True
            if "open" in job:
                if document is not None:
                    document.close(True)
                document = opened(desktop, job["open"])
                for sheet in document.Sheets:
                    sheet.unprotect("")
            elif "save" in job:
                url = pathlib.Path(job["save"]).absolute().as_uri()
                document.calculateAll()
                document.storeToURL(url, (setting("FilterName", "Calc MS Excel 2007 XML"),))
            else:
                done = act_on(document, job["sheet"], job["act"])
            print(json.dumps({"done": done}), flush=True)
        if document is not None:
            document.close(True)


def act_on(document, name, act):
    sheet = document.Sheets.getByName(name)
    try:
        ACTS[act["kind"]](document, sheet, act)
    except (IllegalArgumentException, RuntimeException):
        return False
    return True


def insert_rows(_, sheet, act):
    sheet.Rows.insertByIndex(act["row"], act["count"])


def delete_rows(_, sheet, act):
    sheet.Rows.removeByIndex(act["row"], act["count"])


def insert_column(_, sheet, act):
    sheet.Columns.insertByIndex(act["column"], 1)


def delete_column(_, sheet, act):
    sheet.Columns.removeByIndex(act["column"], 1)


def hide_rows(_, sheet, act):
    for row in range(act["row"], act["row"] + act["count"]):
        sheet.Rows.getByIndex(row).IsVisible = False


def group_rows(_, sheet, act):
    rows = uno.Enum("com.sun.star.table.TableOrientation", "ROWS")
    sheet.group(address_of(sheet, 0, act["row"], 0, act["row"] + act["count"] - 1), rows)


def sort(_, sheet, act):
    field = TableSortField()
    field.Field, field.IsAscending = act["column"] - act["area"]["column"], not act["descending"]
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    cells_of(sheet, act["area"]).sort((setting("SortFields", fields), setting("ContainsHeader", False)))


def cut(_, sheet, act):
    sheet.moveRange(target_of(sheet, act), cells_of(sheet, act["area"]).RangeAddress)


def copy(_, sheet, act):
    sheet.copyRange(target_of(sheet, act), cells_of(sheet, act["area"]).RangeAddress)


def move_rows(_, sheet, act):
    row, count, before = act["row"], act["count"], act["before"]
    sheet.Rows.insertByIndex(before, count)
    source = row if row < before else row + count
    sheet.moveRange(cell_address(sheet, 0, before), address_of(sheet, 0, source, FAR, source + count - 1))
    sheet.Rows.removeByIndex(source, count)


def paste(_, sheet, act):
    cell = sheet.getCellByPosition(act["column"], act["row"])
    value = act["value"]
    if isinstance(value, bool):
        cell.setFormula("=TRUE()" if value else "=FALSE()")
    elif isinstance(value, (int, float)):
        cell.setValue(value)
    else:
        cell.setString(value or "")


def rename(document, sheet, act):
    sheet.Name = act["name"]


def duplicate(document, sheet, act):
    document.Sheets.copyByName(sheet.Name, act["name"], document.Sheets.Count)


def cells_of(sheet, area):
    right, bottom = area["column"] + area["columns"] - 1, area["row"] + area["rows"] - 1
    return sheet.getCellRangeByPosition(area["column"], area["row"], right, bottom)


def address_of(sheet, left, top, right, bottom):
    return sheet.getCellRangeByPosition(left, top, right, bottom).RangeAddress


def target_of(sheet, act):
    return cell_address(sheet, act["column"], act["row"])


def cell_address(sheet, column, row):
    return sheet.getCellByPosition(column, row).CellAddress


ACTS = {
    "insert-rows": insert_rows,
    "delete-rows": delete_rows,
    "insert-column": insert_column,
    "delete-column": delete_column,
    "hide-rows": hide_rows,
    "group-rows": group_rows,
    "sort": sort,
    "cut": cut,
    "copy": copy,
    "move-rows": move_rows,
    "paste": paste,
    "rename": rename,
    "duplicate": duplicate,
}

main()
