const esc = '\u001B';
const st = `${esc}\\`;
const bell = '\u0007';

/** What terminals say by themselves or when asked, in any of which no finger has a part. */
export const replies: readonly string[] = [
	// OSC 11, 10, 4, 52, 12 and title: xterm, kitty, foot, tmux, iTerm2, Terminal.app.
	`${esc}]11;rgb:cccc/cccc/cccc${st}`,
	`${esc}]11;rgb:1e1e/1e1e/2e2e${bell}`,
	`${esc}]11;rgba:ffff/ffff/ffff/cccc${st}`,
	`${esc}]10;rgb:cc/cc/cc${bell}`,
	`${esc}]4;7;rgb:c0c0/c0c0/c0c0${st}`,
	`${esc}]12;rgb:ffff/cccc/0000${st}`,
	`${esc}]52;c;Y2N5eWNjY3k=${st}`,
	`${esc}]52;p;Y3ljeQ==${bell}`,
	`${esc}]lcyclic syncing${st}`,
	`${esc}]Lyc${st}`,
	`${esc}]1337;ReportCellSize=17.0;8.0;2.0${st}`,
	`${esc}]99;i=c:p=?;a=focus,report:c=1${st}`,
	// DA1, DA2, DA3.
	`${esc}[?64;1;2;6;9;15;18;21;22c`,
	`${esc}[?62;22c`,
	`${esc}[?1;2c`,
	`${esc}[>41;354;0c`,
	`${esc}[>1;4000;29c`,
	`${esc}[=0c`,
	`${esc}P!|00000000${st}`,
	`${esc}P!|7E566445${st}`,
	// DSR, cursor, DECRPM, window sizes, colour scheme, kitty keyboard flags, modifyOtherKeys.
	`${esc}[0n`,
	`${esc}[24;80R`,
	`${esc}[?24;80;1R`,
	`${esc}[?2026;2$y`,
	`${esc}[?1004;1$y`,
	`${esc}[4;2$y`,
	`${esc}[?997;1n`,
	`${esc}[4;720;1280t`,
	`${esc}[8;24;80t`,
	`${esc}[6;17;8t`,
	`${esc}[?1u`,
	`${esc}[>4;2m`,
	`${esc}[?4;2c`,
	`${esc}[2;1;1;128;128;1;0x`,
	// XTVERSION, XTGETTCAP, DECRQSS.
	`${esc}P>|XTerm(379) cyc${st}`,
	`${esc}P>|kitty(0.35.2)${st}`,
	`${esc}P>|tmux 3.4${st}`,
	`${esc}P1+r544e=787465726d2d6b69747479${st}`,
	`${esc}P0+r636F6C6F7273${st}`,
	`${esc}P1$r0;4:3;38:2:204:204:0m${st}`,
	`${esc}P1$r2 q${st}`,
	// Kitty graphics, and the strings that nobody uses.
	`${esc}_Gi=31;OK${st}`,
	`${esc}_Gi=31;ENOENT:Cannot copy: you may try${st}`,
	`${esc}^privacy yc${st}`,
	`${esc}Xstart of string cy${st}`,
	// Focus.
	`${esc}[I`,
	`${esc}[O`,
	// Mouse: SGR, urxvt, X10.
	`${esc}[<0;99;12M`,
	`${esc}[<35;121;99m`,
	`${esc}[32;99;12M`,
	`${esc}[M cy`,
	`${esc}[M#yc`,
	`${esc}[M!!!`,
	// Keys of the kitty protocol and of modifyOtherKeys, function keys, unknown ones.
	`${esc}[99;1:3u`,
	`${esc}[99;5u`,
	`${esc}[121;1:2u`,
	`${esc}[27;5;99~`,
	`${esc}[57441;2:3u`,
	`${esc}[15;2~`,
	`${esc}[[C`,
	`${esc}[1;2P`,
	`${esc}OP`,
	`${esc}Oy`,
	`${esc}Oc`,
	`${esc}[c`,
	`${esc}[?1;2; y`,
	`${esc}[99999;99999;99999;99999c`,
	`${esc}(c`,
	`${esc}#y`,
	// The same from terminals that send eight bits.
	'\u009D11;rgb:cccc/cccc/cccc\u009C',
	'\u009B?64;1;2c',
	'\u0090>|cyc\u009C',
	'\u009FGi=1;cy\u009C',
	'\u008Fc',
	'\u009B200~cy\u009B201~',
];

/** Pastes with keys, lines, and what looks like markers inside. */
export const pastes: readonly string[] = [
	'c',
	'cy',
	'cqyy55\rc\n\ny',
	`c${esc}[20cy`,
	`yc${esc}[201cy${esc}[2`,
	`c${esc}`,
	`cy${esc}[200~cy`,
	`cc${esc}]11;rgb:cc/cc/cc${bell}cy`,
	`y${esc}[Ac${esc}Oyc`,
	'žluťoučký 界 c 👩‍👩‍👧 y',
	'c'.repeat(40),
].map(text => `${esc}[200~${text}${esc}[201~`);

/** What fingers type, one key after the other, and the names that come out. */
export const typing: readonly (readonly [pieces: readonly string[], names: readonly string[]])[] = [
	[
		['c', 'y'],
		['c', 'y'],
	],
	[
		[`${esc}[A`, `${esc}[B`, `${esc}[C`, `${esc}[D`],
		['up', 'down', 'right', 'left'],
	],
	[
		[`${esc}OA`, `${esc}OB`, `${esc}OC`, `${esc}OD`, 'c'],
		['up', 'down', 'right', 'left', 'c'],
	],
	[
		[`${esc}[H`, `${esc}[F`, `${esc}[1~`, `${esc}[4~`],
		['home', 'end', 'home', 'end'],
	],
	[
		[`${esc}[5~`, `${esc}[6~`, `${esc}[3~`, `${esc}[Z`],
		['pgup', 'pgdn', 'backspace', 'shift-tab'],
	],
	[
		[`${esc}[1;5A`, `${esc}[1;2B`, `${esc}[6;5~`, `${esc}[1;1:2C`],
		['up', 'down', 'pgdn', 'right'],
	],
	[['\r', '\t', '\u007F', '\u0003', '\u000C'].map(String), ['enter', 'tab', 'backspace', 'ctrl-c', 'ctrl-l']],
	[
		['é', '界', '😀', 'c'],
		['é', '界', '😀', 'c'],
	],
	[[`${esc}c`, `${esc}y`, `${esc}é`, 'j'], ['j']],
	[
		['5', `${esc}[200~cy${esc}[201~`, 'c'],
		['5', 'c'],
	],
	[
		['c', `${esc}[<0;99;12M`, `${esc}]11;rgb:cc/cc/cc${bell}`, `${esc}[I`, 'y'],
		['c', 'y'],
	],
];
