/**
 * The value that comes at a rank, counted from 1, when values are put in order, the highest first: with a heap of as
 * many values as the rank says, since few of many are wanted.
 * @returns below all values where there are fewer than that; above all for rank 0
 */
export function valueAtRank(values: Float64Array, rank: number): number {
  if (rank >= values.length) return -Infinity;
  if (rank === 0) return Infinity;
  const heap = values.slice(0, rank);
  for (let i = (rank >>> 1) - 1; i >= 0; i--) sift(heap, i);
  for (let i = rank; i < values.length; i++) {
    if ((values[i] as number) <= (heap[0] as number)) continue;
    heap[0] = values[i] as number;
    sift(heap, 0);
  }
  return heap[0] as number;
}

/** Lets a value of a heap, the smallest first, sink to its place. */
function sift(heap: Float64Array, from: number): void {
  const value = heap[from] as number;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
