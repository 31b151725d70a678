/** How a cell looks, as the parameters of SGR that switch each part on; absent: the terminal's own. */
export type Look = Readonly<Partial<Record<Part, string>>>;

type Part = 'foreground' | 'background' | 'weight' | 'inverse';

/** What switches a part off. Bold and dim have one for both, so they are one part. */
const off: Readonly<Record<Part, string>> = {foreground: '39', background: '49', weight: '22', inverse: '27'};

const parts = ['weight', 'inverse', 'foreground', 'background'] as const;

export const plainLook: Look = {};

const offs: ReadonlyMap<string, Part> = new Map(parts.map(part => [off[part], part]));

/** How many parameters a colour has that begins with 38 or 48: `5;n`, or `2;r;g;b`. */
const colorLength = (kind: string | undefined): number | null => (kind === '5' ? 3 : kind === '2' ? 5 : null);

const partOf = (code: string): Part | null => {
	if (code === '1' || code === '2') return 'weight';
	if (code === '7') return 'inverse';
	if (/^(?:3[0-8]|9[0-7])$/.test(code)) return 'foreground';
	if (/^(?:4[0-8]|10[0-7])$/.test(code)) return 'background';
	return null;
};

/** The look after an SGR sequence with these parameters; null: one of them is none of ours. */
export const lookAfter = (look: Look, parameters: string): Look | null => {
	const codes = parameters.split(';');
	let after = look;
	for (let at = 0; at < codes.length; ) {
		const code = codes[at] ?? '';
		const taken = code === '38' || code === '48' ? colorLength(codes[at + 1]) : 1;
		if (taken === null) return null;
		const value = codes.slice(at, at + taken).join(';');
		at += taken;
		const ended = offs.get(code);
		const begun = partOf(code);
		if (code === '' || code === '0') after = plainLook;
		else if (ended) after = {...after, [ended]: undefined};
		else if (begun === null) return null;
		else {
			// Both at once are bold and dim.
			const kept = begun === 'weight' && after.weight !== undefined && after.weight !== value;
			after = {...after, [begun]: kept ? '1;2' : value};
		}
	}
	return after;
};

export const isSameLook = (one: Look, two: Look): boolean => parts.every(part => one[part] === two[part]);

/** What leads from one look to another; '' where they are the same. */
export const lookChange = (from: Look, to: Look): string => {
	const codes = parts.flatMap(part => {
		const wanted = to[part];
		if (from[part] === wanted) return [];
		if (wanted === undefined) return [off[part]];
		return part === 'weight' && from.weight !== undefined ? [off.weight, wanted] : [wanted];
	});
	return codes.length === 0 ? '' : `\u001B[${codes.join(';')}m`;
};
