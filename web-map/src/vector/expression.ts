/**
 * The part of the MapLibre expression language our styles use, compiled once to closures.
 * Old-style filters (["==", "cls", "wood"]) and zoom stops ({stops: […]}) are read as well.
 */
export interface Feature {
  id?: number
  /** 1 point, 2 line, 3 polygon, as in the tile format */
  type: number
  properties: Record<string, unknown>
}

export interface Compiled<T> {
  evaluate(zoom: number, feature: Feature): T
  /** false: the value depends on the zoom alone, so it may be asked once for a whole layer */
  perFeature: boolean
}

type Evaluate = (zoom: number, feature: Feature) => unknown
const GEOMETRY_TYPES = ['Unknown', 'Point', 'LineString', 'Polygon']
const LIST_OPERATORS = new Set(['literal', 'step', 'match', 'case', 'coalesce', 'get'])
const PER_FEATURE = new Set(['get', 'has', 'id', 'geometry-type', 'properties'])

export function compile<T>(source: unknown, fallback: T): Compiled<T> {
  if (source === undefined || source === null) return { evaluate: () => fallback, perFeature: false }
  const run = build(source)
  return { evaluate: (zoom, feature) => (run(zoom, feature) ?? fallback) as T, perFeature: readsFeature(source) }
}

/** For members whose plain value is a list of words, like a font stack, which looks just like an expression. */
export function compileList(source: unknown): Compiled<string[]> {
  const isPlain = Array.isArray(source) && !LIST_OPERATORS.has(source[0])
  return compile<string[]>(isPlain ? ['literal', source] : source, [])
}

export function compileFilter(source: unknown): (zoom: number, feature: Feature) => boolean {
  if (source === undefined || source === null) return () => true
  const run = build(isOldFilter(source) ? modernise(source as unknown[]) : source)
  return (zoom, feature) => Boolean(run(zoom, feature))
}

function readsFeature(source: unknown): boolean {
  if (typeof source === 'string') return source.includes('{')
  if (!Array.isArray(source)) return false
  return PER_FEATURE.has(source[0]) || source.slice(1).some(readsFeature)
}

function build(source: unknown): Evaluate {
  if (Array.isArray(source)) return typeof source[0] === 'string' ? operator(source[0], source.slice(1)) : () => source
  if (isStops(source)) return stops(source)
  if (typeof source === 'string' && source.includes('{')) return template(source)
  return () => source
}

/** "{name} {ref}" of older styles. */
function template(source: string): Evaluate {
  return (_, feature) => source.replace(/\{([^}]+)\}/g, (__, key: string) => words(feature.properties[key]))
}

const words = (value: unknown) => (value === undefined || value === null ? '' : String(value))

function operator(name: string, args: unknown[]): Evaluate {
  switch (name) {
    case 'literal': return () => args[0]
    case 'zoom': return (zoom) => zoom
    case 'id': return (_, feature) => feature.id
    case 'geometry-type': return (_, feature) => GEOMETRY_TYPES[feature.type]
    case 'step': return step(args)
    case 'interpolate': return interpolate(args)
    case 'match': return match(args)
    case 'case': return choose(args)
    case 'in': return isIn(args)
    default: return call(name, args.map(build))
  }
}

function call(name: string, args: Evaluate[]): Evaluate {
  const [a = () => undefined, b = () => undefined] = args
  const all = (zoom: number, feature: Feature) => args.map((arg) => arg(zoom, feature))
  const numbers = (zoom: number, feature: Feature) => all(zoom, feature).map(Number)
  switch (name) {
    case 'get': return (z, f) => f.properties[String(a(z, f))]
    case 'has': return (z, f) => f.properties[String(a(z, f))] !== undefined
    case '==': return (z, f) => a(z, f) === b(z, f)
    case '!=': return (z, f) => a(z, f) !== b(z, f)
    case '<': return (z, f) => (a(z, f) as number) < (b(z, f) as number)
    case '<=': return (z, f) => (a(z, f) as number) <= (b(z, f) as number)
    case '>': return (z, f) => (a(z, f) as number) > (b(z, f) as number)
    case '>=': return (z, f) => (a(z, f) as number) >= (b(z, f) as number)
    case '!': return (z, f) => !a(z, f)
    case 'all': return (z, f) => args.every((arg) => arg(z, f))
    case 'any': return (z, f) => args.some((arg) => arg(z, f))
    case 'none': return (z, f) => !args.some((arg) => arg(z, f))
    case 'coalesce': return (z, f) => all(z, f).find((value) => value !== undefined && value !== null)
    case 'concat': return (z, f) => all(z, f).map(words).join('')
    case 'to-string': case 'string': return (z, f) => words(a(z, f))
    case 'to-number': case 'number': return (z, f) => Number(a(z, f))
    case 'length': return (z, f) => (a(z, f) as string | unknown[]).length
    case 'min': return (z, f) => Math.min(...numbers(z, f))
    case 'max': return (z, f) => Math.max(...numbers(z, f))
    case '+': return (z, f) => numbers(z, f).reduce((sum, n) => sum + n, 0)
    case '*': return (z, f) => numbers(z, f).reduce((product, n) => product * n, 1)
    case '-': return (z, f) => (args.length === 1 ? -Number(a(z, f)) : Number(a(z, f)) - Number(b(z, f)))
    case '/': return (z, f) => Number(a(z, f)) / Number(b(z, f))
    default: throw new Error(`Unknown style expression "${name}"`)
  }
}

