/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "https://localhost/"}
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createSandboxBook } from '../../src/sandbox/host/create-book';
import { attachTo } from '../../src/sandbox/host/native-host';
import type { SandboxBook } from '../../src/sandbox/host/sandbox-book';
import { spreadsheetLibrary } from './load-excel';
import { bringNode20UpToDate } from './node-20';

let book: SandboxBook;
let info: { host: unknown; platform: unknown };

/** Loads Microsoft's whole office.js as a task pane does: it finds the host and loads the file for it by itself. */
beforeAll(async () => {
  bringNode20UpToDate();
  console.debug = (): void => undefined;
  book = createSandboxBook(spreadsheetLibrary);
  attachTo(window, book, { requirements: { excelapi: '1.9', settings: '1.1' } });
  const script = document.createElement('script');
  const fromRoot = createRequire(join(process.cwd(), 'package.json'));
  script.src = pathToFileURL(fromRoot.resolve('@microsoft/office-js/dist/office.js')).href;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  document.head.append(script);
  await loaded;
  info = await Office.onReady();
}, 30_000);

test('the client takes the window for Excel on a PC', () => {
  expect(info).toMatchObject({ host: 'Excel', platform: 'PC' });
});

test('requirement sets are those the host names', () => {
  const { requirements } = Office.context;
  expect([
    requirements.isSetSupported('ExcelApi', '1.9'),
    requirements.isSetSupported('ExcelApi', '1.10'),
  ]).toEqual([true, false]);
});

test('a batch goes through, and its errors come back', async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:A2');
    range.formulas = [[20], ['=A1+1']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[20], [21]]);
  });
  const failing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Nowhere').load('name');
    await context.sync();
  });
  await expect(failing).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test("a person's edit reaches the handler", async () => {
  const address = new Promise<string>((resolve) => {
    void Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').onChanged.add((args) => {
        resolve(args.address);
        return Promise.resolve();
      });
      await context.sync();
      book.userEdit('Sheet1', 'C7', 1);
    });
  });
  expect(await address).toBe('C7');
});

test('document settings are kept by the host', async () => {
  const { settings } = Office.context.document;
  settings.set('key', { a: 1 });
  const status = await new Promise((resolve) => settings.saveAsync((result) => resolve(result.status)));
  expect([status, settings.get('key')]).toEqual(['succeeded', { a: 1 }]);
});
