import { rotateReceiptKey } from '../../service/signing';
import { rotateTokenKey } from '../../service/tokens/token-keys';
import { type Command, refused } from '../command';
import { CYCLE_OPTION, PLACE_OPTIONS } from './benchmark-command';
import { cycleOf, operatedService } from './operated-service';

/** Puts a new key in the place of the one that signs receipts and releases, or that makes a cycle's tokens. */
export const rotateKeys: Command = {
  usage: 'operator.usageRotate',
  about: 'help.rotateAbout',
  options: { ...PLACE_OPTIONS, ...CYCLE_OPTION, force: { type: 'boolean', help: 'help.rotateForce' } },
  run: (call) => {
    const { words } = call.shipped;
    const [kind, ...others] = call.files;
    if ((kind !== 'receipt' && kind !== 'token') || others.length > 0) return call.misused();
    const service = operatedService(call);
    if ('code' in service) return service;
    const cycle = cycleOf(call, service);
    if ('code' in cycle) return cycle;
    const { directory } = service.place;
    const force = call.given['force'] === true;
    const change =
      kind === 'receipt'
        ? rotateReceiptKey(directory, words)
        : rotateTokenKey(directory, cycle.cycle, { force }, words);
    if (!change.ok) return refused(change.failure);
    return { out: `${change.value.current}\n`, error: change.value.notice, code: 0 };
  },
};
