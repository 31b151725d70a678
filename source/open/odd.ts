/** Tells odd things, each once: a session that cannot be read, a graph's value that is no number. */
export type OddTeller = {
	readonly odd: (sentence: string) => void;
	/** What was told so far, oldest first. */
	readonly told: () => readonly string[];
};

/** More would be read by nobody, and a server that lies anew in every answer must not fill the memory. */
const mostSentences = 200;

/** Hands each sentence on the first time that it comes. */
export const createOddTeller = (tell: (sentence: string) => void): OddTeller => {
	const sentences = new Set<string>();
	return {
		odd: sentence => {
			if (sentences.size >= mostSentences || sentences.has(sentence)) return;
			sentences.add(sentence);
			tell(sentence);
		},
		told: () => [...sentences],
	};
};
