import type { Firefox } from './firefox';

/** A file dialog in the place of Firefox's own, which nobody can answer without a window: it gives one file at once. */
const PICKER = `
const [path] = values;
const { classes: Cc, interfaces: Ci, results: Cr } = Components;
const CONTRACT = '@mozilla.org/filepicker;1';
const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
file.initWithPath(path);
const picker = {
  QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
  init() {}, appendFilters() {}, appendFilter() {}, appendRawFilter() {},
  addToRecentDocs: false, defaultString: '', defaultExtension: '', filterIndex: 0, displayDirectory: null,
  displaySpecialDirectory: '', okButtonLabel: '', capture: 0, mode: 0, file,
  open(callback) { Services.tm.dispatchToMainThread(() => callback.done(Ci.nsIFilePicker.returnOK)); },
};
const factory = {
  QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
  createInstance: (iid) => picker.QueryInterface(iid),
};
Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
  .registerFactory(Services.uuid.generateUUID(), 'One file', CONTRACT, factory);`;

/** From now on each file dialog gives this file. */
export const answerFileDialogs = async ({ inWindow }: Firefox, path: string): Promise<void> => {
  await inWindow(PICKER, path);
};

/** The text on the clipboard, in one of its forms (a media type). */
export async function clipboardText({ inWindow }: Firefox, type: string): Promise<string> {
  const script = `
const [type] = values;
const { interfaces: Ci } = Components;
const transferable = Components.classes['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
transferable.init(null);
transferable.addDataFlavor(type);
Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard);
const data = {};
transferable.getTransferData(type, data);
return data.value.QueryInterface(Ci.nsISupportsString).data;`;
  return String(await inWindow(script, type));
}

/** Waits for a download to be on the disk; gives where it is. */
export async function downloaded({ inWindow }: Firefox): Promise<string> {
  const script = `
const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
const list = await Downloads.getList(Downloads.ALL);
const download = await new Promise((resolve) => void list.addView({ onDownloadAdded: resolve }));
await download.whenSucceeded();
return download.target.path;`;
  return String(await inWindow(script));
}
