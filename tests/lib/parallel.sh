# Sourced by tests/run and tests/web/run: a temporary folder, $work, and commands that run in parallel, at the lowest priority.
# The output of each command is shown in one piece, and the script does not end before every command has ended.

work=$(mktemp -d)
trap 'wait; rm -rf "$work"' EXIT

# in_parallel NAME COMMAND...: starts a command. The name is also the name of its files in $work.
in_parallel() {
  name=$1
  shift
  (
    trap - EXIT
    renice -n 19 -p "$(exec sh -c 'echo $PPID')" >/dev/null 2>&1 || true
    "$@" > "$work/$name.output" 2>&1 || echo $? > "$work/$name.failed"
  ) &
}

# wait_for_all: waits for every command that was started; fails if one of them failed.
wait_for_all() {
  wait
  for output in "$work"/*.output; do
    cat "$output"
  done
  for failed in "$work"/*.failed; do
    [ -e "$failed" ] || return 0
    echo "failed: $(basename "$failed" .failed)" >&2
  done
  return 1
}
