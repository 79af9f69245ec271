// Makes queries of the 30 classes of the search evaluation out of a set of places:
//   npm install && node perturb.mjs places.jsonl.gz --seed 7 --count 30 [--classes c24,c25] [--towns 4401,4402] > queries.jsonl
// Its tables are other ones than the engine's: sounds from pinyin-pro, traditional characters from OpenCC, look-alikes from
// rendered glyphs (look-alike-glyphs.tsv: the nearest bitmaps of Noto Sans CJK), noise words of its own.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'

const [file, ...flags] = process.argv.slice(2)
const option = (name, fallback) => {
  const at = flags.indexOf(`--${name}`)
  return at < 0 ? fallback : flags[at + 1]
}
const COUNT = Number(option('count', 30))
const WANTED = option('classes', '').split(',').filter(Boolean)
const AREAS = option('towns', '').split(',').filter(Boolean)

// ---- chance, repeatable
let state = Number(option('seed', 1)) * 2654435761 % 4294967296
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 4294967296
}
const below = n => Math.floor(random() * n)
const pick = list => list[below(list.length)]

// ---- places
const bytes = readFileSync(file)
const rows = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n').map(line => JSON.parse(line))
const byCode = new Map()
for (const row of rows) if (!byCode.has(row.code)) byCode.set(row.code, row)
const chainOf = row => row.parents.filter(code => /^\d+$/.test(code)).map(code => byCode.get(code)).filter(Boolean).reverse()
const nameOf = row => row.type === 'door' ? byCode.get(row.street).name + row.housenumber : row.name
const places = rows.filter(row => row.code.startsWith('44') || /^[DP]/.test(row.code)).map(row => {
  const chain = chainOf(row)
  return { row, name: nameOf(row), chain, county: chain.find(d => d.type === 'county'), city: chain.find(d => d.type === 'city'), town: chain.find(d => d.type === 'town') }
}).filter(p => p.county && p.name && (AREAS.length === 0 || AREAS.some(area => p.county.code.startsWith(area))))
const ofType = type => places.filter(p => p.row.type === type)
const villages = ofType('village'), streets = ofType('street'), doors = ofType('door'), pois = ofType('poi'), towns = ofType('town')
const named = new Map()
for (const p of places) named.set(p.name, [...(named.get(p.name) ?? []), p])
const within = (p, area) => area && p.chain.some(d => d.code === area.code)
const same = (p, area) => named.get(p.name).filter(other => within(other, area)).map(other => other.row.code)
const sounding = (p, area) => places.filter(q => within(q, area) && q.row.type !== 'door' && spelled(q.name) === spelled(p.name)).map(q => q.row.code)
const doorsOf = new Map()
for (const d of doors) doorsOf.set(d.row.street, [...(doorsOf.get(d.row.street) ?? []), d])

// ---- tables
const han = /\p{Script=Han}/u
const frequency = new Map()
for (const p of [...villages, ...streets]) for (const c of p.name) if (han.test(c)) frequency.set(c, (frequency.get(c) ?? 0) + 1)
const usual = [...frequency].filter(([, n]) => n >= 8).map(([c]) => c)
const sound = c => pinyin(c, { toneType: 'none', v: true })
const bySound = new Map()
for (const c of usual) bySound.set(sound(c), [...(bySound.get(sound(c)) ?? []), c])
const glyphs = new Map(readFileSync(new URL('look-alike-glyphs.tsv', import.meta.url), 'utf8').trim().split('\n').map(line => line.split('\t')))
const traditional = [Converter({ from: 'cn', to: 'hk' }), Converter({ from: 'cn', to: 'tw' })]
const spelled = text => pinyin(text, { toneType: 'none', type: 'array', v: true }).join('')
const initials = text => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
const SUFFIX = /(社区|村|居委会|大道|横街|路|街|巷|镇|街道|乡)$/
const bare = name => [...name].length < 3 ? name : name.replace(/(特别行政区|自治区|自治州|省|市|区|县|镇|乡|街道)$/, '')
const BEFORE = ['请把快递送到', '麻烦送到', '我要去', '帮忙查一下', '地点：', '送货至', '到达', '位置在', '客户地址 ', '导航去']
const AFTER = ['门口', '旁边', '，谢谢', '怎么走', '对面', '路口', '附近的', '那里', '在哪', '一带']
const NUMERALS = '零一二三四五六七八九'
const chinese = n => n < 10 ? NUMERALS[n] : n < 20 ? '十' + (n % 10 ? NUMERALS[n % 10] : '') : n < 100 ? NUMERALS[Math.floor(n / 10)] + '十' + (n % 10 ? NUMERALS[n % 10] : '') : String(n)

