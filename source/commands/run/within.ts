/** Waits for something, but not for ever. */
export const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, milliseconds);
	await Promise.race([work, late.promise]);
	clearTimeout(timer);
};
