# What zsh offers for a line: zsh -f capture.zsh SCRIPT LINE. A shell of its own, in a pseudo-terminal, presses Tab there.
if [[ -n $TAUTOP_CAPTURE ]]; then
	PROMPT=
	autoload -Uz compinit && compinit -u -D
	tautop() { [[ $1 == __names && $2 == user ]] && print -rl Nadia 'Aunt Ruth' }
	source $TAUTOP_CAPTURE
	bindkey '^I' complete-word
	zstyle ':completion:*' insert-tab false
	begin() { print -r - '<<' }
	finish() { print -r - '>>'; exit }
	compprefuncs=(begin)
	comppostfuncs=(finish)
	compadd() {
		local -a hits
		if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
			builtin compadd -A hits "$@"
			(( $#hits )) && print -rl -- $hits
		fi
		builtin compadd "$@"
	}
	print READY
	return
fi
zmodload zsh/zpty || exit 1
export TAUTOP_CAPTURE=$1
typeset read all=
zpty shell zsh -f -i
zpty -w shell "source ${(q)${(%):-%x}:A}"
while zpty -r shell read; do
	all+=$read
	[[ $all == *$'\n'READY* ]] && break
done
zpty -w -n shell "$2"$'\t'
all=
while zpty -r shell read; do
	all+=$read
	[[ $all == *'>>'* ]] && break
done
all=${all##*'<<'}
print -r -- "${${all%%'>>'*}//$'\r'/}"
zpty -d shell
