// @ts-check
// The map on paper is the map on the screen: it keeps its size while it is printed, made smaller where the paper is narrower.

/** Pixels that fit across a sheet of A4 within its margins. */
const ACROSS = 690;

/** @param {HTMLElement} part what is to keep its size @param {() => boolean} isWanted */
export function keepOnPaper(part, isWanted) {
  addEventListener('beforeprint', () => {
    const { width, height } = part.getBoundingClientRect();
    if (!isWanted() || !width) return;
    Object.assign(part.style, { width: `${width}px`, height: `${height}px`, zoom: String(Math.min(1, ACROSS / width)) });
  });
  addEventListener('afterprint', () => Object.assign(part.style, { width: '', height: '', zoom: '' }));
}
