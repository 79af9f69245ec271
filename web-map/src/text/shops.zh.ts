/** The words of the desk where shops are verified and handed to map platforms. */
export const shops = {
  title: '乡村店铺',
  failed: '没能取得数据',
  cancel: '取消',
  states: { DRAFT: '商户修改中', SUBMITTED: '待审核', ASKED: '待补充', ACCEPTED: '已通过', REJECTED: '未通过' },
  queue: { all: '全部', text: '店名的一部分，或店铺电话', none: '没有符合条件的申报', more: '更多', pick: '选择一条申报', change: '变更', fresh: '新店', claim: '认领' },
  card: {
    category: '类别', phone: '店铺电话', phonePublic: '公开', phonePrivate: '不公开', merchant: '商户手机', hours: '营业时间', address: '地址', door: '所选门牌', creditCode: '信用代码',
    description: '简介', products: '产品', where: '位置', accuracy: (metres: number) => `±${Math.round(metres)} 米`, metres: (metres: number) => `${Math.round(metres)} 米`,
    purposes: { FRONT: '门面照', GENERAL: '照片', LICENCE: '营业执照' },
    photos: '门面照与营业执照', others: '其他照片',
    alike: '可能重复的店铺', noAlike: '没有同名、同电话、同位置的店铺', warnings: '请留意', events: '经过', page: '公开页面', poster: '海报',
    before: '原为', private: '商户手机与营业执照只供核实，不得对外提供（个人信息保护法第二十五条）。', allYear: '全年', months: (months: readonly number[]) => `${months.join('、')} 月`,
    filed: '申报', known: '地名册',
  },
  act: {
    ACCEPT: '通过', ASK: '请补充', REJECT: '不通过',
    ASKReason: '要补充什么？商户会看到这句话', REJECTReason: '为什么不通过？商户会看到这句话', needed: '请写明（至多 300 字）', longest: 300,
    done: '已处理', stale: '已有变化，已刷新', usual: { ASK: ['门面照看不清招牌，请重新拍摄', '营业执照看不清，请重新拍摄', '位置与门牌不符，请到店门口重新定位'], REJECT: ['与已有店铺重复', '店名与营业执照不符', '不是实际经营的店铺'] },
  },
  platforms: {
    title: '地图平台', all: '批量提交包', allHint: (platform: string) => `${platform}：尚未提交的全部店铺`, bundle: '提交包', fine: '预检没有问题', refused: '会退回', risky: '可能影响通过', source: '要求的出处',
    note: { SUBMITTED: '记为已提交', ACCEPTED: '记为已采纳', REJECTED: '记为未采纳' }, reason: '平台为什么不采纳？', needed: '请写明原因（至多 200 字）', noted: '已记录',
  },
} as const
