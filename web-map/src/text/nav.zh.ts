/** The words that lead from page to page. */
export const nav = {
  label: '主导航',
  open: '打开导航',
  map: '地图',
  desk: '工作台',
  cases: '地名事项',
  newCase: '新建事项',
  deadlines: '期限',
  register: '地名册',
  numbering: '门牌编号',
  plates: '门牌',
  signs: '地名标志',
  boundaries: '界线界桩',
  protection: '保护名录',
  profiles: '规则档案',
  comments: '征求意见',
  audit: '审计日志',
} as const
