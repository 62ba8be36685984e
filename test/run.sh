#!/bin/sh
# npm test: finds or installs what the tests need, then types, lint, format, build, tests. The first failing step stops it.
set -u
cd "$(dirname "$0")/.."
node src/cli/fit-node.cjs || exit 1
bin=node_modules/.bin
cache=node_modules/.cache
mkdir -p "$cache"

stop() {
  echo "npm test stopped: $1" >&2
  exit 1
}

[ -x "$bin/jest" ] || stop 'the dependencies are missing; run "npm ci" first.'

# Debian keeps the LibreOffice bindings with its own Python, whatever `python3` is on the path.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

missing_packages() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
    command -v google-chrome >/dev/null 2>&1 || printf 'chromium '
  command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || printf 'firefox-esr '
  command -v soffice >/dev/null 2>&1 || printf 'libreoffice-calc '
  "$python" -c 'import uno' >/dev/null 2>&1 || printf 'python3-uno '
  command -v pdfinfo >/dev/null 2>&1 || printf 'poppler-utils '
  "$python" -c 'import openpyxl' >/dev/null 2>&1 || printf 'python3-openpyxl '
  # openpyxl keeps a team's pictures by it.
  "$python" -c 'import PIL' >/dev/null 2>&1 || printf 'python3-pil '
  # What Arial and Segoe UI are to Linux: the layout is measured in it.
  fc-list 2>/dev/null | grep -q 'Liberation Sans' || printf 'fontconfig fonts-liberation '
  # The tests run a server of their own; Debian keeps its programs off the path.
  { command -v initdb && command -v postgres; } >/dev/null 2>&1 ||
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || printf 'postgresql '
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

find_tools() {
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if command -v apt-get >/dev/null 2>&1 && as_root true >/dev/null 2>&1; then
    echo "Installing with apt-get: $missing"
    log="$cache/apt.log"
    { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing; } \
      >"$log" 2>&1 || stop "apt-get could not install $missing(its output is in $log); please install them and try again."
    missing=$(missing_packages)
  fi
  [ -z "$missing" ] || stop "please install these packages (Debian names) and try again: $missing"
}

step() {
  name=$1
  shift
  begun=$(date +%s)
  "$@" || stop "$name failed (see above)."
  echo "ok  $name ($(($(date +%s) - begun)) s)"
}

webpack() {
  node --import tsx node_modules/webpack/bin/webpack.js "$@" >"$cache/webpack.log" 2>&1 ||
    { cat "$cache/webpack.log" >&2; return 1; }
}

# The origins stand for a deployment; the repository tests measure and read this build, the browser tests use the other.
production_build() {
  ADDIN_ORIGIN=https://addin.example BENCHMARK_ORIGIN=https://benchmark.example \
    webpack --mode production --env "out=$cache/test-build"
}

extension_build() {
  ADDIN_ORIGIN=https://addin.example BENCHMARK_ORIGIN=https://benchmark.example \
    webpack --mode production --env target=extension --env "out=$cache/test-build-extension"
}

step 'tools' find_tools
step 'types' "$bin/tsc" --noEmit
step 'lint' npm run --silent lint
step 'format' "$bin/prettier" --check --log-level warn --cache --cache-location "$cache/prettier-files" .
step 'production build' production_build
step 'extension build' extension_build
step 'sandbox build' webpack --mode development

results="$cache/jest-results.json"
rm -f "$results"
PRODUCTION_IS_BUILT=1 EXTENSION_IS_BUILT=1 SANDBOX_IS_BUILT=1 \
  "$bin/jest" --maxWorkers=2 --json --outputFile="$results" >"$cache/jest-stdout.log"
code=$?
node test/repo/summary.cjs "$results" || code=1
exit $code
