import { codeContract } from './contract-codes';
import { releaseContract } from './contract-releases';
import { rowContract } from './contract-rows';
import { openedForEach, type OpenedTwice } from './opened-twice';

/** What every store does, whatever engine it is over. `open` gives an empty one. */
export function storeContract(open: () => Promise<OpenedTwice>): void {
  const opened = openedForEach(open);
  rowContract(opened);
  codeContract(opened);
  releaseContract(opened);

  it('says whether it can be asked', async () => {
    expect(await opened.first.ready()).toBe(true);
    await opened.first.close();
    expect(await opened.first.ready()).toBe(false);
  });
}
