/** Degrees as the registration form writes them: "117° 42′ 33.5″". A tenth of a second is three metres. */
export function formatDms(degrees: number): string {
  const tenths = Math.round(Math.abs(degrees) * 36000)
  const [whole, minutes, seconds] = [Math.floor(tenths / 36000), Math.floor((tenths % 36000) / 600), (tenths % 600) / 10]
  return `${degrees < 0 ? '-' : ''}${whole}° ${String(minutes).padStart(2, '0')}′ ${seconds.toFixed(1).padStart(4, '0')}″`
}
