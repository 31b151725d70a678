import {findView} from '../views/index.ts';

/** True where what is typed leaves out rows of a view: it is a list, or its question searches. */
export const canFilter = (name: string): boolean => {
	const {takes, keys} = findView(name) ?? {};
	return takes?.searches === true || (keys?.sorts.length ?? 0) > 0;
};
