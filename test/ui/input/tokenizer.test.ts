import {describe, expect, test} from 'vitest';
import {createDriver, namesOf, type Step, sureNamesOf, tokensOf} from './driver.ts';

const esc = '\u001B';

describe('whole pieces', () => {
	test.each<[string, string, string[]]>([
		['typing', 'jj5', ['j', 'j', '5']],
		['an arrow between letters', `j${esc}[Ak`, ['j', 'up', 'k']],
		['a paste', `1${esc}[200~cy\r${esc}[201~2`, ['1', '2']],
		['Alt with a letter', `${esc}cj`, ['j']],
		['Esc twice, then a letter with Alt', `${esc}${esc}c`, ['esc']],
		['a mouse report of X10', `${esc}[M cyc`, ['c']],
		['a function key of the Linux console', `${esc}[[Ac`, ['c']],
		['Ctrl-C in an OSC', `${esc}]11;\u0003`, ['ctrl-c']],
		[
			'Ctrl-C in a DCS, a CSI and a paste',
			`${esc}P\u0003${esc}[3\u0003A${esc}[200~\u0003`,
			['ctrl-c', 'ctrl-c', 'ctrl-c'],
		],
		['a sequence that a new one breaks off', `${esc}[20${esc}[A`, ['up']],
	])('%s', (_, input, names) => {
		expect(namesOf(tokensOf(input))).toEqual(names);
	});

	test('the text of an OSC is told, of other strings nothing', () => {
		expect(tokensOf(`${esc}]11;rgb:00/00/00${esc}\\${esc}]10;x\u0007${esc}P>|x${esc}\\`)).toEqual([
			{type: 'reply', text: '11;rgb:00/00/00'},
			{type: 'reply', text: '10;x'},
		]);
	});

	test('a piece with more keys than fingers type is not trusted, all the same key or not', () => {
		expect(sureNamesOf(tokensOf('c55'))).toEqual(['c', '5', '5']);
		const burst = tokensOf('cq\rc');
		expect(namesOf(burst)).toEqual(['c', 'q', 'enter', 'c']);
		expect(sureNamesOf(burst)).toEqual([]);
	});

	test('what comes right behind such a piece belongs to it', () => {
		expect(sureNamesOf(tokensOf('jjjj', 300, 'c', 900, 'c', 1000, 'c'))).toEqual(['c']);
	});

	test('a key of Ctrl and a letter ends it sooner', () => {
		expect(sureNamesOf(tokensOf('jjjj', 100, '\u000C', 100, 'c'))).toEqual(['ctrl-l', 'c']);
	});

	test('a paste that the terminal does not mark presses nothing but Ctrl-C', () => {
		expect(namesOf(tokensOf(`${'cy\n'.repeat(100)}\u0003`))).toEqual(['ctrl-c']);
	});
});

describe('an Esc alone', () => {
	test('is Esc after 150 ms, not before', () => {
		const driver = createDriver();
		driver.play(esc, 149);
		expect(driver.taken()).toEqual([]);
		driver.play(1);
		expect(namesOf(driver.taken())).toEqual(['esc']);
	});

	test('waits as long as it is told', () => {
		const driver = createDriver();
		driver.setEscapeMs(400);
		driver.play(esc, 399, '[A');
		expect(namesOf(driver.taken())).toEqual(['up']);
		driver.play(esc, 400);
		expect(namesOf(driver.taken())).toEqual(['esc']);
	});

	test('that ends nothing is told when the next one comes', () => {
		const driver = createDriver();
		driver.play(esc, 50, esc);
		expect(namesOf(driver.taken())).toEqual(['esc']);
		driver.play(150, 'c');
		expect(sureNamesOf(driver.taken())).toEqual(['esc', 'c']);
	});

	test('and a letter after it are two keys', () => {
		expect(sureNamesOf(tokensOf(esc, 500, 'c'))).toEqual(['esc', 'c']);
		expect(sureNamesOf(tokensOf(esc, 500, 'jc'))).toEqual(['esc', 'j', 'c']);
	});
});

