// @ts-check
// Sentences of the layers over the map, in Vietnamese.
export default {
  'layers.title': 'Lớp bản đồ',
  'layers.chosen': 'Lớp bản đồ ({n})',
  'layers.failed': 'Một phần lớp bản đồ chưa tải được.',
  'layers.closer': 'Phóng to bản đồ để thấy lớp này.',
  'layers.from-zoom': 'từ mức phóng {zoom}',
  'layer.roads': 'Đường giao thông',
  'layer.canals': 'Kênh mương',
  'layer.power-lines': 'Lưới điện',
  'layer.substations': 'Trạm biến áp',
  'layer.command-areas': 'Vùng tưới',
  'layer.villages': 'Thôn, bản',
  'layer.works': 'Công trình',
};