// ---- faults
const stem = name => name.replace(/\d+号.*$/, '').replace(/[一二三四五六七八九十]+巷$/, '').replace(SUFFIX, '')
const replaceIn = (name, choose) => {
  const letters = [...name]
  const places = letters.map((c, i) => i).filter(i => i < [...stem(name)].length && choose(letters[i]).length > 0)
  if (places.length === 0) return null
  const at = pick(places)
  letters[at] = pick(choose(letters[at]))
  return letters.join('')
}
const homophone = name => replaceIn(name, c => han.test(c) ? (bySound.get(sound(c)) ?? []).filter(other => other !== c) : [])
const lookAlike = name => replaceIn(name, c => [...(glyphs.get(c) ?? '')].slice(0, 3))
const dropped = name => {
  const letters = [...name.replace(/\d+号$/, '')]
  if (letters.length < 4) return null
  const at = below([...stem(name)].length || 1)
  return [...name].filter((_, i) => i !== at).join('')
}
const swapped = name => {
  const letters = [...name]
  const last = [...stem(name)].length
  if (last < 2) return null
  const at = below(last - 1)
  if (letters[at] === letters[at + 1]) return null
  ;[letters[at], letters[at + 1]] = [letters[at + 1], letters[at]]
  return letters.join('')
}
const CONFUSED = [[/^n/, 'l'], [/^l/, 'n'], [/^f/, 'h'], [/^zh/, 'z'], [/^z(?!h)/, 'zh'], [/^ch/, 'c'], [/^sh/, 's'], [/ang$/, 'an'], [/an$/, 'ang'], [/eng$/, 'en'], [/ing$/, 'in'], [/in$/, 'ing']]
const dialect = name => replaceIn(name, c => {
  if (c === '涌') return ['冲']
  if (!han.test(c)) return []
  return CONFUSED.flatMap(([from, to]) => from.test(sound(c)) ? bySound.get(sound(c).replace(from, to)) ?? [] : [])
})