/** What a splitting of input must not press, and that it does not take away what is typed after it. */
const pieces: readonly [string, readonly (Step | string)[]][] = [
	['a paste after its Esc', [esc, 500, '[200~cy', 500, 'c', 20, `${esc}[201~`]],
	['a paste in its marker', [`${esc}[20`, 5000, '0~cy', 5000, 'c', 5000, `${esc}[201~`]],
	['a paste in its end marker', [`${esc}[200~c${esc}[20`, 5000, '1', 5000, '~']],
	['a paste in its end marker, after the Esc', [`${esc}[200~c${esc}`, 5000, '[201~']],
	['an answer after its Esc', [esc, 500, ']11;rgb:cccc/cccc/cccc', 500, `c${esc}\\`]],
	['an answer after its number', [`${esc}]11;rgb:`, 3000, `c/c/c${esc}\\`]],
	['an answer, sign by sign', [`${esc}]11;rgb:c`, 3000, 'c', 3000, 'c', 3000, esc, 3000, '\\']],
	['device attributes before their end', [`${esc}[?64;1;2`, 60_000, 'c']],
	['a key that was let go', [`${esc}[99`, 3000, ';', 3000, '1', 3000, ':3', 3000, 'u']],
	['an answer of eight bits', ['\u009D52;', 3000, 'c', 3000, 'c;Y2M=', 3000, '\u009C']],
	['half an introducer of eight bits', [Uint8Array.of(0xc2), 3000, Uint8Array.of(0x9b), 3000, 'c']],
	['a mouse report of X10', [`${esc}[M`, 3000, ' c', 3000, 'c']],
	['the version of the terminal', [esc, 9000, 'P', 9000, '>|c', 9000, 'c', 9000, `c${esc}\\`]],
];

describe('in pieces', () => {
	test.each(pieces)('%s: nothing that changes anything, and then keys again', (_, steps) => {
		const driver = createDriver();
		driver.play(...steps);
		expect(sureNamesOf(driver.taken()).filter(name => name === 'c' || name === 'y')).toEqual([]);
		driver.play(200, 'c', 200, 'y');
		expect(sureNamesOf(driver.taken())).toEqual(['c', 'y']);
	});

	test('an answer is heard whole, however it comes', () => {
		const tokens = tokensOf(`${esc}]11;r`, 3000, 'gb:00/00', 3000, '/00', 3000, esc, 3000, '\\');
		expect(tokens).toEqual([{type: 'reply', text: '11;rgb:00/00/00'}]);
	});

	test('a letter outside of ASCII is one key', () => {
		const [first = 0, second = 0] = Buffer.from('é');
		expect(namesOf(tokensOf(Uint8Array.of(first), 100, Uint8Array.of(second)))).toEqual(['é']);
	});
});

describe('what never ends', () => {
	const opened = [
		`${esc}[`,
		`${esc}[200~`,
		`${esc}]`,
		`${esc}P`,
		`${esc}_`,
		`${esc}^`,
		`${esc}X`,
		`${esc}O`,
		`${esc}[M`,
	];

	test.each(opened)('%j: after a silence keys are heard, those that change something after Ctrl-L', start => {
		const driver = createDriver();
		driver.play(start, 'j', 3000);
		driver.taken();
		driver.play(start, 3000, 'q', `${esc}[A`);
		expect(namesOf(driver.taken())).toEqual(['q', 'up']);
		driver.play(start, 3000, '\u000C', 'c');
		expect(sureNamesOf(driver.taken())).toEqual(['ctrl-l', 'c']);
	});

	test('an arrow or Esc ends what is no paste', () => {
		expect(sureNamesOf(tokensOf(`${esc}]`, 3000, `${esc}[A`, 'c'))).toEqual(['up', 'c']);
		expect(sureNamesOf(tokensOf(`${esc}P`, 3000, esc, 3000, 'c'))).toEqual(['c']);
		expect(sureNamesOf(tokensOf(`${esc}[200~`, 3000, `${esc}[A`, 'c', 3000, esc, 3000, 'c'))).toEqual([]);
	});

	test('in a paste that fell silent every arrow is heard, also close to each other', () => {
		expect(namesOf(tokensOf(`${esc}[200~cy`, 3000, `${esc}[A`, 50, `${esc}[B`, 50, 'j'))).toEqual(['up', 'down', 'j']);
	});

	test('keys that come without a pause are heard after ten seconds', () => {
		const driver = createDriver();
		for (let second = 0; second < 11; second += 0.5) {
			driver.taken();
			driver.play(second === 0 ? `${esc}]` : 'q', 500);
		}
		expect(namesOf(driver.taken())).toEqual(['q']);
	});

	test('a paste goes on as long as its bytes come', () => {
		const driver = createDriver();
		driver.play(`${esc}[200~`);
		for (let part = 0; part < 100; part += 1) driver.play(900, 'cy');
		expect(driver.taken()).toEqual([]);
	});
});
