type Rule = 'audit' | 'difference' | 'complement' | 'present' | 'steps';

/** Rules that an attack test turns off, to show that the attack works without them. */
export const off = new Set<Rule>();

export const auditSwitch = () => {
  const real = jest.requireActual<typeof import('../../../src/service/release/audit')>(
    '../../../src/service/release/audit',
  );
  const findDisclosure: typeof real.findDisclosure = (...question) =>
    off.has('audit') ? null : real.findDisclosure(...question);
  return { ...real, findDisclosure };
};

export const differenceSwitch = () => {
  const real = jest.requireActual<typeof import('../../../src/service/release/difference')>(
    '../../../src/service/release/difference',
  );
  const isFarEnough: typeof real.isFarEnough = (...question) =>
    off.has('difference') || real.isFarEnough(...question);
  return { ...real, isFarEnough };
};

export const complementSwitch = () => {
  const real = jest.requireActual<typeof import('../../../src/service/release/complement')>(
    '../../../src/service/release/complement',
  );
  const complementOf: typeof real.complementOf = (...question) =>
    off.has('complement') ? [] : real.complementOf(...question);
  return { ...real, complementOf };
};

/** Without it a row that left covers others as one that is there does. */
export const presentSwitch = () => {
  const real = jest.requireActual<typeof import('../../../src/service/release/membership')>(
    '../../../src/service/release/membership',
  );
  const presentOf: typeof real.presentOf = (atoms, rows) =>
    off.has('present') ? rows : real.presentOf(atoms, rows);
  return { ...real, presentOf };
};

export const stepSwitch = () => {
  const real = jest.requireActual<typeof import('../../../src/service/release/figure-step')>(
    '../../../src/service/release/figure-step',
  );
  const domainStep: typeof real.domainStep = (tally, domain, rules) => {
    if (!off.has('steps')) return real.domainStep(tally, domain, rules);
    const rows = (tally.domains[domain.id] ?? []).reduce((sum, [, count]) => sum + count, 0);
    return real.itemStep({ levels: [rows, 0, 0, 0, 0, 0], notApplicable: 0, unknown: 0 }, rules);
  };
  return { ...real, domainStep };
};

/** Does something without some rules, and turns them on again. */
export function without<T>(rules: readonly Rule[], work: () => T): T {
  for (const rule of rules) off.add(rule);
  try {
    return work();
  } finally {
    off.clear();
  }
}
