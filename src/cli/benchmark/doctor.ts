import type { Command } from '../command';
import { JSON_OPTION, PLACE_OPTIONS } from './benchmark-command';
import { examine } from './examine';
import { examined, lineOf } from './examine-finding';
import { examineMachine } from './examine-machine';
import { operatedService } from './operated-service';

/** Looks at the machine and everything that the service keeps; a line for each thing, with what to do. */
export const doctor: Command = {
  usage: 'operator.usageDoctor',
  exitOne: 'help.exitDoctor',
  options: { ...PLACE_OPTIONS, ...JSON_OPTION },
  run: async (call) => {
    if (call.files.length > 0) return call.misused();
    const service = operatedService(call);
    if ('code' in service) return service;
    const { words } = call.shipped;
    const { directory } = service.place;
    const machine = await examined(
      () => examineMachine(directory, words),
      (reason) => words('operator.machineUnknown', { reason }),
    );
    const findings = [...machine, ...(await examine(service, call.shipped))];
    const out =
      call.given['json'] === true
        ? JSON.stringify(findings, null, 2)
        : findings.map((finding) => lineOf(finding, words)).join('\n');
    return { out: `${out}\n`, code: findings.some(({ state }) => state === 'fail') ? 1 : 0 };
  },
};
