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

/** The longest tests first; the others as jest orders them. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((name) => path.includes(`/test/${name}.`));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
