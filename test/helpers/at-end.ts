type Action = () => void;

const actions: Action[] = [];

/** Runs when the tests of this file are over, passed or failed. */
export const atEnd = (action: Action): void => {
	actions.push(action);
};

/** Runs them. For `after-file.ts`: not the event `exit`, since the runner ends its workers without it. */
export const runAtEnd = (): void => {
	for (const action of actions.splice(0)) action();
};
