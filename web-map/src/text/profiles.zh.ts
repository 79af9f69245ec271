import { desk } from './desk.zh'
import { text as words } from '../text.zh'

const severities: Record<string, string> = { ERROR: '不得', WARN: '一般不得', INFO: '提示', OFF: '不查' }
const where = { URBAN: '建成区内', RURAL: '建成区外' }
const families = { STREET: '街路巷', ESTATE: '住宅区、楼宇', SETTLEMENT: '村落', FACILITY: '设施', WATER: '水利水系', DIVISION: '行政区划', NATURAL: '自然地理实体', PARK: '公园' }

/** The words of the rule profiles. */
export const profilesText = {
  title: '规则档案',
  lead: '系统据以判断地名的全部规则、词表、范围和期限，每一条都注明依据。',
  denied: '规则档案供工作人员查阅。',
  failed: '未能载入规则档案',
  profiles: '档案',
  own: '本单位',
  applies: (divisions: string) => `适用于区划代码 ${divisions} 开头的地方`,
  appliesAnywhere: '适用于没有更近档案的地方',
  inherits: '继承',
  version: '版本',
  versionOf: (n: number, current: boolean) => `第 ${n} 版${current ? '（现行）' : ''}`,
  old: (n: number) => `您看的是第 ${n} 版，不是现行版。旧版本用于解释当时的判断。`,
  showCurrent: '看现行版',
  search: '在本档案中查找',
  onlyOwn: (title: string) => `只看${title}自己规定的`,
  none: '没有符合的条目',
  key: '编号',
  source: '依据',
  origin: '来自',
  fromFile: (file: string) => `词表文件 ${file}`,
  words: (n: number) => `共 ${n} 个`,
  showWords: '展开',
  hideWords: '收起',
  rows: (n: number) => `${n} 条`,
  fields: {
    title: '名称', severity: '严重程度', old: '对老地名', categories: '适用类别', justify: '须写明理由', rule: '规则', match: '比对方式', words: '词', file: '词表文件', except: '例外',
    families: '通名族', also: '另可用', not: '不可用', classes: '类别代码', scope: '范围', where: '位于', tones: '声调须相同', merged: '不分 n/l 与 ng/零声母', characters: '字', readings: '读音',
    generics: '通名', any: '至少满足一项', all: '须全部满足', note: '说明', stage: '环节', role: '办理角色', level: '办理层级', types: '事项类型', papers: '文书', minimumDays: '至少几日', start: '起算',
    stop: '止算', state: '止算', length: '长度', unit: '单位', remindDays: '提前几日提醒', remind: '提前几日提醒', organisations: '批准机关', pauses: '停算的状态', number: '数值', value: '值', states: '环节', least: '至少',
  } as Record<string, string>,
  /** what the codes in a field mean */
  values: {
    severity: severities, old: severities, value: severities, categories: desk.categories, types: desk.types, scope: desk.scopes, where, role: words.roles, papers: desk.papers, organisations: desk.organisationKinds, families,
    stage: desk.states, start: desk.states, stop: desk.states, state: desk.states, states: desk.states, pauses: desk.states,
    match: { WHOLE: '整个专名相同', START: '专名开头', PART: '专名中含有', SOUND: '读音相同', LIST: '名单' },
    level: { VILLAGE: '村', TOWN: '乡镇', COUNTY: '区县', DISTRICT: '区县', PREFECTURE: '市', CITY: '市', PROVINCE: '省' },
    unit: { CALENDAR_DAY: '日', WORKING_DAY: '工作日', MONTH: '个月', YEAR: '年', days: '日', workdays: '工作日', months: '个月', years: '年' },
  } as Record<string, Record<string, string>>,
  measures: {
    widthMetres: '路宽（米）', lengthMetres: '长度（米）', siteSquareMetres: '占地面积（平方米）', floorSquareMetres: '建筑面积（平方米）', openSquareMetres: '公共场地面积（平方米）', storeys: '层数',
    greenPercent: '绿地占比（%）', floorAreaRatio: '容积率', coveragePercent: '建筑密度（%）',
  } as Record<string, string>,
} as const

export const severityTones: Record<string, string> = { ERROR: 'accent', WARN: 'amber', INFO: 'primary', OFF: '' }
