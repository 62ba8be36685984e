#!/bin/sh
# npm test and npm run test:deep: the tests, and beside them types, lint, format and builds. test/run/main.ts says how.
set -u
cd "$(dirname "$0")/.."
node src/cli/fit-node.cjs || exit 1
[ -x node_modules/.bin/jest ] || { echo 'npm test stopped: the dependencies are missing; run "npm ci" first.' >&2; exit 1; }
exec node --import tsx test/run/main.ts "$@"
