import {describe, expect, test} from 'vitest';
import {namedThemes, type ThemeChoice} from '../../source/domain/themes.ts';
import {contrast, distance, labOf, linear, type Rgb, rgbOf, rgbOf256} from '../../source/ui/colors.ts';
import {type Background, leastContrast, paletteOf, themeFor} from '../../source/ui/theme.ts';

/** What somebody without green cones sees of a colour, in linear light (Machado, Oliveira and Fernandes 2009, severity 1). */
const deuteranopia = (color: Rgb): Rgb => {
	const light = color.map(linear);
	const mixed = (red: number, green: number, blue: number): number =>
		Math.max(0, Math.min(1, red * (light[0] ?? 0) + green * (light[1] ?? 0) + blue * (light[2] ?? 0)));
	return [
		mixed(0.367_322, 0.860_646, -0.227_968),
		mixed(0.280_085, 0.672_501, 0.047_413),
		mixed(-0.011_82, 0.042_94, 0.968_881),
	];
};

const apart = (one: Rgb, two: Rgb): number => distance(labOf(deuteranopia(one)), labOf(deuteranopia(two)));

/** The colour that an SGR look asks for. */
const colorOf = (look: string): Rgb => {
	const [, kind, ...rest] = look.split(';').map(Number);
	return kind === 5 ? rgbOf256(rest[0] ?? 0) : [rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0];
};

const roles = ['accent', 'copy', 'transcode', 'bad'] as const;
const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

const cases = (['auto', ...namedThemes] as const).flatMap(theme =>
	(['dark', 'light'] as const).flatMap(background =>
		(['truecolor', '256'] as const).map((level): [ThemeChoice, Exclude<Background, 'unknown'>, typeof level] => [
			theme,
			background,
			level,
		]),
	),
);

describe.each(cases)('%s, %s, %s', (theme, background, level) => {
	const looks = themeFor(level, background, {theme, colors: {}});
	const own = rgbOf(paletteOf(theme, background)?.back ?? '');
	const [back, text] = background === 'dark' ? [black, white] : [white, black];

	test.each(roles)('%s can be read', role => {
		const color = colorOf(looks[role]);
		expect(contrast(color, back)).toBeGreaterThanOrEqual(leastContrast);
		expect(contrast(color, own)).toBeGreaterThanOrEqual(leastContrast);
	});

	test('direct play, direct stream and transcode are three colours for everybody', () => {
		const [copy, transcode] = [colorOf(looks.copy), colorOf(looks.transcode)];
		expect(apart(text, copy)).toBeGreaterThanOrEqual(25);
		expect(apart(text, transcode)).toBeGreaterThanOrEqual(25);
		expect(apart(copy, transcode)).toBeGreaterThanOrEqual(25);
	});
});

test('contrast is that of WCAG, distance that of CIE', () => {
	expect(contrast(black, white)).toBeCloseTo(21, 6);
	expect(contrast(rgbOf('#767676'), white)).toBeCloseTo(4.54, 2);
	expect(distance(labOf([1, 1, 1]), labOf([0, 0, 0]))).toBeCloseTo(100, 2);
	expect(labOf([1, 0, 0]).map(Math.round)).toEqual([53, 80, 67]);
});
