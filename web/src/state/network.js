// @ts-check
// How the layers of the network read: the rules that draw them carry their labels.
import { say } from '../text.js';

const fits = (rule, is) => Object.entries(rule.when).every(([field, wanted]) => is[field] === wanted);

/** @param {any} described @param {Record<string, any>} is attributes of a feature @returns {string[]} */
export const fittingLabels = (described, is) => (described?.rules ?? []).filter(rule => rule.label && fits(rule, is)).map(rule => say(rule.label));

/** What a code of a field is called; the code where nobody has named it. @param {any} described @param {string} field @param {string} code */
export const wordFor = (described, field, code) => say(described?.words?.[field]?.[code] ?? described?.rules.find(rule => rule.when[field] === code)?.label) || code;
