/** A min-heap of numbers: the least one comes out first. */
export const createHeap = () => {
	const heap: number[] = [];
	const swap = (one: number, two: number): void => {
		const held = heap[one] ?? 0;
		heap[one] = heap[two] ?? 0;
		heap[two] = held;
	};
	const up = (index: number): void => {
		const parent = (index - 1) >> 1;
		if (index === 0 || (heap[parent] ?? 0) <= (heap[index] ?? 0)) return;
		swap(index, parent);
		up(parent);
	};
	const down = (index: number): void => {
		const [left, right] = [2 * index + 1, 2 * index + 2];
		let least = index;
		if (left < heap.length && (heap[left] ?? 0) < (heap[least] ?? 0)) least = left;
		if (right < heap.length && (heap[right] ?? 0) < (heap[least] ?? 0)) least = right;
		if (least === index) return;
		swap(index, least);
		down(least);
	};
	return {
		size: () => heap.length,
		first: () => heap[0] ?? Number.POSITIVE_INFINITY,
		push: (value: number): void => {
			heap.push(value);
			up(heap.length - 1);
		},
		pop: (): void => {
			const last = heap.pop();
			if (heap.length === 0 || last === undefined) return;
			heap[0] = last;
			down(0);
		},
	};
};
