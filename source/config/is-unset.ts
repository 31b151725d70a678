/** The values that stand in example files and templates until somebody replaces them: they count as not set. */
const placeholder = /^(?:YOUR_|https?:\/\/your-[\w-]*(?:url|ip|host|server|address)\b|\$\{[^}]*\}$)/i;

/** True for what counts as not set: nothing, blanks, or an example value. */
export const isUnset = (value: unknown): boolean =>
	value === null ||
	value === undefined ||
	(typeof value === 'string' && (value.trim() === '' || placeholder.test(value.trim())));
