/** The starts of one stratum. */
export type Stratum = {
	readonly ownOn: number;
	readonly ownOff: number;
	readonly otherOn: number;
	readonly otherOff: number;
	/** Own starts of titles that another promoted collection held then. */
	readonly elsewhere: number;
};

/** Strata added up: everything that a lift is made of, so that collections side by side are a sum. */
export type Sums = {
	readonly onStarts: number;
	readonly offStarts: number;
	readonly otherOn: number;
	readonly otherOff: number;
	readonly expectedOn: number;
	readonly expectedOff: number;
	readonly elsewhere: number;
	readonly r: number;
	readonly s: number;
	readonly pr: number;
	readonly psAndQr: number;
	readonly qs: number;
};

export const noSums: Sums = {
	onStarts: 0,
	offStarts: 0,
	otherOn: 0,
	otherOff: 0,
	expectedOn: 0,
	expectedOff: 0,
	elsewhere: 0,
	r: 0,
	s: 0,
	pr: 0,
	psAndQr: 0,
	qs: 0,
};

/** Adds a stratum in place, since there are very many; a time that was never on, or never off, tells nothing. */
const addTo = (
	sum: {-readonly [Name in keyof Sums]: number},
	{ownOn: a, ownOff: b, otherOn: c, otherOff: d, elsewhere}: Stratum,
): void => {
	if (a + b === 0 || a + c === 0 || b + d === 0) return;
	const total = a + b + c + d;
	const [r, s] = [(a * d) / total, (b * c) / total];
	const [p, q] = [(a + d) / total, (b + c) / total];
	sum.onStarts += a;
	sum.offStarts += b;
	sum.otherOn += c;
	sum.otherOff += d;
	sum.expectedOn += ((a + b) * (a + c)) / total;
	sum.expectedOff += ((a + b) * (b + d)) / total;
	sum.elsewhere += elsewhere;
	sum.r += r;
	sum.s += s;
	sum.pr += p * r;
	sum.psAndQr += p * s + q * r;
	sum.qs += q * s;
};

export const addSums = (one: Sums, two: Sums): Sums => ({
	onStarts: one.onStarts + two.onStarts,
	offStarts: one.offStarts + two.offStarts,
	otherOn: one.otherOn + two.otherOn,
	otherOff: one.otherOff + two.otherOff,
	expectedOn: one.expectedOn + two.expectedOn,
	expectedOff: one.expectedOff + two.expectedOff,
	elsewhere: one.elsewhere + two.elsewhere,
	r: one.r + two.r,
	s: one.s + two.s,
	pr: one.pr + two.pr,
	psAndQr: one.psAndQr + two.psAndQr,
	qs: one.qs + two.qs,
});

/** The strata of one collection, added up. */
export const sumStrata = (strata: readonly Stratum[]): Sums => {
	const sum = {...noSums};
	for (const stratum of strata) addTo(sum, stratum);
	return sum;
};

/** A lift with its interval; null: no such bound, or nothing to divide by. */
export type Estimate = {readonly lift: number | null; readonly low: number | null; readonly high: number | null};

/** Of a normal distribution, 95 of 100 lie within so many deviations. */
const deviations = 1.96;

/** By how much such numbers strayed in simulations of promotion by hand, beyond what chance explains. */
const byHandVariance = 0.04;

/** With starts on one side alone, only one bound can be told: exact, from the binomial distribution. */
const oneSided = ({onStarts, offStarts, expectedOn, expectedOff}: Sums, extra: number): Estimate => {
	const k = 0.025 ** (1 / (onStarts + offStarts));
	const widening = Math.exp(deviations * Math.sqrt(extra));
	if (offStarts === 0) {
		return {lift: null, low: ((k / (1 - k)) * (expectedOff / expectedOn)) / widening, high: null};
	}
	return {lift: 0, low: 0, high: ((1 - k) / k) * (expectedOff / expectedOn) * widening};
};

/** Mantel and Haenszel's common odds ratio, with the interval of Robins, Breslow and Greenland. */
export const estimate = (sums: Sums, rotated: boolean): Estimate => {
	const extra = rotated ? 0 : byHandVariance;
	const {r, s, pr, psAndQr, qs} = sums;
	if (sums.onStarts === 0 || sums.offStarts === 0) return oneSided(sums, extra);
	const lift = r / s;
	const variance = pr / (2 * r * r) + psAndQr / (2 * r * s) + qs / (2 * s * s) + extra;
	const factor = Math.exp(deviations * Math.sqrt(variance));
	return {lift, low: lift / factor, high: lift * factor};
};
