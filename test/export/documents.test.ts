import {expect, test} from 'vitest';
import type {Document} from '../../source/export/document.ts';
import {toHtml} from '../../source/export/html.ts';
import {toMarkdown} from '../../source/export/markdown.ts';

const year: Document = {
	title: '2026 so far',
	paragraphs: ['21 380 plays.', 'Film of the year: Anatomy of a Storm.'],
	tables: [
		{
			title: 'By month',
			table: {
				columns: ['month', 'total_plays', 'note'],
				rows: [
					['Jan', 2410, null],
					['Feb', 0, 'a|b'],
				],
			},
		},
		{title: '', table: {columns: ['x'], rows: []}},
	],
};

/** A document in which every text is this one. */
const allOf = (text: string): Document => ({
	title: text,
	paragraphs: [text],
	tables: [{title: text, table: {columns: [text], rows: [[text]]}}],
});

test('Markdown: a heading, paragraphs, tables with numbers on the right', () => {
	expect(toMarkdown(year)).toBe(`# 2026 so far

21 380 plays.

Film of the year: Anatomy of a Storm.

## By month

| month | total\\_plays | note |
| --- | ---: | --- |
| Jan | 2410 |  |
| Feb | 0 | a\\|b |

| x |
| --- |
`);
});

test.each([
	['**bold** _it_ `code` [link](x) ![i](y)', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\[link\\](x) !\\[i\\](y)'],
	['<script>alert(1)</script> &amp;', '\\<script\\>alert(1)\\</script\\> \\&amp;'],
	['- a', '\\- a'],
	['12. Angry', '12\\. Angry'],
	['1) first', '1\\) first'],
	['=== x', '\\=== x'],
	['# no heading', '\\# no heading'],
	['a\nb\r\n\n# c', 'a b \\# c'],
	[
		'http://evil.example www.evil.example me@evil.example',
		'http\\://evil.example www\\.evil.example me\\@evil.example',
	],
	['2001: A Space Odyssey', '2001: A Space Odyssey'],
	['back\\slash | pipe ~~no~~ $x$', 'back\\\\slash \\| pipe \\~\\~no\\~\\~ \\$x\\$'],
])('Markdown: %j means nothing', (text, inert) => {
	expect(toMarkdown(allOf(text)).split('\n')).toEqual([
		`# ${inert}`,
		'',
		inert,
		'',
		`## ${inert}`,
		'',
		`| ${inert} |`,
		'| --- |',
		`| ${inert} |`,
		'',
	]);
});

test('HTML: a page of its own that loads and runs nothing', () => {
	const html = toHtml(year);
	expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
	expect(html).toContain('content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"');
	expect(html).toContain('<h1>2026 so far</h1>\n<p>21 380 plays.</p>');
	expect(html).toContain('<h2>By month</h2>\n<table>');
	expect(html).toContain('<tr><td>Jan</td><td class="n">2410</td><td></td></tr>');
	expect(html).not.toMatch(/<script|src=|href=|\son\w+=/i);
});

test('HTML: no text is markup', () => {
	const html = toHtml(allOf('<script>"x"&\'y\'</script>'));
	const inert = '&lt;script&gt;&quot;x&quot;&amp;&#39;y&#39;&lt;/script&gt;';
	expect(html).not.toContain('<script');
	expect(html.split(inert)).toHaveLength(7);
});
