#!/bin/sh
# Gives the terminal back when the dashboard could not: after SIGKILL, an abort, or when memory ran out.
#
# Standard input is a pipe whose other end the dashboard alone holds, descriptor 3 is the terminal. The dashboard says `on`
# when it takes the terminal, `off` when it has given it back, `leaving` when it ends before a terminal that takes nothing,
# and `log FILE` once it knows where its log is. The pipe's end is the dashboard's end. `screen` as the argument: it has an
# alternate screen; without it, it has changed the modes of the line alone.
#
# The terminal is opened by its name: the descriptor that comes along may not wait, and would lose what a terminal that
# reads nothing does not take. A shell that has the terminal again may have set modes of its own: only those of the
# dashboard, which alone has ^C come as a byte (-isig), are undone.
trap '' HUP INT QUIT TERM TSTP TTIN TTOU PIPE
terminal=$(tty <&3) || terminal=/dev/fd/3
modes=$(stty -g <&3)
echo ready
state=off log=
while IFS= read -r word; do
	case $word in
	on | off | leaving) state=$word ;;
	log\ *) log=${word#log } ;;
	esac
done
[ "$state" = off ] && exit
exec 2>/dev/null >"$terminal"
if [ "$1" = screen ]; then
	# Ends a sequence that was cut off, synchronised output, colours; paste, mouse and focus reports; wrapping and cursor on;
	# the old title of the window; the primary screen.
	printf '\033\\\033[?2026l\033[0m\033[?2004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l\033[?7h\033[?25h\033[23;0t\033[?1049l'
else
	printf '\033[?2004l'
fi
said='killed, or out of memory.'
# On a line of its own above the cursor's: the shell may have written its prompt already.
[ "$state" = leaving ] || printf '\033D\033[A\0337\r\033[Ltautop: %s\0338\033[B' "$said"
case $(stty -a <&3) in
*-isig*) [ -z "$modes" ] || stty "$modes" <&3 ;;
esac
[ "$state" = leaving ] && exit
[ -f "$log" ] && printf '{"level":50,"time":%s000,"msg":"the dashboard was %s"}\n' "$(date +%s)" "$said" >>"$log"
