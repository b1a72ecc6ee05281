// @ts-check
// Web Mercator, as tiles and the map are in it.

/** Where a place lies on the whole square, from nought to one, right and down. @param {number[]} place longitude, latitude @returns {number[]} */
export const mercator = ([lon, lat]) => [lon / 360 + 0.5, 0.5 - Math.asinh(Math.tan(lat * Math.PI / 180)) / (2 * Math.PI)];
