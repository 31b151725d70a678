import type {Switch} from '../../views/plan/own.ts';
import type {View} from '../../views/plan/view.ts';
import type {Context, Flag} from '../command.ts';
import {textFlag} from '../line/flag-values.ts';
import {dateOf} from './dates.ts';

/** Many values would not fit a line of help: the summary names some. */
const joined = (values: readonly string[], name: string): string =>
	values.length > 6 ? name.toUpperCase() : values.join('|');

const flagOf = ({values, flag}: Switch): readonly Flag[] => {
	if (!flag) return [];
	const {name, summary, takes} = flag;
	if (takes === 'date') return [{name, type: 'string', value: 'DATE', summary}];
	return [{name, type: 'string', value: joined(values, name), choices: values, default: values[0], summary}];
};

/** The switches of a view that a command can set. */
export const switchFlags = ({keys}: View): readonly Flag[] => keys.switches.flatMap(flagOf);

/** What those flags set, by the ids of the switches. */
export const switchesOf = (context: Context, {keys}: View): Readonly<Record<string, string>> =>
	Object.fromEntries(
		keys.switches.flatMap(({id, flag}) => {
			const text = flag && textFlag(context, flag.name);
			if (!flag || text === undefined) return [];
			return [[id, flag.takes === 'date' ? dateOf(`--${flag.name}`, text) : text]];
		}),
	);
