import type {Ask} from './ask.ts';

/** The numbers of an answer such as `1 3` or `1, 3-4`; null: it is none. */
const numbersIn = (answer: string, most: number): readonly number[] | null => {
	const found: number[] = [];
	for (const word of answer.split(/[\s,;]+/).filter(part => part !== '')) {
		const [, from = '', to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(word) ?? [];
		const [first, last] = [Number(from), Number(to)];
		if (from === '' || first < 1 || last > most || last < first) return null;
		for (let number = first; number <= last; number += 1) found.push(number);
	}
	return [...new Set(found)].sort((one, two) => one - two);
};

/** Which libraries count. Empty: all of them, those to come too. `before`: those that were chosen earlier. */
export const chooseLibraries = async (
	ask: Ask,
	libraries: readonly string[],
	before: readonly string[],
): Promise<readonly string[]> => {
	if (libraries.length < 2) return [];
	ask.tell(['Libraries:', ...libraries.map((name, index) => `  ${index + 1}  ${name}`)].join('\n'));
	const chosen = before.filter(name => libraries.includes(name));
	const usual = chosen.length === 0 ? 'all' : chosen.map(name => libraries.indexOf(name) + 1).join(' ');
	for (;;) {
		const answer = await ask.line(`Whose collections count? Numbers, or all [${usual}]: `);
		if (answer === '') return chosen;
		if (/^all$/i.test(answer)) return [];
		const numbers = numbersIn(answer, libraries.length);
		if (numbers)
			return numbers.length === libraries.length ? [] : libraries.filter((_, index) => numbers.includes(index + 1));
		ask.tell(`Numbers from 1 to ${libraries.length}, such as 1 ${Math.min(3, libraries.length)}.`);
	}
};