function step([input, first, ...rest]: unknown[]): Evaluate {
  const at = build(input)
  const outputs = [first, ...rest.filter((_, i) => i % 2 === 1)].map(build)
  const limits = rest.filter((_, i) => i % 2 === 0) as number[]
  return (z, f) => {
    const value = Number(at(z, f))
    const passed = limits.filter((limit) => value >= limit).length
    return outputs[passed]?.(z, f)
  }
}

function interpolate([curve, input, ...pairs]: unknown[]): Evaluate {
  const base = Array.isArray(curve) && curve[0] === 'exponential' ? Number(curve[1]) : 1
  const limits = pairs.filter((_, i) => i % 2 === 0) as number[]
  const outputs = pairs.filter((_, i) => i % 2 === 1).map(build)
  const at = build(input)
  return (z, f) => between(Number(at(z, f)), limits, base, (i) => outputs[i]?.(z, f))
}

function between(value: number, limits: number[], base: number, output: (i: number) => unknown): unknown {
  const upper = limits.findIndex((limit) => value < limit)
  if (upper === 0) return output(0)
  if (upper < 0) return output(limits.length - 1)
  const low = limits[upper - 1]!
  const span = limits[upper]! - low
  const part = base === 1 ? (value - low) / span : (base ** (value - low) - 1) / (base ** span - 1)
  return mix(output(upper - 1), output(upper), part)
}

function mix(from: unknown, to: unknown, part: number): unknown {
  if (typeof from === 'number' && typeof to === 'number') return from + (to - from) * part
  if (Array.isArray(from) && Array.isArray(to)) return from.map((value, i) => mix(value, to[i], part))
  const [a, b] = [parseColour(from), parseColour(to)]
  if (!a || !b) return part < 1 ? from : to
  const [red, green, blue, alpha] = a.map((value, i) => value + (b[i]! - value) * part)
  return `rgba(${Math.round(red!)},${Math.round(green!)},${Math.round(blue!)},${+alpha!.toFixed(3)})`
}

/** "#rgb", "#rrggbb", "rgb(…)", "rgba(…)"; other spellings are not blended. */
export function parseColour(colour: unknown): [number, number, number, number] | undefined {
  if (typeof colour !== 'string') return undefined
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour)?.[1]
  if (hex) {
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!
    return [...pairs.map((pair) => parseInt(pair, 16)), 1] as [number, number, number, number]
  }
  const parts = /^rgba?\(([^)]+)\)$/i.exec(colour)?.[1]?.split(',').map(Number)
  return parts && parts.length >= 3 && parts.every(Number.isFinite) ? [parts[0]!, parts[1]!, parts[2]!, parts[3] ?? 1] : undefined
}

function match([input, ...rest]: unknown[]): Evaluate {
  const at = build(input)
  const otherwise = build(rest.pop())
  const outputs = new Map<unknown, Evaluate>()
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const output = build(rest[i + 1])
    for (const label of Array.isArray(rest[i]) ? (rest[i] as unknown[]) : [rest[i]]) outputs.set(label, output)
  }
  return (z, f) => (outputs.get(at(z, f)) ?? otherwise)(z, f)
}

function choose(args: unknown[]): Evaluate {
  const otherwise = build(args.at(-1))
  const branches: [Evaluate, Evaluate][] = []
  for (let i = 0; i + 2 < args.length; i += 2) branches.push([build(args[i]), build(args[i + 1])])
  return (z, f) => (branches.find(([test]) => test(z, f))?.[1] ?? otherwise)(z, f)
}

function isIn([needle, haystack]: unknown[]): Evaluate {
  const wanted = build(needle)
  const within = build(haystack)
  return (z, f) => (within(z, f) as unknown[] | string | undefined)?.includes(wanted(z, f) as string) ?? false
}

interface Stops {
  base?: number
  stops: [number, unknown][]
}

function isStops(source: unknown): source is Stops {
  return typeof source === 'object' && source !== null && Array.isArray((source as Stops).stops)
}

function stops({ base = 1, stops: list }: Stops): Evaluate {
  const limits = list.map(([limit]) => limit)
  return (zoom) => between(zoom, limits, base, (i) => list[i]![1])
}

/** An old filter names a property where an expression would have a nested array. */
function isOldFilter(source: unknown): boolean {
  if (!Array.isArray(source)) return false
  const [name, first, ...rest] = source as unknown[]
  if (name === 'all' || name === 'any' || name === 'none') return [first, ...rest].some(isOldFilter)
  if (name === 'in') return typeof first === 'string' && (rest.length !== 1 || typeof rest[0] !== 'object')
  if (name === '!in' || name === '!has') return true
  if (name === 'has') return false
  return ['==', '!=', '<', '<=', '>', '>='].includes(name as string) && typeof first === 'string'
}

function modernise(source: unknown): unknown {
  if (!Array.isArray(source) || !isOldFilter(source)) return source
  const [name, key, ...values] = source as [string, unknown, ...unknown[]]
  if (name === 'all' || name === 'any' || name === 'none') return [name, ...[key, ...values].map(modernise)]
  const property = key === '$type' ? ['geometry-type'] : key === '$id' ? ['id'] : ['get', key]
  if (name === 'in') return ['in', property, ['literal', values]]
  if (name === '!in') return ['!', ['in', property, ['literal', values]]]
  if (name === '!has') return ['!', ['has', key]]
  return [name, property, ...values]
}
