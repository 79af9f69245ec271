/** The pictures of a style on one sheet, as MapLibre's sprites are. */
interface Place {
  x: number
  y: number
  width: number
  height: number
  pixelRatio: number
}

export class Sprite {
  private sheet: HTMLImageElement | undefined
  private places: Record<string, Place> = {}
  private waiting: (() => void)[] = []

  /** @param url without .json or .png, as the style names it */
  constructor(url: string) {
    const base = url.replace(/^https?:\/\/[^/]+/, '') + ((globalThis.devicePixelRatio || 1) > 1 ? '@2x' : '')
    void this.load(base).catch((error) => console.warn('The pictures of the map could not be loaded:', error))
  }

  /** Calls when the sheet is there; at once if it is. */
  whenReady(call: () => void): void {
    if (this.sheet) call()
    else this.waiting.push(call)
  }

  /** Draws a picture with its middle there, so many pixels wide; nothing before the sheet has come. */
  draw(context: CanvasRenderingContext2D, name: string, x: number, y: number, size: number): void {
    const place = this.places[name]
    if (!this.sheet || !place) return
    const height = (size * place.height) / place.width
    context.drawImage(this.sheet, place.x, place.y, place.width, place.height, x - size / 2, y - height / 2, size, height)
  }

  /** Width of a picture at size 1, in CSS pixels. */
  width(name: string): number {
    const place = this.places[name]
    return place ? place.width / place.pixelRatio : 0
  }

  private async load(base: string): Promise<void> {
    const response = await fetch(`${base}.json`, { credentials: 'same-origin' })
    if (!response.ok) throw new Error(`${base}.json: ${response.status}`)
    this.places = (await response.json()) as Record<string, Place>
    const sheet = new Image()
    sheet.src = `${base}.png`
    await sheet.decode()
    this.sheet = sheet
    for (const call of this.waiting.splice(0)) call()
  }
}
