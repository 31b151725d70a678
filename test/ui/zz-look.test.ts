import {test} from 'vitest';
import {setStage} from './stage.ts';

const sizes = (process.env['SIZES'] ?? '80x24').split(',').map(s => s.split('x').map(Number));
test('look', async () => {
	for (const [columns, rows] of sizes) {
		const stage = await setStage({columns: columns ?? 80, rows: rows ?? 24, sources: {}});
		await stage.press(...(process.env['KEYS'] ?? '').split(' ').filter(Boolean));
		process.stdout.write(
			`${columns}x${rows}\n${stage
				.text()
				.split('\n')
				.map(l => l + '|')
				.join('\n')}\n`,
		);
	}
});
