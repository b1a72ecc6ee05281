// @ts-check
// Photographs of works: listed for everybody, sent and taken out by the administrator, whose token this window keeps.
import * as api from '../api.js';
import { token } from './administrator.js';

/** True if photographs can be sent from this window. */
export const maySend = () => token() !== '';

const path = work => `/api/network/works/${encodeURIComponent(work)}/photos`;

/** Where a photograph is. @param {string} work @param {string} id @param {'whole'|'small'} size */
export const placeOf = (work, id, size) => api.address(`${path(work)}/${id}`, { size });

/** @param {string} work @returns {Promise<any[]>} */
export const list = async work => (await api.getPhotos(work)).rows;

/** @param {string} work @param {File} file @param {string} caption */
export const send = (work, file, caption) => api.administer(token(), 'POST', api.address(path(work), { caption }), file);

/** @param {string} work @param {string} id */
export const remove = (work, id) => api.administer(token(), 'DELETE', `${path(work)}/${id}`);
