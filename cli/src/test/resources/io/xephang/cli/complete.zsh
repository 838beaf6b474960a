# What an interactive zsh makes of typed words once Tab was pressed: a line for each.
# zsh -f complete.zsh SCRIPT TYPED …
zmodload zsh/zpty
zpty shell 'zsh -f -i'
# Tab completes; Ctrl-G tells on a line of its own what was made of the words, and empties the line.
told='tell() { print -r -- $'\''\n='\''"$BUFFER"; BUFFER= }; zle -N tell; bindkey "^I" complete-word "^G" tell'
# Cut in two, so that the echo of the command is not taken for what it prints.
zpty -w shell "source ${(q)1}; $told; print re''ady"
zpty -r -m shell heard '*ready*'
for typed in "${@:2}"; do
  zpty -w -n shell "$typed"$'\t\a'
  zpty -r -m shell heard $'*\n=*\n*'
  print -r -- "${${heard##*$'\n'=}%%[$'\r\n']*}"
done
zpty -d shell
