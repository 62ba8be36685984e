const Sequencer = require('@jest/test-sequencer').default;

/** Seen to take longest, longest first: begun last, one of them would be waited for alone. */
const LONG = [
  'xlsx/patched-workbooks',
  'e2e/gallery',
  'service/attacks/corrections',
  'excel/verify',
  'service/malformed',
  'e2e/report',
  'e2e/journey',
  'cli/benchmark/cycle',
];

/** They read the builds that are made last: begun early, they would only wait, and their browsers with them. */
const OF_LATE_BUILDS = /\/test\/(e2e\/(extension|assess-file)|repo\/(extension|bundle))/;

/** The longest tests first, those of the last builds at the end, the others between as jest orders them. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((name) => path.includes(`/test/${name}.`));
      if (at >= 0) return at;
      return LONG.length + Number(OF_LATE_BUILDS.test(path));
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
