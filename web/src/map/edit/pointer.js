// @ts-check
// While somebody draws, clicks and keys over the map are for the drawing alone. Dragging, the wheel and pinching still move the map.

const TEXT = 'input, select, textarea';
/** What Escape closes by itself. */
const CLOSING = 'dialog, .picked, .card';
const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const [NEAR, FAR] = [12, 90];
/** Pixels within which a place is caught. */
const REACH = 12;
const FINGER = 22;

/**
 * @param {any} map
 * @param {{isOn: () => boolean, over: (place: number[], reach: number) => void, out: () => void, click: (place: number[], reach: number) => void, end: () => void,
 *          escape: () => void, back: () => void, undo: () => void, redo: () => void, isCentred: () => boolean}} how
 *   isCentred: whether the middle of the map is where the keyboard draws
 */
export function pointer(map, how) {
  const host = map.getContainer();
  const place = event => {
    const { lat, lng } = map.mouseEventToLatLng(event);
    return [lng, lat];
  };
  const centre = () => [map.getCenter().lng, map.getCenter().lat];
  const isKnob = event => /** @type {Element} */ (event.target).closest?.('.knob');
  let wasMoved = false;

  function click(event) {
    if (!how.isOn() || isKnob(event) || !host.contains(event.target)) return;
    event.stopPropagation();
    // Of a double click the first has placed the vertex; a drag of the map is no click.
    if (event.detail > 1 || wasMoved) return;
    how.click(place(event), event.pointerType === 'touch' ? FINGER : REACH);
  }
  function double(event) {
    if (!how.isOn() || isKnob(event) || !host.contains(event.target)) return;
    event.stopPropagation();
    event.preventDefault();
    how.end();
  }
  const around = host.parentElement;
  around.addEventListener('click', click, true);
  around.addEventListener('dblclick', double, true);
  map.on('dragstart', () => { wasMoved = true; });
  host.addEventListener('pointerdown', () => { wasMoved = false; }, true);
  host.addEventListener('mousemove', event => how.isOn() && !isKnob(event) && how.over(place(event), REACH));
  host.addEventListener('mouseleave', () => how.isOn() && how.out());
  map.on('move', () => how.isOn() && how.isCentred() && host === document.activeElement && how.over(centre(), REACH));

  function pan(by) {
    host.focus({ preventScroll: true });
    map.panBy(by, { animate: false });
  }

  function keydown(event) {
    if (!how.isOn()) return;
    const target = /** @type {Element} */ (event.target);
    // A click has put the focus on the commune under it.
    const isMap = host.contains(target) && !isKnob(event) || target === document.body;
    const isTyping = target.matches(TEXT);
    const held = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (held && key === 'z' && !isTyping) how[event.shiftKey ? 'redo' : 'undo']();
    else if (held && key === 'y' && !isTyping) how.redo();
    else if (held) return;
    else if (key === 'escape' && !isTyping && !target.closest(CLOSING)) how.escape();
    else if (!isMap) return;
    else if (key === 'enter') how.end();
    else if (key === 'backspace') how.back();
    else if (key === ' ' && how.isCentred()) how.click(centre(), REACH);
    else if (event.key in PAN && how.isCentred()) pan(PAN[event.key].map(one => one * (event.shiftKey ? FAR : NEAR)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  document.addEventListener('keydown', keydown, true);
}
