# Runs one attempt of a task, so that a scheduler that is killed meanwhile can learn how it ended.
# $1: path of the attempt's files, without ending; $2: the command.

# Nothing may run before the scheduler has written down that it does: it says so here. If it dies
# before, this ends, and .begun is not there.
IFS= read -r word && [ "$word" = go ] || exit 0
: >"$1.begun" || exit 1

# Ctrl-C in the scheduler's terminal is not for tasks. A handler, since children inherit "ignore".
trap : INT HUP

# A process group of its own, so that all of it can be ended; its number is known before the
# command runs.
set -m
bash -c 'printf "%s\n" "$$" >"$1.group" && exec bash -c "$2"' task "$1" "$2" </dev/null &
task=$!
exec >/dev/null 2>&1
code=0
while kill -0 "$task"; do
  wait "$task"
  code=$?
done
printf '%s\n' "$code" >"$1.exit"
