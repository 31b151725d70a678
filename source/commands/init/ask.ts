/** Whoever sits at the terminal. What is asked rejects with `cancelled` where the input ends or is interrupted. */
export type Ask = {
	/** A sentence or more, on lines of their own. */
	readonly tell: (text: string) => void;
	/** The answer without blanks around it; `''`: Enter alone. */
	readonly line: (question: string) => Promise<string>;
	/** The same, unseen. */
	readonly secret: (question: string) => Promise<string>;
};

const yes = /^y(?:es)?$/i;
const no = /^no?$/i;

/** Asks until the answer is yes or no; Enter alone is the usual one. */
export const askYesNo = async (ask: Ask, question: string, usual: boolean): Promise<boolean> => {
	const answer = await ask.line(`${question} ${usual ? '[Y/n]' : '[y/N]'} `);
	if (answer === '') return usual;
	if (yes.test(answer)) return true;
	if (no.test(answer)) return false;
	ask.tell('Please answer y or n.');
	return askYesNo(ask, question, usual);
};
