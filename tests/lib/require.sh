# Sourced by scripts that need programs of others: tests/run, tests/web/install, tests/hosting/install.

# require PROGRAM DEBIAN-PACKAGE [TEST]: installs the program where that can be done (Debian, as root); elsewhere names it and fails.
require() {
  is_installed=${3:-command -v $1}
  $is_installed >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    # Package lists are fetched once a run. RUNLEVEL=1 keeps Debian from starting the services that it installs: a test starts its own.
    if [ -z "${PACKAGES_LISTED:-}" ] && apt-get update -qq; then export PACKAGES_LISTED=1; fi
    RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null || true
  fi
  $is_installed >/dev/null 2>&1 || { echo "the tests need $1 (Debian: apt-get install $2)" >&2; return 1; }
}
