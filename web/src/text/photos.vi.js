// @ts-check
// Câu chữ của ảnh công trình.
/** @type {Record<string, string>} */
export default {
  'photo.title': 'Ảnh công trình',
  'photo.of': 'Ảnh: {work}',
  'photo.taken': 'chụp ngày {day}',
  'photo.number': '{n}/{of}',
  'photo.open': 'Xem ảnh lớn',
  'photo.close': 'Đóng ảnh',
  'photo.before': 'Ảnh trước',
  'photo.after': 'Ảnh sau',
  'photo.add': 'Thêm ảnh',
  'photo.file': 'Ảnh JPEG hoặc PNG (vị trí chụp không được lưu)',
  'photo.caption': 'Chú thích',
  'photo.send': 'Gửi ảnh',
  'photo.sending': 'Đang gửi…',
  'photo.remove': 'Gỡ ảnh',
  'photo.sure': 'Gỡ hẳn ảnh này?',
};
