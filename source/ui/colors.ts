/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** "#58b8d0" as numbers. */
export const rgbOf = (hex: string): Rgb => {
	const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
	return [part(1), part(3), part(5)];
};

/** Light of one part, from 0 to 1: sRGB without its curve. */
export const linear = (part: number): number => {
	const share = part / 255;
	return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([red, green, blue]: Rgb): number =>
	0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Contrast of two colours as WCAG counts it, from 1 to 21. */
export const contrast = (one: Rgb, two: Rgb): number => {
	const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

const levels = [0, 95, 135, 175, 215, 255];

/** A colour of the 256 that is the same in every terminal (16 to 255): a cube of six levels, then greys. */
export const rgbOf256 = (index: number): Rgb => {
	if (index >= 232) {
		const grey = 8 + (index - 232) * 10;
		return [grey, grey, grey];
	}
	const at = index - 16;
	const level = (step: number): number => levels[Math.floor(at / step) % 6] ?? 0;
	return [level(36), level(6), level(1)];
};

/** A colour in CIE L*a*b* (D65), where distances are those that people see. `light` is linear, from 0 to 1. */
export const labOf = (light: Rgb): Rgb => {
	const [red, green, blue] = light;
	const curve = (part: number): number =>
		part > 216 / 24_389 ? Math.cbrt(part) : (part * 24_389) / 27 / 116 + 16 / 116;
	const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
	const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
	const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** How far two colours lie apart (CIE76). */
export const distance = (one: Rgb, two: Rgb): number => Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);

const linearRgb = ([red, green, blue]: Rgb): Rgb => [linear(red), linear(green), linear(blue)];

/** The nearest of the 256 colours that reads on `back` with this contrast at least; the nearest of all where none does. */
export const nearest256 = (color: Rgb, back: Rgb, least: number): number => {
	const wanted = labOf(linearRgb(color));
	const far = (index: number): number => distance(wanted, labOf(linearRgb(rgbOf256(index))));
	const all = Array.from({length: 240}, (_, at) => at + 16);
	const readable = all.filter(index => contrast(rgbOf256(index), back) >= least);
	return (readable.length > 0 ? readable : all).reduce((best, index) => (far(index) < far(best) ? index : best));
};
