// @ts-check
// Something several parts look at and change, in the form of a resource that is always ready.

/**
 * @template T @param {T} start
 * @returns {{read: () => {status: 'ready', data: T, trouble: null}, on: (listener: () => void) => void, retry: () => void, now: () => T, become: (change: Partial<T>) => void}}
 */
export function board(start) {
  let now = start;
  const listeners = new Set();
  return {
    read: () => ({ status: 'ready', data: now, trouble: null }),
    on: listener => listeners.add(listener),
    retry: () => {},
    now: () => now,
    become(change) {
      now = { ...now, ...change };
      listeners.forEach(listener => listener());
    },
  };
}
