# What bash proposes for typed words when Tab is pressed: a line for each.
# bash complete.bash SCRIPT TYPED …
source "$1"
# Only Bash itself may call it, while it completes.
compopt() { :; }
shift
for typed in "$@"; do
  read -ra COMP_WORDS <<<"$typed"
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _complete_xephang
  # Put in place of the last word, as bash does where there is one proposal.
  [ "${#COMPREPLY[@]}" -ne 1 ] || COMP_WORDS[COMP_CWORD]="${COMPREPLY[0]} "
  printf '%s\n' "${COMP_WORDS[*]}"
done
