import process from 'node:process';

const isUtf8 = (): boolean => {
	const locale = process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || '';
	return process.platform === 'win32' || locale === '' || /utf-?8/i.test(locale);
};

/** True where nothing but ASCII can be relied on. */
export const isPlainTerminal = (): boolean => process.env.TERM === 'linux' || !isUtf8();
