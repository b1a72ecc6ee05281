// @ts-check
// Sentences of the photographs of works.
/** @type {Record<string, string>} */
export default {
  'photo.title': 'Photographs of the work',
  'photo.of': 'Photograph: {work}',
  'photo.taken': 'taken on {day}',
  'photo.number': '{n}/{of}',
  'photo.open': 'See it large',
  'photo.close': 'Close the photograph',
  'photo.before': 'Photograph before',
  'photo.after': 'Next photograph',
  'photo.add': 'Add a photograph',
  'photo.file': 'JPEG or PNG (the place it was taken is not kept)',
  'photo.caption': 'Caption',
  'photo.send': 'Send it',
  'photo.sending': 'Being sent…',
  'photo.remove': 'Take it out',
  'photo.sure': 'Really take it out?',
};