// ---- queries
const queries = []
const ask = (cls, text, expected, p, extra = {}) => queries.push({
  id: `${cls}_${queries.filter(q => q.cls === cls).length}`, cls, q: text,
  exp: expected.length === 1 ? expected[0] : expected, type: p?.row.type ?? null, name: p?.name ?? null, pt: p?.row.pt ?? null, bias: null, full: p?.row.full ?? null, ...extra,
})
const some = () => pick(pick([villages, villages, streets, doors, towns]))
const thing = () => pick(pick([villages, streets, doors]))
const unique = p => p.town ? [p.row.code, ...same(p, p.town).filter(code => code !== p.row.code)] : [p.row.code]
const head = p => p.county.name + (p.town && p.row.type !== 'town' ? p.town.name : '')
const near = p => [p.row.pt[0] + 0.01, p.row.pt[1] - 0.01].map(x => Math.round(x * 1e4) / 1e4)
const make = {
  c01_exact_full: () => { const p = some(); return [p.row.full, unique(p), p] },
  c02_spaced_full: () => { const p = some(); return [[...p.chain.map(d => d.name).filter((n, i, all) => all.indexOf(n) === i), p.name].join(pick([' ', '，', ', '])), unique(p), p] },
  c03_missing_levels: () => { const p = thing(); const all = same(p, p.county); return all.length === 1 && [p.city.name + p.county.name + p.name, all, p] },
  c04_abbrev_no_suffix: () => { const p = thing(); return [bare(p.city.name) + bare(p.county.name) + bare(p.town.name) + p.name, unique(p), p] },
  c05_county_name_only: () => { const p = thing(); const all = same(p, p.county); return all.length === 1 && [p.county.name + p.name, all, p] },
  c06_homophone: () => faulty(homophone),
  c07_lookalike: () => faulty(lookAlike),
  c08_char_dropped: () => faulty(dropped),
  c09_char_swapped: () => faulty(swapped),
  c10_extra_words: () => { const p = thing(); const text = p.city.name + head(p) + p.name; return [pick([pick(BEFORE) + text, text + pick(AFTER), pick(BEFORE) + text + pick(AFTER)]), unique(p), p] },
  c11_pinyin_full: () => { const p = pick([...villages, ...streets, ...towns]); const all = sounding(p, p.county); return all.length === 1 && [spelled(bare(p.county.name)) + ' ' + spelled(p.name), all, p] },
  c12_pinyin_initials: () => { const p = pick([...villages, ...streets]); return [...p.name].length > 2 && [initials(p.name), places.filter(q => q.town === p.town && q.row.type !== 'door' && initials(q.name) === initials(p.name)).map(q => q.row.code), p, { bias: near(p) }] },
  c13_mixed_hanzi_pinyin: () => { const p = pick([...villages, ...streets]); const all = sounding(p, p.county); return all.length === 1 && [bare(p.county.name) + spelled(p.name), all, p] },
  c14_traditional: () => { const p = thing(); return [pick(traditional)(head(p) + p.name), unique(p), p] },
  c15_fullwidth_digits: () => { const p = pick(doors); return [head(p) + p.name.replace(/\d/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)), unique(p), p] },
  c16_chinese_numerals: () => { const p = pick(doors); return [head(p) + p.name.replace(/\d+/, n => chinese(Number(n))), unique(p), p] },
  c17_swapped_order: () => { const p = thing(); return [[p.name, p.town.name, p.county.name, p.city.name].filter((n, i, all) => all.indexOf(n) === i).join(pick([' ', ', '])), unique(p), p] },
  c18_old_name: () => { const p = pick(streets.filter(s => s.row.old)); return [head(p) + p.row.old, streets.filter(s => s.row.old === p.row.old && s.town === p.town).map(s => s.row.code), p] },
  c19_suffix_variant: () => { const p = pick(villages); const s = p.name.replace(/(村|社区)$/, ''); return s !== p.name && !places.some(q => q !== p && q.town === p.town && q.name.startsWith(s)) && [head(p) + s + pick(['村委会', '居委会', '社区', '村', '村民委员会', '社区居委会'].filter(t => s + t !== p.name)), unique(p), p] },
  c20_prefix_typeahead: () => { const p = pick([...villages, ...streets]); const text = bare(p.county.name) + p.name; const all = same(p, p.county); return all.length === 1 && [[...text].slice(0, Math.max([...bare(p.county.name)].length + 2, Math.ceil([...text].length * 0.7))).join(''), all, p, { bias: near(p) }] },
  c21_wrong_parent: () => { const p = thing(); const other = pick(rows.filter(r => r.type === 'county' && r.code !== p.county.code && r.code.startsWith(p.county.code.slice(0, 4)))); return other && [p.city.name + other.name + p.town.name + p.name, unique(p), p] },
  c22_poi_with_address: () => { const p = pick(pois); return [head(p) + byCode.get(p.row.street).name + p.row.housenumber + p.name, unique(p).filter(code => byCode.get(code).street === p.row.street), p] },
  c23_missing_door: () => {
    const p = pick(doors); const numbers = doorsOf.get(p.row.street).map(d => parseInt(d.row.housenumber)); const free = []
    for (let n = Math.min(...numbers); n < Math.max(...numbers); n++) if (!numbers.includes(n)) free.push(n)
    const street = byCode.get(p.row.street)
    return free.length && [head(p) + street.name + pick(free) + '号', streets.filter(s => s.name === street.name && s.town === p.town).map(s => s.row.code), p]
  },
  c24_unknown: () => {
    const p = pick([...villages, ...streets])
    const name = below(2) ? pick([...villages, ...streets]).name : pick(usual) + pick(usual) + (below(2) ? pick(usual) : '') + pick(['村', '社区', '路', '街', '大道'])
    const s = stem(name)
    return s.length > 1 && !places.some(q => within(q, p.county) && stem(q.name).includes(s)) && !rows.some(r => r.type === 'town' && r.name.startsWith(s)) && [pick([p.city.name, '广东省' + p.city.name, '']) + head(p) + name, [], null]
  },
  c25_intersection: () => {
    const p = pick(streets); const others = streets.filter(s => s.town === p.town && s.name !== p.name)
    if (below(2)) return [head(p) + p.name + pick(['往东100米', '以北50米', '东侧200米', '西南方向300米', '向南约80米']), unique(p), p]
    if (others.length === 0) return null
    const q = pick(others)
    return [head(p) + p.name + pick(['与', '和', '/']) + q.name + pick(['交叉口', '交汇处', '路口', '']), [...unique(p), ...unique(q)], p]
  },
  c26_unit: () => { const p = pick(doors); return [head(p) + p.name.replace(/(\d+)号/, (_, n) => pick([`${n}号之一`, `${n}号之二`, `${n}-${Number(n) + 4}号`, `${n}号3栋2单元501室`, `${n}号A座1203`, `${n}号一楼`, `${n}号大院5栋`, `${n}号101房`, `${n}号首层之三铺`])), unique(p), p] },
  c27_dialect: () => faulty(dialect),
  c28_same_name_near: () => {
    const p = pick([...villages, ...streets]); const all = named.get(p.name).filter(q => q.row.type === p.row.type)
    const [x, y] = near(p); const nearest = all.map(q => [Math.hypot(q.row.pt[0] - x, q.row.pt[1] - y), q]).sort((a, b) => a[0] - b[0])[0][1]
    return all.length > 3 && [p.name, [nearest.row.code], nearest, { bias: [x, y] }]
  },
  c29_two_errors: () => {
    const faults = [homophone, lookAlike, dropped, swapped, dialect]
    const one = pick(faults), other = pick(faults.filter(f => f !== one))
    return faulty(name => { const once = one(name); return once && [...stem(name)].length > 2 ? other(once) : null })
  },
  c30_romanised: () => {
    const kind = below(3)
    if (kind === 0) {
      const p = pick([...villages, ...towns].filter(q => /[^\u4e00-\u9fff\w]/u.test(q.name)))
      return p && [head(p) + p.name, unique(p), p]
    }
    const p = pick(kind === 1 ? streets : doors); const street = p.row.type === 'door' ? byCode.get(p.row.street).name : p.name
    const found = /^(.+?)(东|西|南|北|中|)(大道|路|街|巷)$/.exec(street)
    if (!found) return null
    const cap = s => s[0].toUpperCase() + s.slice(1)
    const WAYS = { 大道: ['Dadao', 'Avenue', 'Ave'], 路: ['Lu', 'Road', 'Rd'], 街: ['Jie', 'Street', 'St'], 巷: ['Xiang', 'Lane', 'Ln'] }
    const SIDES = { 东: 'East', 西: 'West', 南: 'South', 北: 'North', 中: 'Middle' }
    const own = below(2); const way = own ? WAYS[found[3]][0] : pick(WAYS[found[3]].slice(1))
    const side = found[2] ? (own ? cap(spelled(found[2])) + ' ' : SIDES[found[2]] + ' ') : ''
    const text = `${cap(spelled(found[1]))} ${side}${way}`
    const number = p.row.type === 'door' ? pick([`No.${parseInt(p.row.housenumber)} `, `${parseInt(p.row.housenumber)} `]) : ''
    const all = same(p, p.county)
    return all.length === 1 && [`${number}${text}, ${cap(spelled(bare(p.county.name)))}`, all, p]
  },
}
function faulty(fault) {
  const p = thing()
  const name = fault(p.name)
  if (!name || name === p.name) return null
  const clash = places.some(q => within(q, p.town) && q.name === name)
  return !clash && [head(p) + name, unique(p), p]
}
for (const [cls, one] of Object.entries(make)) {
  if (WANTED.length && !WANTED.some(w => cls.startsWith(w))) continue
  for (let made = 0, tries = 0; made < COUNT && tries < COUNT * 60; tries++) {
    const query = one()
    if (query && query[1]) { ask(cls, ...query); made++ }
  }
}
process.stdout.write(queries.map(q => JSON.stringify(q)).join('\n') + '\n')
