/** Where tautop listens. */
export type ListenAddress = {
	/** A name or an address, without brackets; `*`: every address of this machine. */
	readonly host: string;
	readonly port: number;
};

/** Who names no host wants no other machine to come. */
const loopback = '127.0.0.1';

const portOf = (text: string): number | null => {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	return port >= 1 && port <= 65_535 ? port : null;
};

const isHost = (text: string): boolean => text === '*' || /^(?!-)[\da-z_.-]+$/i.test(text);

/** Reads `9487`, `:9487`, `host:9487` or `[::1]:9487`; null: it is none of these. */
export const readListenAddress = (text: string): ListenAddress | null => {
	const [, inBrackets, name, digits = ''] = /^(?:\[([\da-f:.%a-z]+)\]:|([^[\]:]*):)?(\d+)$/i.exec(text.trim()) ?? [];
	const port = portOf(digits);
	if (port === null) return null;
	if (inBrackets !== undefined) return {host: inBrackets, port};
	if (name === undefined || name === '') return {host: loopback, port};
	return isHost(name) ? {host: name, port} : null;
};
