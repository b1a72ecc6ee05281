// @ts-check
// The administrator's token: kept for this window alone and sent to this server alone.
const KEY = 'langmap.token';

export const token = () => sessionStorage.getItem(KEY) ?? '';
/** @param {string} given */
export const keep = given => sessionStorage.setItem(KEY, given);
export const forget = () => sessionStorage.removeItem(KEY);

/** True if the server did not take the token. @param {any} trouble */
export const isTurnedAway = trouble => [401, 403].includes(trouble.status);
