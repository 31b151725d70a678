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

/** An answer that is neither, and says more. */
type Further = {readonly isOne: (answer: string) => boolean; readonly name: string};

/**
 * Asks until the answer is yes or no, or a further one, which is given back; Enter alone is the usual one. What was typed
 * is not repeated: it may be a secret.
 */
export const askFurther = async (
	ask: Ask,
	question: string,
	usual: boolean,
	further: Further | null,
): Promise<boolean | string> => {
	const answer = await ask.line(`${question} ${usual ? '[Y/n]' : '[y/N]'} `);
	if (answer === '') return usual;
	if (yes.test(answer)) return true;
	if (no.test(answer)) return false;
	if (further?.isOne(answer)) return answer;
	ask.tell(further ? `Please answer y or n, or with ${further.name}.` : 'Please answer y or n.');
	return askFurther(ask, question, usual, further);
};

/** The same for no more than yes and no. */
export const askYesNo = async (ask: Ask, question: string, usual: boolean): Promise<boolean> =>
	(await askFurther(ask, question, usual, null)) === true;
