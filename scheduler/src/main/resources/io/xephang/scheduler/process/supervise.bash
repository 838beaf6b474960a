# Runs one attempt of a task, so that a scheduler that is killed meanwhile can learn how it ended.
# $1: path of the attempt's files, without ending; $2: the command.

# Nothing may run before the scheduler has written down that it does: it says so here. If it dies
# before, this ends, and .begun is not there.
IFS= read -r word && [ "$word" = go ] || exit 0
: >"$1.begun" || exit 1

# Ctrl-C in the scheduler's terminal is not for tasks. A handler, since children inherit "ignore".
trap : INT HUP

# A process group of its own, so that all of it can be ended; its number is known before the
# command runs. When it was born tells it from a later one with the same number. All in a subshell: no variable
# of the command may change.
set -m
bash -c 'printf "%s %s\n" "$$" "$(read -r line 2>/dev/null <"/proc/$$/stat" && set -- ${line##*) } && printf %s "${20}")" >"$1.group" && exec bash -c "$2"' task "$1" "$2" </dev/null &
task=$!
exec >/dev/null 2>&1
# A signal ends a `wait` early, so it is asked again while the command lives. A quick command is gone before
# it can be looked for: only `wait` knows how it ended, and tells it as often as it is asked.
wait "$task"
while kill -0 "$task"; do
  wait "$task"
done
wait "$task"
code=$?
# The disk may be full. How the command ended must not get lost: it would be run again.
until printf '%s\n' "$code" >"$1.exit"; do
  sleep 1
done
